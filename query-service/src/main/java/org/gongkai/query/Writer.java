package org.gongkai.query;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;

import org.gongkai.query.Projection.Table;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/// Puts rows into tables by COPY.
final class Writer {

	private Writer() {
	}

	/// Replaces the rows of some streams.
	/// @param suffix of the tables' names; empty for those that are shown
	static void replace(JdbcTemplate sql, Projection projection, String suffix, Collection<String> streamIds,
			Collection<Rows> rows) {
		sql.execute((ConnectionCallback<@Nullable Void>) (connection) -> {
			for (Table table : projection.tables()) {
				delete(connection, table.name() + suffix, streamIds);
				copy(connection, table, suffix, rows);
			}
			return null;
		});
	}

	static void copy(Connection connection, Table table, String suffix, Collection<Rows> rows) throws SQLException {
		StringBuilder lines = new StringBuilder();
		rows.forEach((one) -> one.of(table).forEach(lines::append));
		if (lines.isEmpty()) {
			return;
		}
		String target = table.name() + suffix + " (" + String.join(", ", table.columns()) + ")";
		try {
			connection.unwrap(PGConnection.class)
				.getCopyAPI()
				.copyIn("copy " + target + " from stdin", new StringReader(lines.toString()));
		}
		catch (IOException ex) {
			throw new SQLException(ex);
		}
	}

	private static void delete(Connection connection, String table, Collection<String> streamIds) throws SQLException {
		try (PreparedStatement delete = connection
			.prepareStatement("delete from " + table + " where stream_id = any (?)")) {
			delete.setArray(1, connection.createArrayOf("text", streamIds.toArray()));
			delete.executeUpdate();
		}
	}

}
