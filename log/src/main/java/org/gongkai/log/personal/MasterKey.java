package org.gongkai.log.personal;

import java.util.Arrays;
import java.util.HexFormat;

import org.gongkai.log.personal.SealingCipher.Unopened;

/// A key that wraps the keys of the streams. Stands in a file, never in a database.
///
/// @param secret 32 bytes
record MasterKey(byte[] secret) {

	static final int BYTES = 32;

	private static final int ID = 4;

	static MasterKey random() {
		return new MasterKey(PersonalKey.bytes(BYTES));
	}

	/// @param hex 64 digits
	/// @throws IllegalArgumentException for anything else
	static MasterKey of(String hex) {
		byte[] secret = HexFormat.of().parseHex(hex);
		if (secret.length != BYTES) {
			throw new IllegalArgumentException("a master key has " + BYTES + " bytes");
		}
		return new MasterKey(secret);
	}

	String hex() {
		return HexFormat.of().formatHex(this.secret);
	}

	/// Tells master keys apart and gives nothing away.
	String id() {
		return HexFormat.of().formatHex(Arrays.copyOf(Derived.of(this.secret, "id"), ID));
	}

	/// @param place what the key is for; it is unwrapped for nothing else
	byte[] wrap(SealingCipher cipher, String place, byte[] key) {
		byte[] iv = PersonalKey.bytes(SealingCipher.IV);
		byte[] data = cipher.seal(wrapping(cipher), iv, bound(place), key);
		byte[] wrapped = Arrays.copyOf(iv, iv.length + data.length);
		System.arraycopy(data, 0, wrapped, iv.length, data.length);
		return wrapped;
	}

	byte[] unwrap(SealingCipher cipher, String place, byte[] wrapped) throws Unopened {
		return cipher.open(wrapping(cipher), Arrays.copyOf(wrapped, SealingCipher.IV), bound(place),
				Arrays.copyOfRange(wrapped, SealingCipher.IV, wrapped.length));
	}

	private byte[] wrapping(SealingCipher cipher) {
		return Arrays.copyOf(Derived.of(this.secret, "wrap " + cipher.stored()), cipher.keyBytes());
	}

	private static byte[] bound(String place) {
		return place.getBytes(java.nio.charset.StandardCharsets.UTF_8);
	}

	@Override
	public String toString() {
		return "MasterKey[" + id() + "]";
	}

}
