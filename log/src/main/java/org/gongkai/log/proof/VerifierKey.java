package org.gongkai.log.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/// The public half of a key in the text form `name+id+base64`, as Go's notes write it.
public final class VerifierKey {

	static final byte ED25519 = 1;

	static final byte COSIGNATURE = 4;

	private static final int LENGTH = 32;

	private static final int ID = 4;

	private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

	private final String name;

	private final byte type;

	private final byte[] bytes;

	private final byte[] id;

	private final PublicKey key;

	VerifierKey(String name, byte type, byte[] bytes) {
		this.name = KeyName.require(name);
		this.type = type;
		this.bytes = bytes;
		MessageDigest digest = Hasher.sha256();
		digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
		digest.update(type);
		this.id = Arrays.copyOf(digest.digest(bytes), ID);
		byte[] encoded = Arrays.copyOf(X509, X509.length + LENGTH);
		System.arraycopy(bytes, 0, encoded, X509.length, LENGTH);
		try {
			this.key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
		}
		catch (GeneralSecurityException ex) {
			throw new Malformed("not an Ed25519 key");
		}
	}

	/// @param text `name+id+base64` of a log's key (type 1) or a witness's key (type 4)
	/// @throws Malformed if it is not one, or if its id is not the one of its bytes
	public static VerifierKey parse(String text) {
		String[] parts = text.strip().split("\\+", 3);
		if (parts.length != 3) {
			throw new Malformed("a verifier key is name+id+base64");
		}
		byte[] both = Base64Text.decode(parts[2]);
		if (both.length != 1 + LENGTH || both[0] != ED25519 && both[0] != COSIGNATURE) {
			throw new Malformed("only Ed25519 keys are known, of logs (1) and of witnesses (4)");
		}
		VerifierKey key = new VerifierKey(parts[0], both[0], Arrays.copyOfRange(both, 1, both.length));
		if (!key.hexId().equals(parts[1])) {
			throw new Malformed("the key's id does not belong to it");
		}
		return key;
	}

	/// The log or the witness it speaks for.
	public String name() {
		return this.name;
	}

	/// The id in hexadecimal.
	public String hexId() {
		return HexFormat.of().formatHex(this.id);
	}

	/// Whether it is the key of a witness.
	public boolean cosigns() {
		return this.type == COSIGNATURE;
	}

	/// Whether a signature line claims to be of this key.
	public boolean claimed(Note.Signature signature) {
		return signature.name().equals(this.name) && Arrays.equals(signature.id(), this.id);
	}

	/// Whether the note carries a signature of this key, and every one that claims to be
	/// is.
	public boolean signed(Note note) {
		return note.signatures().stream().anyMatch(this::claimed)
				&& note.signatures().stream().filter(this::claimed).allMatch((one) -> verifies(note.text(), one));
	}

	/// Whether a signature is of this key and of this text.
	public boolean verifies(String text, Note.Signature signature) {
		if (!claimed(signature)) {
			return false;
		}
		if (this.type == ED25519) {
			return verifies(text.getBytes(StandardCharsets.UTF_8), signature.bytes());
		}
		if (signature.bytes().length <= Long.BYTES) {
			return false;
		}
		long time = ByteBuffer.wrap(signature.bytes()).getLong();
		return verifies(cosigned(time, text),
				Arrays.copyOfRange(signature.bytes(), Long.BYTES, signature.bytes().length));
	}

	/// What a witness signs (c2sp.org/tlog-cosignature).
	/// @param time seconds since 1970
	static byte[] cosigned(long time, String text) {
		return ("cosignature/v1\ntime " + Long.toUnsignedString(time) + "\n" + text).getBytes(StandardCharsets.UTF_8);
	}

	private boolean verifies(byte[] message, byte[] signature) {
		try {
			java.security.Signature verifier = java.security.Signature.getInstance("Ed25519");
			verifier.initVerify(this.key);
			verifier.update(message);
			return verifier.verify(signature);
		}
		catch (SignatureException ex) {
			return false;
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("every Java has Ed25519", ex);
		}
	}

	byte[] id() {
		return this.id.clone();
	}

	/// The text form.
	@Override
	public String toString() {
		byte[] both = new byte[1 + LENGTH];
		both[0] = this.type;
		System.arraycopy(this.bytes, 0, both, 1, LENGTH);
		return this.name + "+" + hexId() + "+" + Base64Text.encode(both);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof VerifierKey key && key.toString().equals(toString());
	}

	@Override
	public int hashCode() {
		return toString().hashCode();
	}

}
