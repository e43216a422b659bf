package org.gongkai.query;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;

import org.gongkai.log.personal.BlindIndex;
import org.gongkai.log.personal.PersonalKeys;
import org.gongkai.log.personal.Safe;
import org.gongkai.query.Projection.Table;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/// Puts rows into tables by COPY, what is personal sealed under the key of its stream.
final class Writer {

	private final PersonalKeys keys;

	Writer(PersonalKeys keys) {
		this.keys = keys;
	}

	/// Replaces the rows of some streams.
	/// @param suffix of the tables' names; empty for those that are shown
	void replace(JdbcTemplate sql, Projection projection, String suffix, Collection<String> streamIds,
			Collection<Rows> rows) {
		sql.execute((ConnectionCallback<@Nullable Void>) (connection) -> {
			for (Table table : projection.tables()) {
				delete(connection, table.name() + suffix, streamIds);
			}
			copy(connection, projection, suffix, rows);
			return null;
		});
	}

	/// Adds rows.
	void copy(Connection connection, Projection projection, String suffix, Collection<Rows> rows) throws SQLException {
		boolean personal = projection.showsPersonal() && !rows.isEmpty();
		Safe safe = personal ? this.keys.safe(rows.stream().map(Rows::streamId).toList()) : Safe.closed();
		BlindIndex index = personal ? this.keys.index() : BlindIndex.none();
		for (Table table : projection.tables()) {
			StringBuilder lines = new StringBuilder();
			rows.forEach((one) -> one.writeTo(lines, table, safe, index));
			if (!lines.isEmpty()) {
				copy(connection, table, suffix, lines.toString());
			}
		}
	}

	private static void copy(Connection connection, Table table, String suffix, String lines) throws SQLException {
		String target = table.name() + suffix + " (" + String.join(", ", table.columns()) + ")";
		try {
			connection.unwrap(PGConnection.class)
				.getCopyAPI()
				.copyIn("copy " + target + " from stdin", new StringReader(lines));
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
