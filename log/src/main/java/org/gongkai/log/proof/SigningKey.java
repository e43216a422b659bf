package org.gongkai.log.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;

import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;

/// The secret half of a key in the text form `PRIVATE+KEY+name+id+base64`, as Go's notes write it.
public final class SigningKey {

	private static final String MARK = "PRIVATE+KEY+";

	private static final int LENGTH = 32;

	private static final byte[] PKCS8 = HexFormat.of().parseHex("302e020100300506032b657004220420");

	private final String name;

	private final byte[] seed;

	private final VerifierKey verifier;

	private final VerifierKey cosigner;

	private final PrivateKey key;

	private SigningKey(String name, byte[] seed) {
		this.name = name;
		this.seed = seed;
		byte[] open = new Ed25519PrivateKeyParameters(seed).generatePublicKey().getEncoded();
		this.verifier = new VerifierKey(name, VerifierKey.ED25519, open);
		this.cosigner = new VerifierKey(name, VerifierKey.COSIGNATURE, open);
		byte[] encoded = Arrays.copyOf(PKCS8, PKCS8.length + LENGTH);
		System.arraycopy(seed, 0, encoded, PKCS8.length, LENGTH);
		try {
			this.key = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
		}
		catch (GeneralSecurityException ex) {
			throw new Malformed("not an Ed25519 key");
		}
	}

	/// A new key.
	/// @param name of the log or the witness, such as `gongkai.example.gov.cn/log`;
	/// without spaces and plus signs
	public static SigningKey generate(String name, SecureRandom random) {
		byte[] seed = new byte[LENGTH];
		random.nextBytes(seed);
		return new SigningKey(KeyName.require(name), seed);
	}

	/// @throws Malformed if the text is not a signing key
	public static SigningKey parse(String text) {
		String stripped = text.strip();
		String[] parts = stripped.startsWith(MARK) ? stripped.substring(MARK.length()).split("\\+", 3) : new String[0];
		if (parts.length != 3) {
			throw new Malformed("a signing key is PRIVATE+KEY+name+id+base64");
		}
		byte[] both = Base64Text.decode(parts[2]);
		if (both.length != 1 + LENGTH || both[0] != VerifierKey.ED25519) {
			throw new Malformed("only Ed25519 keys are known");
		}
		SigningKey key = new SigningKey(parts[0], Arrays.copyOfRange(both, 1, both.length));
		if (!key.verifier.hexId().equals(parts[1])) {
			throw new Malformed("the key's id does not belong to it");
		}
		return key;
	}

	/// The log or the witness it speaks for.
	public String name() {
		return this.name;
	}

	/// By which others check the signatures of a log.
	public VerifierKey verifier() {
		return this.verifier;
	}

	/// By which others check the cosignatures of a witness.
	public VerifierKey cosigner() {
		return this.cosigner;
	}

	/// Signs as a log.
	public Note.Signature sign(String text) {
		return new Note.Signature(this.name, this.verifier.id(), signature(text.getBytes(StandardCharsets.UTF_8)));
	}

	/// Signs as a witness who has seen at that time that the log only grew.
	public Note.Signature cosign(String text, Instant time) {
		long seconds = time.getEpochSecond();
		byte[] signature = signature(VerifierKey.cosigned(seconds, text));
		return new Note.Signature(this.name, this.cosigner.id(),
				ByteBuffer.allocate(Long.BYTES + signature.length).putLong(seconds).put(signature).array());
	}

	/// The text form, which is secret.
	public String secret() {
		byte[] both = new byte[1 + LENGTH];
		both[0] = VerifierKey.ED25519;
		System.arraycopy(this.seed, 0, both, 1, LENGTH);
		return MARK + this.name + "+" + this.verifier.hexId() + "+" + Base64Text.encode(both);
	}

	private byte[] signature(byte[] message) {
		try {
			java.security.Signature signer = java.security.Signature.getInstance("Ed25519");
			signer.initSign(this.key);
			signer.update(message);
			return signer.sign();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("every Java has Ed25519", ex);
		}
	}

	@Override
	public String toString() {
		return "SigningKey[" + this.name + "]";
	}

}
