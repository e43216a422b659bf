package org.gongkai.access;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Passwords that were right within the last minute, so that a program that sends its password with each call is not hashed each
/// time. Kept are digests under a key of this process, which ends with it, each with the version of the credentials that it was
/// right for: once the account has another version, the password is checked again.
final class RememberedPasswords {

	private static final Duration REMEMBERED = Duration.ofMinutes(1);

	/// Only right passwords are kept, so that a caller without one cannot displace any.
	private static final int MOST = 2_000;

	private static final int KEY_BYTES = 32;

	private final Clock clock;

	private final SecretKeySpec key;

	private final Map<String, Remembered> passwords = new LinkedHashMap<>() {

		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Remembered> eldest) {
			return size() > MOST;
		}

	};

	RememberedPasswords(Clock clock) {
		this.clock = clock;
		byte[] random = new byte[KEY_BYTES];
		new SecureRandom().nextBytes(random);
		this.key = new SecretKeySpec(random, "HmacSHA256");
	}

	private record Remembered(long version, Instant until) {
	}

	void remember(String account, String password, long version) {
		Remembered remembered = new Remembered(version, this.clock.instant().plus(REMEMBERED));
		String digest = digest(account, password);
		synchronized (this.passwords) {
			this.passwords.put(digest, remembered);
		}
	}

	/// The version of the account's credentials for which the password was right within
	/// the last minute.
	OptionalLong version(String account, String password) {
		String digest = digest(account, password);
		synchronized (this.passwords) {
			Remembered remembered = this.passwords.get(digest);
			if (remembered == null) {
				return OptionalLong.empty();
			}
			if (!this.clock.instant().isBefore(remembered.until())) {
				this.passwords.remove(digest);
				return OptionalLong.empty();
			}
			return OptionalLong.of(remembered.version());
		}
	}

	private String digest(String account, String password) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(this.key);
			byte[] name = account.getBytes(StandardCharsets.UTF_8);
			mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(name.length).array());
			mac.update(name);
			return HexFormat.of().formatHex(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
