package org.gongkai.log.personal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

import javax.crypto.Mac;

import org.gongkai.log.personal.SealingCipher.Unopened;
import org.jspecify.annotations.Nullable;

/// The key of one stream: a case, a dispute or a piece of information. Two people of one name never share a key.
final class PersonalKey {

	private static final SecureRandom RANDOM = new SecureRandom();

	private final UUID id;

	private final SealingCipher cipher;

	private final byte[] secret;

	private byte @Nullable [] ofCells;

	private byte @Nullable [] ofCellIvs;

	/// @param id names it in what is sealed under it
	/// @param cipher how it seals
	/// @param secret never leaves this package
	PersonalKey(UUID id, SealingCipher cipher, byte[] secret) {
		this.id = id;
		this.cipher = cipher;
		this.secret = secret;
	}

	UUID id() {
		return this.id;
	}

	SealingCipher cipher() {
		return this.cipher;
	}

	byte[] secret() {
		return this.secret;
	}

	static PersonalKey random(SealingCipher cipher) {
		return new PersonalKey(UUID.randomUUID(), cipher, bytes(cipher.keyBytes()));
	}

	static byte[] bytes(int length) {
		byte[] bytes = new byte[length];
		RANDOM.nextBytes(bytes);
		return bytes;
	}

	/// What a key seals, as it is stored.
	record Sealed(byte[] iv, byte[] data) {
	}

	Sealed seal(String place, String text) {
		byte[] iv = bytes(SealingCipher.IV);
		return new Sealed(iv, this.cipher.seal(this.secret, iv, utf8(place), utf8(text)));
	}

	String open(String place, Sealed sealed) throws Unopened {
		return new String(this.cipher.open(this.secret, sealed.iv(), utf8(place), sealed.data()),
				StandardCharsets.UTF_8);
	}

	/// Seals a cell of a read table. The same text in the same place is always sealed
	/// alike, so that a table that was made anew is the same row by row: the initial
	/// value is computed from place and text under a key of its own.
	String sealCell(String place, String text) {
		Mac mac = Derived.mac(ofCellIvs());
		mac.update(utf8(place));
		mac.update((byte) 0);
		byte[] iv = Arrays.copyOf(mac.doFinal(utf8(text)), SealingCipher.IV);
		byte[] data = this.cipher.seal(ofCells(), iv, utf8(place), utf8(text));
		return Base64.getEncoder()
			.withoutPadding()
			.encodeToString(ByteBuffer.allocate(iv.length + data.length).put(iv).put(data).array());
	}

	String openCell(String place, String sealed) throws Unopened {
		byte[] bytes = Base64.getDecoder().decode(sealed);
		return new String(this.cipher.open(ofCells(), Arrays.copyOf(bytes, SealingCipher.IV), utf8(place),
				Arrays.copyOfRange(bytes, SealingCipher.IV, bytes.length)), StandardCharsets.UTF_8);
	}

	private byte[] ofCells() {
		byte[] key = this.ofCells;
		if (key == null) {
			key = Arrays.copyOf(Derived.of(this.secret, "cell"), this.cipher.keyBytes());
			this.ofCells = key;
		}
		return key;
	}

	private byte[] ofCellIvs() {
		byte[] key = this.ofCellIvs;
		if (key == null) {
			key = Derived.of(this.secret, "cell iv");
			this.ofCellIvs = key;
		}
		return key;
	}

	private static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	@Override
	public String toString() {
		return "PersonalKey[" + this.id + "]";
	}

}
