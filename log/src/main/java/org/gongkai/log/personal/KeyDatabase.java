package org.gongkai.log.personal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.gongkai.log.LogDatabase;

/// Makes the database of the keys ready, which is another than the log's: whoever copies the log copies no key.
public final class KeyDatabase {

	/// Makes keys, destroys them and owns their tables.
	public static final String KEEP = "gongkai_keys";

	/// May read keys, which the master key must unwrap.
	public static final String READ = "gongkai_key_reader";

	private KeyDatabase() {
	}

	/// Creates or completes roles and schema; may be run again at any time, which also
	/// sets the passwords.
	/// @param superuser a connection as superuser to the database of the keys
	/// @param keep password of [#KEEP]
	/// @param read password of [#READ]
	public static void bootstrap(DataSource superuser, String keep, String read) {
		try (Connection connection = superuser.getConnection(); Statement statement = connection.createStatement()) {
			connection.setAutoCommit(false);
			LogDatabase.createRole(connection, KEEP, keep);
			LogDatabase.createRole(connection, READ, read);
			LogDatabase.openTo(connection, KEEP, READ);
			statement.execute("create schema if not exists keys authorization " + KEEP);
			statement.execute("grant usage on schema keys to " + READ);
			connection.commit();
		}
		catch (SQLException ex) {
			throw new IllegalStateException("the database of the keys could not be made ready: " + ex.getMessage(), ex);
		}
	}

	/// Brings the schema `keys` to the present version.
	/// @param keepRole connections as [#KEEP]
	public static void migrate(DataSource keepRole) {
		Flyway.configure()
			.dataSource(keepRole)
			.schemas("keys")
			.createSchemas(false)
			.table("schema_history")
			.locations("classpath:org/gongkai/log/personal/migration")
			.load()
			.migrate();
	}

}
