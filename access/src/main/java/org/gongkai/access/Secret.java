package org.gongkai.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/// How passwords and tokens are made. Passwords are hashed by [PasswordHasher].
final class Secret {

	/// Without the letters that are mistaken for another when read off a screen.
	private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

	private static final int ONE_TIME = 16;

	private static final int TOKEN = 32;

	private static final SecureRandom RANDOM = new SecureRandom();

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
