package org.gongkai.log.personal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import org.gongkai.log.Transaction;

/// Replaces the master key. The file holds both until no key needs the old one, so that it may end at any point without a
/// loss.
final class KeyRotation {

	private static final int AT_ONCE = 2_000;

	private final KeyTables tables;

	private final MasterKeys masters;

	KeyRotation(KeyTables tables, MasterKeys masters) {
		this.tables = tables;
		this.masters = masters;
	}

	/// Wraps every key by a new master key and forgets the old one, or finishes what was
	/// cut off.
	PersonalKeys.Rotation run(Connection connection) throws SQLException {
		KeyTables.execute(connection, "select pg_advisory_lock(" + KeyTables.LOCK + "0)");
		try {
			List<MasterKey> found = this.masters.read();
			boolean resumed = found.size() > 1;
			if (!resumed) {
				this.masters.replace(List.of(MasterKey.random(), found.getFirst()));
			}
			long keys = rewrapAll(connection);
			// no key is being made while the old master key goes
			KeyTables.execute(connection, "select pg_advisory_lock(" + KeyTables.LOCK + ")");
			try {
				keys += rewrap(connection);
				this.masters.replace(List.of(this.masters.present()));
			}
			finally {
				KeyTables.execute(connection, "select pg_advisory_unlock(" + KeyTables.LOCK + ")");
			}
			return new PersonalKeys.Rotation(keys, resumed);
		}
		finally {
			KeyTables.execute(connection, "select pg_advisory_unlock(" + KeyTables.LOCK + "0)");
		}
	}

	private long rewrapAll(Connection connection) throws SQLException {
		long keys = 0;
		for (int some = rewrap(connection); some > 0; some = rewrap(connection)) {
			keys += some;
		}
		return keys;
	}

	/// Wraps some keys by the first of the master keys.
	private int rewrap(Connection connection) throws SQLException {
		MasterKey master = this.masters.present();
		return Transaction.of(connection, (_) -> {
			int keys = rewrapStreams(connection, master);
			rewrapOffice(connection, master);
			return keys;
		});
	}

	private int rewrapStreams(Connection connection, MasterKey master) throws SQLException {
		int keys = 0;
		try (PreparedStatement query = connection.prepareStatement("""
				select stream_id, key_id, cipher, master, wrapped from keys.personal_keys
				where wrapped is not null and master <> ? limit ? for update""");
				PreparedStatement update = connection.prepareStatement("""
						update keys.personal_keys set master = ?, wrapped = ? where stream_id = ?""")) {
			query.setString(1, master.id());
			query.setInt(2, AT_ONCE);
			update.setString(1, master.id());
			try (ResultSet row = query.executeQuery()) {
				while (row.next()) {
					String stream = row.getString("stream_id");
					PersonalKey key = this.tables.key(row);
					update.setBytes(2, master.wrap(key.cipher(), KeyTables.place(stream, key.id()), key.secret()));
					update.setString(3, stream);
					update.addBatch();
					keys++;
				}
			}
			update.executeBatch();
		}
		return keys;
	}

	private void rewrapOffice(Connection connection, MasterKey master) throws SQLException {
		for (String name : PersonalKeys.OFFICE_KEYS) {
			PersonalKey key = this.tables.office(connection, name);
			if (key != null) {
				try (PreparedStatement update = connection.prepareStatement(
						"update keys.office_keys set master = ?, wrapped = ? where name = ? and master <> ?")) {
					update.setString(1, master.id());
					update.setBytes(2, master.wrap(key.cipher(), KeyTables.place(name), key.secret()));
					update.setString(3, name);
					update.setString(4, master.id());
					update.executeUpdate();
				}
			}
		}
	}

}
