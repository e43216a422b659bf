package org.gongkai.standalone;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.stream.Stream;

import org.gongkai.log.EventMac;
import org.gongkai.log.proof.Malformed;
import org.gongkai.log.proof.SigningKey;
import org.jspecify.annotations.Nullable;

/// The passwords of one folder's database, and the key of its log. They differ from folder to folder and never leave it.
///
/// @param admin of the superuser that prepares roles and schemas
/// @param migrate of the role that owns the log's and the commands' schemas
/// @param append of the role that records
/// @param read of the role that reads
/// @param signingKey by which the checkpoints of the folder's log are signed; null in a folder from before there were any
/// @param keys of the role that keeps the keys of personal data
/// @param keyReader of the role that reads them
/// @param appendKey by which what is recorded is marked; null in a folder from before events were
record Secrets(String admin, String migrate, String append, String read, @Nullable String signingKey,
		@Nullable String keys, @Nullable String keyReader, @Nullable String appendKey) {

	private static final int BYTES = 24;

	private static final int ORIGIN_BYTES = 8;

	static Secrets random() {
		return new Secrets(password(), password(), password(), password(), null, null, null, null).complete();
	}

	/// With all that a folder from before did not have yet.
	Secrets complete() {
		SecureRandom random = new SecureRandom();
		return new Secrets(this.admin, this.migrate, this.append, this.read,
				(this.signingKey == null) ? signingKey(random) : this.signingKey,
				(this.keys == null) ? password() : this.keys, (this.keyReader == null) ? password() : this.keyReader,
				(this.appendKey == null) ? EventMac.newSecret(random) : this.appendKey);
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

	static String password() {
		byte[] bytes = new byte[BYTES];
		new SecureRandom().nextBytes(bytes);
		return HexFormat.of().formatHex(bytes);
	}

	/// Whether nothing is missing that a folder had from its beginning, and the key of
	/// its log is one.
	boolean isUsable() {
		boolean passwords = Stream.of(this.admin, this.migrate, this.append, this.read)
			.allMatch((password) -> password != null && !password.isBlank());
		if (!passwords || this.appendKey != null && !EventMac.isSecret(this.appendKey)) {
			return false;
		}
		if (this.signingKey == null) {
			return true;
		}
		try {
			SigningKey.parse(this.signingKey);
			return true;
		}
		catch (Malformed ex) {
			return false;
		}
	}

	@Override
	public String toString() {
		return "Secrets[hidden]";
	}

}
