package org.gongkai.command;

import java.nio.file.Path;
import java.util.List;

import org.gongkai.log.EventMac;
import org.gongkai.log.LogIdentity;
import org.gongkai.log.proof.Hash;
import org.gongkai.log.proof.SigningKey;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the command side finds its database.
///
/// @param url JDBC address of the product's database
/// @param migratePassword password of `gongkai_migrate`; empty where `gongkai prepare` made the tables ready before
/// @param appendPassword password of `gongkai_append`
/// @param queryUrl where the query-service answers that counts the numbers of reports; empty for none
/// @param signingKey by which checkpoints of the log are signed, as `gongkai new-key` prints it; its name is the log's origin
/// @param appendKey 64 hexadecimal digits in no database, by which every node that records marks what it appends; the same on all of
/// them
/// @param hash of the log's tree, `sha-256` or `sm3`; cannot be changed later
/// @param witnesses verifier keys of those whose cosignatures are taken
/// @param keysUrl JDBC address of the database of the keys of personal data, another than the product's
/// @param keysPassword password of `gongkai_keys`
/// @param masterKey the file with the master key, in no database and in no backup of one; made at the first start
/// @param cipher how new keys seal: `aes-256-gcm` or `sm4-gcm`
/// @param erasures the list of what was erased, a file that is kept apart from every backup; empty for none
/// @param uploads the folder of files that are being imported, this service's own; what lies in it at the start is removed
/// @param connections at most this many at once, at least 2; the sequencer and the relay have one each besides
@ConfigurationProperties("gongkai.command")
record CommandSettings(String url, @DefaultValue("") String migratePassword, @DefaultValue("") String appendPassword,
		@DefaultValue("") String queryUrl, @DefaultValue("") String signingKey, @DefaultValue("") String appendKey,
		@DefaultValue("sha-256") String hash, @DefaultValue List<String> witnesses, String keysUrl,
		@DefaultValue("") String keysPassword, Path masterKey, @DefaultValue("aes-256-gcm") String cipher,
		@Nullable Path erasures, @Nullable Path uploads, @DefaultValue("10") int connections) {

	/// The folder of uploads; where none is told, one among the machine's temporary
	/// files.
	Path uploadFolder() {
		return (this.uploads != null) ? this.uploads : Path.of(System.getProperty("java.io.tmpdir"), "gongkai-uploads");
	}

	/// Whose log this is.
	/// @throws IllegalStateException without a signing key or an append key
	LogIdentity identity() {
		if (this.signingKey.isBlank()) {
			throw new IllegalStateException(
					"gongkai.command.signing-key is missing: a log is signed from its first position on");
		}
		SigningKey key = SigningKey.parse(this.signingKey);
		return new LogIdentity(key, Hash.of(this.hash), mac(key.name()));
	}

	/// Marks what this node appends.
	/// @throws IllegalStateException without an append key
	private EventMac mac(String origin) {
		if (this.appendKey.isBlank()) {
			throw new IllegalStateException("gongkai.command.append-key is missing: what is recorded is marked by it, "
					+ "and gets no position without");
		}
		return EventMac.of(this.appendKey, origin, Hash.of(this.hash));
	}

	@Override
	public String toString() {
		return "CommandSettings[url=" + this.url + "]";
	}

}
