package org.gongkai.log.proof;

import java.util.Arrays;

/// The hash function of a log's tree, one for the log's whole life.
public enum Hash {

	/// FIPS 180-4.
	SHA_256("sha-256"),

	/// 国密 GB/T 32905—2016.
	SM3("sm3");

	/// The length of every hash, in bytes.
	public static final int LENGTH = 32;

	private final String code;

	Hash(String code) {
		this.code = code;
	}

	/// The name in settings, tables and checkpoints.
	public String code() {
		return this.code;
	}

	/// @param code as in settings
	/// @throws IllegalArgumentException if there is no such function
	public static Hash of(String code) {
		return Arrays.stream(values())
			.filter((hash) -> hash.code.equals(code))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("a log is hashed by sha-256 or sm3, not by " + code));
	}

	/// A worker for one thread.
	public Hasher hasher() {
		return new Hasher(this);
	}

}
