package org.gongkai.standalone;

import java.security.SecureRandom;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

/// The passwords of one folder's database. They differ from folder to folder and never leave it.
///
/// @param admin of the superuser that prepares roles and schemas
/// @param migrate of the role that owns the log's and the commands' schemas
/// @param append of the role that records
/// @param read of the role that reads
/// @param keys of the role that keeps the keys of personal data
/// @param keyReader of the role that reads them
record Secrets(String admin, String migrate, String append, String read, @Nullable String keys,
		@Nullable String keyReader) {

	private static final int BYTES = 24;

	/// A folder from before a role was added has no password for it yet.
	Secrets {
		keys = (keys == null) ? password(new SecureRandom()) : keys;
		keyReader = (keyReader == null) ? password(new SecureRandom()) : keyReader;
	}

	static Secrets random() {
		SecureRandom random = new SecureRandom();
		return new Secrets(password(random), password(random), password(random), password(random), password(random),
				password(random));
	}

	private static String password(SecureRandom random) {
		byte[] bytes = new byte[BYTES];
		random.nextBytes(bytes);
		return HexFormat.of().formatHex(bytes);
	}

	@Override
	public String toString() {
		return "Secrets[hidden]";
	}

}
