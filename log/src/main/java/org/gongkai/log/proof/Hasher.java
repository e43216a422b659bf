package org.gongkai.log.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

import org.bouncycastle.jcajce.provider.digest.SM3;

/// Hashes leaves and nodes as RFC 6962, 2.1 says: a leaf can never be taken for a node. For one thread.
public final class Hasher {

	private static final byte LEAF = 0;

	private static final byte NODE = 1;

	private final MessageDigest digest;

	Hasher(Hash hash) {
		this.digest = switch (hash) {
			case SHA_256 -> sha256();
			case SM3 -> new SM3.Digest();
		};
	}

	/// The hash of a leaf.
	public byte[] leaf(byte[] data) {
		this.digest.update(LEAF);
		return this.digest.digest(data);
	}

	/// The hash of a node over two others.
	public byte[] node(byte[] left, byte[] right) {
		this.digest.update(NODE);
		this.digest.update(left);
		return this.digest.digest(right);
	}

	/// The root of a tree without leaves.
	public byte[] empty() {
		return this.digest.digest();
	}

	/// A plain SHA-256, which every Java has.
	public static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java has SHA-256", ex);
		}
	}

}
