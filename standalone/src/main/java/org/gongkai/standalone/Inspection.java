package org.gongkai.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.gongkai.log.LogDatabase;
import org.gongkai.log.personal.KeyDatabase;
import org.gongkai.log.personal.PersonalKeys;
import org.gongkai.log.proof.SigningKey;
import org.gongkai.log.proof.VerifierKey;
import org.gongkai.standalone.postgres.Postgres;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/// A folder's database without its services, which a log that was tampered with may keep from starting. A folder that an
/// office has open is looked at beside it.
public final class Inspection implements AutoCloseable {

	// in postmaster.pid, counted from 0
	private static final int PORT_LINE = 3;

	private static final int KEY_CONNECTIONS = 4;

	private final Secrets secrets;

	private final Path dir;

	private final String server;

	private final @Nullable DataFolder folder;

	private final @Nullable Postgres postgres;

	private @Nullable HikariDataSource keys;

	private Inspection(Path dir, Secrets secrets, String server, @Nullable DataFolder folder,
			@Nullable Postgres postgres) {
		this.dir = dir;
		this.secrets = secrets;
		this.server = server;
		this.folder = folder;
		this.postgres = postgres;
	}

	/// @param dir a Gongkai folder
	/// @throws Failed if there is none, or its database does not start
	public static Inspection open(Path dir) {
		if (!DataFolder.exists(dir) || !Files.exists(dir.resolve("postgresql/PG_VERSION"))) {
			throw new Failed(dir + " is not a Gongkai folder with a database");
		}
		return DataFolder.isOpen(dir) ? beside(dir) : alone(dir);
	}

	private static Inspection beside(Path dir) {
		try {
			List<String> lines = Files.readAllLines(dir.resolve("postgresql/postmaster.pid"));
			String url = "jdbc:postgresql://127.0.0.1:" + lines.get(PORT_LINE).strip() + "/";
			return new Inspection(dir, DataFolder.secrets(dir), url, null, null);
		}
		catch (IOException | IndexOutOfBoundsException ex) {
			throw new Failed("the folder " + dir + " is just being opened or closed by another process", ex);
		}
	}

	private static Inspection alone(Path dir) {
		DataFolder folder = DataFolder.open(dir);
		try {
			Secrets secrets = folder.secrets();
			Postgres postgres = Postgres.start(folder.database(), folder.databaseLog(), Office.programs(folder),
					secrets.admin(), (_) -> {
					});
			String url = postgres.url();
			return new Inspection(dir, secrets, url.substring(0, url.lastIndexOf('/') + 1), folder, postgres);
		}
		catch (RuntimeException ex) {
			folder.close();
			throw ex;
		}
	}

	/// Connections that may read the log and own the read tables.
	public DataSource read() {
		PGSimpleDataSource source = source(Postgres.DATABASE, LogDatabase.READ, this.secrets.read());
		source.setCurrentSchema("read");
		return source;
	}

	/// The keys of personal data, which are in another database.
	/// @throws org.gongkai.log.personal.WrongMasterKey if the folder's master key is not
	/// theirs
	public PersonalKeys personalKeys() {
		if (this.keys == null) {
			// a key is asked for with every sealed event: the server has no slots for a
			// connection each
			HikariConfig pool = new HikariConfig();
			pool.setDataSource(source(Postgres.KEYS, KeyDatabase.READ, this.secrets.keyReader()));
			pool.setMaximumPoolSize(KEY_CONNECTIONS);
			this.keys = new HikariDataSource(pool);
		}
		return PersonalKeys.reading(this.keys, DataFolder.masterKey(this.dir));
	}

	private PGSimpleDataSource source(String database, String user, @Nullable String password) {
		PGSimpleDataSource source = new PGSimpleDataSource();
		source.setUrl(this.server + database);
		source.setUser(user);
		source.setPassword(password);
		return source;
	}

	/// The key of the folder's log, which is not in its database.
	public VerifierKey key() {
		return SigningKey.parse(String.valueOf(this.secrets.signingKey())).verifier();
	}

	@Override
	public void close() {
		try (DataFolder _ = this.folder; Postgres _ = this.postgres; HikariDataSource _ = this.keys) {
			return;
		}
	}

}
