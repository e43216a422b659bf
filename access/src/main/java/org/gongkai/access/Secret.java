package org.gongkai.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/// How passwords and tokens are made and kept.
final class Secret {

	/// OWASP's recommendation for Argon2id: 19 MiB, two passes, one lane.
	private static final Argon2PasswordEncoder ARGON2 = new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);

	/// Without the letters that are mistaken for another when read off a screen.
	private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

	private static final int ONE_TIME = 16;

	private static final int TOKEN = 32;

	private static final SecureRandom RANDOM = new SecureRandom();

	private static final String NOBODY = hash(token());

	private Secret() {
	}

	/// A password that is to be typed once: 79 bits.
	static String oneTime() {
		StringBuilder password = new StringBuilder();
		for (int i = 0; i < ONE_TIME; i++) {
			password.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
		}
		return password.toString();
	}

	/// A token of 256 bits.
	static String token() {
		byte[] bytes = new byte[TOKEN];
		RANDOM.nextBytes(bytes);
		return HexFormat.of().formatHex(bytes);
	}

	static String hash(String password) {
		String hash = ARGON2.encode(password);
		if (hash == null) {
			throw new IllegalStateException("a password has its hash");
		}
		return hash;
	}

	static boolean matches(String password, String hash) {
		return ARGON2.matches(password, hash);
	}

	/// Takes the time that a wrong password takes, so that the answer does not tell
	/// which accounts there are.
	static void waste(String password) {
		ARGON2.matches(password, NOBODY);
	}

	static String digest(String token) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static boolean same(String given, String kept) {
		return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), kept.getBytes(StandardCharsets.UTF_8));
	}

}
