package org.gongkai.standalone;

import java.security.SecureRandom;
import java.util.HexFormat;

import org.gongkai.log.proof.SigningKey;
import org.jspecify.annotations.Nullable;

/// The passwords of one folder's database, and the key of its log. They differ from folder to folder and never leave it.
///
/// @param admin of the superuser that prepares roles and schemas
/// @param migrate of the role that owns the log's and the commands' schemas
/// @param append of the role that records
/// @param read of the role that reads
/// @param signingKey by which the checkpoints of the folder's log are signed; null in a folder from before there were any
record Secrets(String admin, String migrate, String append, String read, @Nullable String signingKey) {

	private static final int BYTES = 24;

	private static final int ORIGIN_BYTES = 8;

	static Secrets random() {
		SecureRandom random = new SecureRandom();
		return new Secrets(password(random), password(random), password(random), password(random), signingKey(random));
	}

	/// With a signing key, a new one if there is none.
	Secrets complete() {
		return (this.signingKey != null) ? this
				: new Secrets(this.admin, this.migrate, this.append, this.read, signingKey(new SecureRandom()));
	}

	/// The log is called after the environment's `GONGKAI_ORIGIN`, else after a number of
	/// its own; the name is for ever.
	private static String signingKey(SecureRandom random) {
		byte[] bytes = new byte[ORIGIN_BYTES];
		random.nextBytes(bytes);
		return SigningKey
			.generate(System.getenv()
				.getOrDefault("GONGKAI_ORIGIN", "gongkai.invalid/" + HexFormat.of().formatHex(bytes)), random)
			.secret();
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
