package org.gongkai.query;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;

import org.gongkai.log.proof.Hasher;

/// The page that verifies proofs carries its script and style in itself, so that it can be saved as one file; the browser
/// may run exactly these and load nothing.
final class SelfContainedPage {

	static final String PATH = "/proof.html";

	/// The value of its Content-Security-Policy.
	static final String POLICY = policy();

	private SelfContainedPage() {
	}

	private static String policy() {
		try (InputStream in = SelfContainedPage.class.getResourceAsStream("/static" + PATH)) {
			String page = new String(Objects.requireNonNull(in, PATH).readAllBytes(), StandardCharsets.UTF_8);
			return "default-src 'none'; script-src " + hash(page, "script") + "; style-src " + hash(page, "style")
					+ "; form-action 'none'; frame-ancestors 'none'; base-uri 'none'";
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String hash(String page, String element) {
		String content = page.substring(page.indexOf("<" + element + ">") + element.length() + 2,
				page.indexOf("</" + element + ">"));
		byte[] hash = Hasher.sha256().digest(content.getBytes(StandardCharsets.UTF_8));
		return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
	}

}
