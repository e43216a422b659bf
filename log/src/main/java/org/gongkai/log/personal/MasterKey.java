package org.gongkai.log.personal;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;

import org.gongkai.log.personal.SealingCipher.Unopened;

/// A key that wraps the keys of the streams. Stands in a file, never in a database. What is computed from it is computed
/// once.
final class MasterKey {

	static final int BYTES = 32;

	private static final int ID = 4;

	private final byte[] secret;

	private final String id;

	private final Map<SealingCipher, byte[]> wrapping = new EnumMap<>(SealingCipher.class);

	/// @param secret 32 bytes
	private MasterKey(byte[] secret) {
		this.secret = secret;
		this.id = HexFormat.of().formatHex(Arrays.copyOf(Derived.of(secret, "id"), ID));
		for (SealingCipher cipher : SealingCipher.values()) {
			this.wrapping.put(cipher, Arrays.copyOf(Derived.of(secret, "wrap " + cipher.stored()), cipher.keyBytes()));
		}
	}

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
		return this.id;
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
		return Objects.requireNonNull(this.wrapping.get(cipher));
	}

	private static byte[] bound(String place) {
		return place.getBytes(java.nio.charset.StandardCharsets.UTF_8);
	}

	@Override
	public String toString() {
		return "MasterKey[" + this.id + "]";
	}

}
