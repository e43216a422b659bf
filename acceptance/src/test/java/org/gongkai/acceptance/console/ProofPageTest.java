package org.gongkai.acceptance.console;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import org.gongkai.acceptance.TriedOffice;
import org.gongkai.log.proof.Checkpoint;
import org.gongkai.log.proof.Frontier;
import org.gongkai.log.proof.Hash;
import org.gongkai.log.proof.Hasher;
import org.gongkai.log.proof.Leaf;
import org.gongkai.log.proof.Note;
import org.gongkai.log.proof.ProofFile;
import org.gongkai.log.proof.SigningKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The page that verifies proofs, saved as a file and as an office serves it, before proof files of both hashes.
@Tag("outside")
class ProofPageTest {

	private static final SigningKey LOG = SigningKey.generate("gongkai.example/log", new SecureRandom());

	private static final SigningKey WITNESS = SigningKey.generate("archive.example/w1", new SecureRandom());

	@TempDir
	static Path folder;

	private static Chromium chromium;

	private static BrowserContext inspector;

	private static String saved;

	@BeforeAll
	static void open() throws IOException {
		chromium = new Chromium();
		inspector = chromium.inspector();
		Path page = folder.resolve("proof.html");
		try (InputStream in = ProofPageTest.class.getResourceAsStream("/static/proof.html")) {
			Files.write(page, Objects.requireNonNull(in).readAllBytes());
		}
		saved = page.toUri().toString();
	}

	@AfterAll
	static void close() {
		chromium.close();
	}

	@ParameterizedTest
	@EnumSource(Hash.class)
	void a_proof_is_accepted_by_the_saved_page_and_a_changed_one_refused(Hash hash) {
		String file = proof(hash);
		verdict(saved, file, keys(), "已证明");
		verdict(saved, file.replace("理由", "借口"), keys(), "不在已签名的日志中");
		verdict(saved, file, keys().replace(WITNESS.cosigner().toString(), ""), "已证明");
		verdict(saved, file.replace("archive.example/w1 ", "archive.example/w2 "), keys(), "没有此签名");
		verdict(saved, file, SigningKey.generate(LOG.name(), new SecureRandom()).verifier().toString(), "未能证明");
	}

	@Test
	void it_works_as_an_office_serves_it_under_its_policy() {
		verdict(TriedOffice.get().url() + "/proof.html", proof(Hash.SHA_256), keys(), "已证明");
	}

	private static void verdict(String address, String file, String keys, String expected) {
		try (Page page = inspector.newPage()) {
			page.navigate(address);
			page.setInputFiles("#file",
					new FilePayload("proof.json", "application/json", file.getBytes(StandardCharsets.UTF_8)));
			page.fill("#keys", keys);
			page.click("#verify");
			PlaywrightAssertions.assertThat(page.locator("#verdict")).containsText(expected);
		}
	}

	private static String keys() {
		return LOG.verifier() + "\n" + WITNESS.cosigner();
	}

	/// The middle one of three.
	private static String proof(Hash hash) {
		Hasher hasher = hash.hasher();
		Frontier tree = new Frontier(hasher);
		for (long position = 1; position <= 3; position++) {
			tree.append(hasher.leaf(leaf(position).data()));
		}
		Note note = new Checkpoint(LOG.name(), 3, tree.root(), hash).sign(LOG);
		return ProofFile
			.of(leaf(2), List.of(hasher.leaf(leaf(1).data()), hasher.leaf(leaf(3).data())),
					note.with(WITNESS.cosign(note.text(), Instant.parse("2024-01-10T00:00:00Z"))), LOG.verifier())
			.write();
	}

	private static Leaf leaf(long position) {
		return new Leaf(position, "application", "321300/2024-1", position - 1, new UUID(1, position),
				"application.ReasonsRequested", "1", 1_704_765_600_123_456L,
				"{\"askedOn\":\"2024-01-08\",\"why\":\"理由\"}", "{\"actor\":\"王芳\"}");
	}

}
