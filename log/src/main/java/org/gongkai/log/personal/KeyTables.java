package org.gongkai.log.personal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

import org.gongkai.log.Transaction;
import org.jspecify.annotations.Nullable;

/// The keys as their database has them, each wrapped by a master key.
final class KeyTables {

	/// Whoever makes a key holds it shared, whoever drops a master key alone.
	static final String LOCK = "7305504";

	private final @Nullable DataSource source;

	private final MasterKeys masters;

	/// @param source null where nothing personal is held
	KeyTables(@Nullable DataSource source, MasterKeys masters) {
		this.source = source;
		this.masters = masters;
	}

	/// Whether there are any.
	boolean exist() {
		return this.source != null;
	}

	@Nullable DataSource source() {
		return this.source;
	}

	<T extends @Nullable Object> T query(Transaction.Work<T> work) {
		DataSource there = this.source;
		if (there == null) {
			throw new IllegalStateException("there are no keys of personal data here");
		}
		try (Connection connection = there.getConnection()) {
			return work.on(connection);
		}
		catch (SQLException ex) {
			throw new IllegalStateException("the keys of personal data cannot be read: " + ex.getMessage(), ex);
		}
	}

	/// The keys of those streams that have one.
	Map<String, PersonalKey> present(Connection connection, Collection<String> streams) throws SQLException {
		Map<String, PersonalKey> present = new HashMap<>();
		if (streams.isEmpty()) {
			return present;
		}
		try (PreparedStatement query = connection.prepareStatement("""
				select stream_id, key_id, cipher, master, wrapped from keys.personal_keys
				where stream_id = any (?) and wrapped is not null""")) {
			query.setArray(1, connection.createArrayOf("text", streams.toArray()));
			try (ResultSet row = query.executeQuery()) {
				while (row.next()) {
					present.put(row.getString("stream_id"), key(row));
				}
			}
		}
		return present;
	}

	/// The key of a row of `personal_keys`.
	PersonalKey key(ResultSet row) throws SQLException {
		UUID id = row.getObject("key_id", UUID.class);
		return this.masters.unwrap(id, row.getString("cipher"), row.getString("master"),
				place(row.getString("stream_id"), id), row.getBytes("wrapped"));
	}

	/// A key that belongs to no stream; null if nobody has made it yet.
	@Nullable PersonalKey office(Connection connection, String name) throws SQLException {
		try (PreparedStatement query = connection
			.prepareStatement("select cipher, master, wrapped from keys.office_keys where name = ?")) {
			query.setString(1, name);
			try (ResultSet row = query.executeQuery()) {
				return row.next() ? this.masters.unwrap(new UUID(0, 0), row.getString("cipher"),
						row.getString("master"), place(name), row.getBytes("wrapped")) : null;
			}
		}
	}

	/// What a key without a stream is bound to.
	static String place(String name) {
		return "office key " + name;
	}

	/// What the key of a stream is bound to.
	static String place(String stream, UUID id) {
		return stream + "\n" + id;
	}

	static void execute(Connection connection, String sql) throws SQLException {
		try (var statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

}
