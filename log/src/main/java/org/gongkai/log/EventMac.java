package org.gongkai.log;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.gongkai.log.proof.Hash;
import org.gongkai.log.proof.Leaf;
import org.jspecify.annotations.Nullable;

/// Marks events as appended by a node that has the append key: an HMAC over everything that is stored of an event, by the
/// log's own hash function. The key is in no database; nodes that only read do not have it.
public final class EventMac {

	/// The length of the secret and of every code, in bytes.
	static final int LENGTH = 32;

	private static final String EVENT = "gongkai event v1\n";

	private static final String BOUNDARY = "gongkai unmarked events v1\n";

	private static final char FIRST_BLOCK = 1;

	private final Hash hash;

	private final byte[] events;

	private final byte[] boundary;

	private EventMac(Hash hash, byte[] events, byte[] boundary) {
		this.hash = hash;
		this.events = events;
		this.boundary = boundary;
	}

	/// @param secret 64 hexadecimal digits
	/// @param origin the log's name
	/// @param hash the log's hash function
	/// @throws IllegalArgumentException if the secret is not one
	public static EventMac of(String secret, String origin, Hash hash) {
		byte[] bytes = bytes(secret.strip());
		return new EventMac(hash, derived(hash, bytes, EVENT + origin), derived(hash, bytes, BOUNDARY + origin));
	}

	/// A new secret in its text form.
	public static String newSecret(SecureRandom random) {
		byte[] bytes = new byte[LENGTH];
		random.nextBytes(bytes);
		return HexFormat.of().formatHex(bytes);
	}

	/// Makes and checks marks, for one thread.
	public Worker worker() {
		return new Worker(code(this.hash, this.events));
	}

	/// The mark of the last index of the events that have none.
	byte[] ofBoundary(long upTo) {
		return code(this.hash, this.boundary).of(Long.toString(upTo).getBytes(StandardCharsets.UTF_8));
	}

	/// One key for each purpose and log: HKDF (RFC 5869) without salt, whose one block is
	/// the key.
	private static byte[] derived(Hash hash, byte[] secret, String purpose) {
		byte[] pseudorandom = code(hash, new byte[LENGTH]).of(secret);
		return code(hash, pseudorandom).of((purpose + FIRST_BLOCK).getBytes(StandardCharsets.UTF_8));
	}

	/// Whether a text is a secret.
	public static boolean isSecret(String text) {
		return text.matches("[0-9a-f]{" + 2 * LENGTH + "}");
	}

	private static byte[] bytes(String secret) {
		if (!isSecret(secret)) {
			throw new IllegalArgumentException("an append key has " + 2 * LENGTH + " hexadecimal digits");
		}
		return HexFormat.of().parseHex(secret);
	}

	private static Code code(Hash hash, byte[] key) {
		return switch (hash) {
			case SHA_256 -> sha256(key);
			case SM3 -> sm3(key);
		};
	}

	/// The platform's own, which the processor helps with.
	private static Code sha256(byte[] key) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(key, mac.getAlgorithm()));
			return mac::doFinal;
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("every Java has HMAC of SHA-256", ex);
		}
	}

	private static Code sm3(byte[] key) {
		HMac mac = new HMac(new SM3Digest());
		mac.init(new KeyParameter(key));
		return (data) -> {
			byte[] code = new byte[LENGTH];
			mac.update(data, 0, data.length);
			mac.doFinal(code, 0);
			return code;
		};
	}

	private interface Code {

		byte[] of(byte[] data);

	}

	/// Makes and checks marks in one thread.
	public static final class Worker {

		private final Code code;

		private Worker(Code code) {
			this.code = code;
		}

		/// The mark of an event, whatever its position.
		public byte[] of(Leaf event) {
			return this.code.of(event.at(0).data());
		}

		public boolean made(Leaf event, byte @Nullable [] mac) {
			return mac != null && MessageDigest.isEqual(mac, of(event));
		}

	}

	@Override
	public String toString() {
		return "EventMac[hidden]";
	}

}
