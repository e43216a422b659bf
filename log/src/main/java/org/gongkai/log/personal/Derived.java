package org.gongkai.log.personal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Provider;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// HMAC-SHA256: keys for one purpose from another key, and texts that only the holder of a key can compute.
final class Derived {

	private static final String HMAC = "HmacSHA256";

	private static final Provider PROVIDER = provider();

	private Derived() {
	}

	static Mac mac(byte[] key) {
		try {
			Mac mac = Mac.getInstance(HMAC, PROVIDER);
			mac.init(new SecretKeySpec(key, HMAC));
			return mac;
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("HMAC-SHA256 is missing from this JDK", ex);
		}
	}

	private static Provider provider() {
		try {
			return Mac.getInstance(HMAC).getProvider();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("HMAC-SHA256 is missing from this JDK", ex);
		}
	}

	static byte[] of(byte[] key, String purpose) {
		return mac(key).doFinal(purpose.getBytes(StandardCharsets.UTF_8));
	}

}
