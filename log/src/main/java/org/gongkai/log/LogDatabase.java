package org.gongkai.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;

/// Makes a PostgreSQL database ready: roles and schemas by its superuser, then the log's tables by their owner.
public final class LogDatabase {

	/// Owns the schemas `log` and `command`.
	public static final String MIGRATE = "gongkai_migrate";

	/// May add events and read them.
	public static final String APPEND = "gongkai_append";

	/// May read events; owns the schema `read`.
	public static final String READ = "gongkai_read";

	private LogDatabase() {
	}

	/// Creates or completes roles and schemas; may be run again at any time, which also
	/// sets the passwords.
	/// @param superuser a connection as superuser to the product's database
	public static void bootstrap(DataSource superuser, RolePasswords passwords) {
		try (Connection connection = superuser.getConnection(); Statement statement = connection.createStatement()) {
			connection.setAutoCommit(false);
			statement.execute("select pg_advisory_xact_lock(7305501)");
			for (Map.Entry<String, String> role : Map
				.of(MIGRATE, passwords.migrate(), APPEND, passwords.append(), READ, passwords.read())
				.entrySet()) {
				createRole(connection, role.getKey(), role.getValue());
			}
			String database = connection.getCatalog();
			statement.execute("revoke all on schema public from public");
			statement.execute("revoke all on database " + quoted(database) + " from public");
			statement.execute(
					"grant connect on database " + quoted(database) + " to " + MIGRATE + ", " + APPEND + ", " + READ);
			statement.execute("create schema if not exists log authorization " + MIGRATE);
			statement.execute("create schema if not exists command authorization " + MIGRATE);
			statement.execute("create schema if not exists read authorization " + READ);
			connection.commit();
		}
		catch (SQLException ex) {
			throw new IllegalStateException("the database could not be made ready: " + ex.getMessage(), ex);
		}
	}

	/// Brings the schema `log` to the present version.
	/// @param migrateRole connections as [#MIGRATE]
	public static void migrate(DataSource migrateRole) {
		Flyway.configure()
			.dataSource(migrateRole)
			.schemas("log")
			.createSchemas(false)
			.table("schema_history")
			.locations("classpath:org/gongkai/log/migration")
			.load()
			.migrate();
	}

	private static void createRole(Connection connection, String role, String password) throws SQLException {
		boolean known;
		try (PreparedStatement query = connection.prepareStatement("select 1 from pg_roles where rolname = ?")) {
			query.setString(1, role);
			try (ResultSet row = query.executeQuery()) {
				known = row.next();
			}
		}
		// a role's password is no parameter; format('%L') quotes it
		try (PreparedStatement format = connection
			.prepareStatement("select format('%s role %I login password %L', ?, ?, ?)")) {
			format.setString(1, known ? "alter" : "create");
			format.setString(2, role);
			format.setString(3, password);
			try (ResultSet row = format.executeQuery(); Statement statement = connection.createStatement()) {
				row.next();
				statement.execute("set local password_encryption = 'scram-sha-256'");
				statement.execute(row.getString(1));
			}
		}
	}

	private static String quoted(String name) {
		return '"' + name.replace("\"", "\"\"") + '"';
	}

}
