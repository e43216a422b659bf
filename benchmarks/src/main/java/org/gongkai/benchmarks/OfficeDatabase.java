package org.gongkai.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import tools.jackson.databind.json.JsonMapper;

/// The way into the database of an office that is open, past the office: for floors and counts only.
final class OfficeDatabase {

	private static final int PORT_LINE = 3;

	private OfficeDatabase() {
	}

	/// A connection as the database's superuser.
	static Connection connect(Path data) throws SQLException {
		try {
			String port = Files.readAllLines(data.resolve("postgresql/postmaster.pid")).get(PORT_LINE).strip();
			String password = JsonMapper.shared()
				.readTree(Files.readString(data.resolve("secrets.json")))
				.path("admin")
				.asString();
			return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/gongkai", "gongkai_admin",
					password);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static void run(Connection connection, String sql) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	static long number(Connection connection, String sql) throws SQLException {
		try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
			row.next();
			return row.getLong(1);
		}
	}

}
