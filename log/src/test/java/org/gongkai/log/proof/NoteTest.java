package org.gongkai.log.proof;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Notes against the example that Go's implementation of signed notes publishes, keys and signature to the byte.
class NoteTest {

	private static final String SECRET = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";

	private static final String OPEN = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

	private static final String TEXT = """
			If you think cryptography is the answer to your problem,
			then you don't know what your problem is.
			""";

	private static final String NOTE = TEXT
			+ "\n\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

	/// The example of the tlog-cosignature specification.
	private static final String CHECKPOINT = """
			example.com/behind-the-sofa
			20852163
			CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
			""";

	@Test
	void a_text_is_signed_as_go_signs_it() {
		SigningKey key = SigningKey.parse(SECRET);

		assertThat(new Note(TEXT, List.of(key.sign(TEXT))).format()).isEqualTo(NOTE);
		assertThat(key.verifier()).hasToString(OPEN);
		assertThat(key.secret()).isEqualTo(SECRET);
		assertThat(key).hasToString("SigningKey[PeterNeumann]");
	}

	@Test
	void a_note_of_go_is_verified() {
		Note note = Note.parse(NOTE);

		assertThat(note.text()).isEqualTo(TEXT);
		assertThat(note.format()).isEqualTo(NOTE);
		assertThat(VerifierKey.parse(OPEN).signed(note)).isTrue();
		assertThat(VerifierKey.parse(OPEN).signed(new Note(TEXT + "P.S.\n", note.signatures()))).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "text\n", "text\n\n", "text\n\nno signature\n", "text\n\n\u2014 name\n",
			"text\n\n\u2014 name AAAA\n", "text\n\n\u2014 na+me AAAAAAAA\n", "text\n\n\u2014 name AAAAAAB=\n",
			"te\txt\n\n\u2014 name AAAAAAAA\n", "text\n\n\u2014 name AAAAAAAA" })
	void what_is_no_note_is_refused(String text) {
		assertThatThrownBy(() -> Note.parse(text)).isInstanceOf(Malformed.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "PeterNeumann", "PeterNeumann+c74f20a3+AAAA",
			"PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
			"Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW" })
	void what_is_no_key_is_refused(String text) {
		assertThatThrownBy(() -> VerifierKey.parse(text)).isInstanceOf(Malformed.class);
		assertThatThrownBy(() -> SigningKey.parse("PRIVATE+KEY+" + text)).isInstanceOf(Malformed.class);
	}

	@Test
	void the_checkpoint_of_the_specification_is_read() {
		Checkpoint checkpoint = Checkpoint.parse(CHECKPOINT);

		assertThat(checkpoint.origin()).isEqualTo("example.com/behind-the-sofa");
		assertThat(checkpoint.size()).isEqualTo(20852163);
		assertThat(checkpoint.hash()).isEqualTo(Hash.SHA_256);
		assertThat(checkpoint.text()).isEqualTo(CHECKPOINT);
	}

	@ParameterizedTest
	@ValueSource(strings = { "o\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=",
			"o\n01\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
			"o\n-1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
			"\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n", "o\n1\nAAAA\n",
			"o\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\nhash md5\n" })
	void what_is_no_checkpoint_is_refused(String text) {
		assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(Malformed.class);
	}

	@Test
	void a_checkpoint_of_an_sm3_tree_says_so() {
		Checkpoint checkpoint = new Checkpoint("gongkai.example/log", 7, new byte[32], Hash.SM3);

		assertThat(checkpoint.text()).endsWith("\nhash sm3\n");
		assertThat(Checkpoint.parse(checkpoint.text()).hash()).isEqualTo(Hash.SM3);
	}

	@Test
	void a_witness_signs_the_time_with_the_checkpoint() {
		SigningKey witness = SigningKey.generate("witness.example/w1", new SecureRandom());
		Note.Signature line = witness.cosign(CHECKPOINT, Instant.parse("2024-01-09T02:00:00Z"));

		assertThat(witness.cosigner().verifies(CHECKPOINT, line)).isTrue();
		assertThat(witness.verifier().verifies(CHECKPOINT, line)).as("a witness's key is not a log's").isFalse();
		byte[] later = line.bytes().clone();
		later[7]++;
		assertThat(witness.cosigner().verifies(CHECKPOINT, new Note.Signature(line.name(), line.id(), later)))
			.isFalse();
		assertThat(VerifierKey.parse(witness.cosigner().toString())).isEqualTo(witness.cosigner());
	}

}
