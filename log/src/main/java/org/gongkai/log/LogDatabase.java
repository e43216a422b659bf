package org.gongkai.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;

/// Makes a PostgreSQL database ready: roles and schemas by its superuser, then the log's tables by their owner.
public final class LogDatabase {

	/// Owns the schemas `log`, `command` and `access`.
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
			createRole(connection, MIGRATE, passwords.migrate());
			createRole(connection, APPEND, passwords.append());
			createRole(connection, READ, passwords.read());
			openTo(connection, MIGRATE, APPEND, READ);
			statement.execute("create schema if not exists log authorization " + MIGRATE);
			statement.execute("create schema if not exists command authorization " + MIGRATE);
			statement.execute("create schema if not exists access authorization " + MIGRATE);
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

	/// Creates a role that may log in and nothing else, or sets its password.
	public static void createRole(Connection connection, String role, String password) throws SQLException {
		try (PreparedStatement query = connection.prepareStatement("select 1 from pg_roles where rolname = ?");
				Statement statement = connection.createStatement()) {
			// roles belong to the whole server, an advisory lock only to one database
			statement.execute("lock table pg_catalog.pg_authid in share row exclusive mode");
			query.setString(1, role);
			try (ResultSet row = query.executeQuery()) {
				statement.execute((row.next() ? "alter" : "create") + " role " + role
						+ " login nosuperuser nocreatedb nocreaterole noreplication nobypassrls");
			}
		}
		// the verifier is computed here: the password itself neither travels nor reaches
		// the server's log
		connection.unwrap(PGConnection.class).alterUserPassword(role, password.toCharArray(), "scram-sha-256");
	}

	/// Lets these roles connect to the database, and nobody else.
	public static void openTo(Connection connection, String... roles) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			String database = quoted(connection.getCatalog());
			statement.execute("revoke all on schema public from public");
			statement.execute("revoke all on database " + database + " from public");
			statement.execute("grant connect on database " + database + " to " + String.join(", ", roles));
		}
	}

	private static String quoted(String name) {
		return '"' + name.replace("\"", "\"\"") + '"';
	}

}
