package org.gongkai.standalone;

import java.security.SecureRandom;
import java.util.HexFormat;

/// The passwords of one folder's database. They differ from folder to folder and never leave it.
///
/// @param admin of the superuser that prepares roles and schemas
/// @param migrate of the role that owns the log's and the commands' schemas
/// @param append of the role that records
/// @param read of the role that reads
record Secrets(String admin, String migrate, String append, String read) {

	private static final int BYTES = 24;

	static Secrets random() {
		return new Secrets(password(), password(), password(), password());
	}

	static String password() {
		byte[] bytes = new byte[BYTES];
		new SecureRandom().nextBytes(bytes);
		return HexFormat.of().formatHex(bytes);
	}

	@Override
	public String toString() {
		return "Secrets[hidden]";
	}

}
