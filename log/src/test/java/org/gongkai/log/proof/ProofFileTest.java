package org.gongkai.log.proof;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Proof files before the product's own verifier and before one that was written from the specification alone.
class ProofFileTest {

	private static final int EVENTS = 300;

	private static final int MUTATIONS = 10_000;

	private static final SigningKey LOG = SigningKey.generate("gongkai.example/log", new SecureRandom());

	private static final SigningKey WITNESS = SigningKey.generate("witness.example/w1", new SecureRandom());

	private static final List<VerifierKey> KEYS = List.of(LOG.verifier(), WITNESS.cosigner());

	private static final List<String> KEY_TEXTS = List.of(LOG.verifier().toString(), WITNESS.cosigner().toString());

	@Test
	void a_stranger_s_verifier_accepts_every_proof() {
		for (int position = 1; position <= EVENTS; position++) {
			String file = proof(Hash.SHA_256, position).write();
			assertThat(IndependentVerifier.accepts(file, KEY_TEXTS)).as("position %s", position).isTrue();
			assertThat(ProofFile.read(file).verify(KEYS)).isEmpty();
		}
	}

	@Test
	void of_10000_mutated_proofs_a_stranger_s_verifier_accepts_none_nor_ours_of_every_tenth() {
		Random random = new Random(20240109);
		List<String> files = new ArrayList<>();
		for (int position = 1; position <= EVENTS; position += 23) {
			files.add(proof(Hash.SHA_256, position).write());
		}
		for (int mutation = 0; mutation < MUTATIONS; mutation++) {
			String file = files.get(random.nextInt(files.size()));
			String mutated = mutated(file, random);
			assertThat(IndependentVerifier.accepts(mutated, KEY_TEXTS)).as(mutated).isFalse();
			if (mutation % 10 == 0) {
				assertThat(accepts(mutated)).as(mutated).isFalse();
			}
		}
	}

	@ParameterizedTest
	@EnumSource(Hash.class)
	void a_proof_counts_only_for_its_own_log_and_with_every_wanted_signature(Hash hash) {
		ProofFile proof = proof(hash, 77);
		SigningKey stranger = SigningKey.generate(LOG.name(), new SecureRandom());

		assertThat(proof.verify(KEYS)).isEmpty();
		assertThat(proof.verify(List.of(LOG.verifier()))).isEmpty();
		assertThat(proof.verify(List.of(WITNESS.cosigner()))).contains("no key of the log is given");
		assertThat(proof.verify(List.of(stranger.verifier()))).isNotEmpty();
		assertThat(proof.verify(List.of(LOG.verifier(), stranger.cosigner()))).isNotEmpty();
		assertThat(proof.verify(List.of())).isNotEmpty();
	}

	private static boolean accepts(String file) {
		try {
			return ProofFile.read(file).verify(KEYS).isEmpty();
		}
		catch (Malformed ex) {
			return false;
		}
	}

	/// One or two characters are others, gone, doubled or exchanged. White space between
	/// the parts of JSON means nothing and is left out.
	private static String mutated(String file, Random random) {
		while (true) {
			StringBuilder text = new StringBuilder(file);
			int at = random.nextInt(file.length() - 1);
			switch (random.nextInt(5)) {
				case 0 -> text.setCharAt(at, (char) (file.charAt(at) ^ 1 << random.nextInt(7)));
				case 1 -> text.deleteCharAt(at);
				case 2 -> text.insert(at, file.charAt(random.nextInt(file.length())));
				case 3 -> {
					text.setCharAt(at, file.charAt(at + 1));
					text.setCharAt(at + 1, file.charAt(at));
				}
				default -> text.setCharAt(at, file.charAt(random.nextInt(file.length())));
			}
			if (!compact(text.toString()).equals(compact(file))) {
				return text.toString();
			}
		}
	}

	/// Without the white space that stands outside of texts.
	private static String compact(String file) {
		StringBuilder compact = new StringBuilder();
		boolean inside = false;
		for (int at = 0; at < file.length(); at++) {
			char c = file.charAt(at);
			if (c == '"' && (at == 0 || file.charAt(at - 1) != '\\')) {
				inside = !inside;
			}
			if (inside || c > ' ') {
				compact.append(c);
			}
		}
		return compact.toString();
	}

	private static ProofFile proof(Hash hash, int position) {
		Hasher hasher = hash.hasher();
		Frontier tree = new Frontier(hasher);
		List<byte[]> leaves = new ArrayList<>();
		List<byte[]> eights = new ArrayList<>();
		for (int event = 1; event <= EVENTS; event++) {
			leaves.add(hasher.leaf(leaf(event).data()));
			tree.append(0, leaves.getLast(), (level, _, subtree) -> {
				if (level == MerkleTree.STEP) {
					eights.add(subtree);
				}
			});
		}
		MerkleTree stored = new MerkleTree(hasher, (level, tile) -> (level == 0)
				? leaves.subList((int) (tile << 8), Math.min(EVENTS, (int) (tile + 1 << 8))).toArray(byte[][]::new)
				: eights.toArray(byte[][]::new));
		Note note = new Checkpoint(LOG.name(), EVENTS, tree.root(), hash).sign(LOG);
		Note cosigned = note.with(WITNESS.cosign(note.text(), Instant.parse("2024-01-10T00:00:00Z")));
		return ProofFile.of(leaf(position), stored.inclusion(position - 1, EVENTS), cosigned, LOG.verifier());
	}

	private static Leaf leaf(int event) {
		return new Leaf(event, "application", "321300/2024-" + event % 7, event / 7,
				UUID.nameUUIDFromBytes(new byte[] { (byte) event }), "application.ReasonsRequested", "1",
				1_704_765_600_123_456L + event, "{\"askedOn\":\"2024-01-08\",\"why\":\"理由 " + event + "\"}",
				"{\"actor\":\"王芳\"}");
	}

}
