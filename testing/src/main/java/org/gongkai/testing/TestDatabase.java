package org.gongkai.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

import javax.sql.DataSource;

import org.postgresql.ds.PGSimpleDataSource;

/// A fresh, empty database on the PostgreSQL server that the tests of this JVM share.
public final class TestDatabase implements AutoCloseable {

	private final String name;

	private TestDatabase(String name) {
		this.name = name;
	}

	/// Creates a database with a name of its own.
	public static TestDatabase create() {
		TestDatabase database = new TestDatabase("t_" + UUID.randomUUID().toString().replace("-", ""));
		onServer("create database " + database.name);
		return database;
	}

	/// The address of the database.
	public String jdbcUrl() {
		PGSimpleDataSource source = new PGSimpleDataSource();
		source.setUrl(TestServer.SHARED.url());
		return "jdbc:postgresql://" + source.getServerNames()[0] + ":" + source.getPortNumbers()[0] + "/" + this.name;
	}

	/// Connections as the server's superuser.
	public DataSource superuser() {
		return as(TestServer.SHARED.user(), TestServer.SHARED.password());
	}

	/// Connections as a role that the test created; each `getConnection` is a new
	/// session.
	public DataSource as(String role, String password) {
		PGSimpleDataSource source = new PGSimpleDataSource();
		source.setUrl(jdbcUrl());
		source.setUser(role);
		source.setPassword(password);
		return source;
	}

	/// Drops the database, ending whatever sessions it has.
	@Override
	public void close() {
		onServer("drop database if exists " + this.name + " with (force)");
	}

	private static void onServer(String sql) {
		PGSimpleDataSource server = new PGSimpleDataSource();
		server.setUrl(TestServer.SHARED.url());
		try (Connection connection = server.getConnection(TestServer.SHARED.user(), TestServer.SHARED.password());
				Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
