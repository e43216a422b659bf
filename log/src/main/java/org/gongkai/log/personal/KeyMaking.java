package org.gongkai.log.personal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Makes the keys of streams, which are on the disk before anything that they seal is.
final class KeyMaking {

	private final KeyTables tables;

	private final MasterKeys masters;

	private final SealingCipher cipher;

	/// @param cipher how new keys seal
	KeyMaking(KeyTables tables, MasterKeys masters, SealingCipher cipher) {
		this.tables = tables;
		this.masters = masters;
		this.cipher = cipher;
	}

	/// The keys of all these streams, made where there were none.
	/// @throws PersonalErased if one was destroyed
	Map<String, PersonalKey> keysOf(Connection connection, Collection<String> streams) throws SQLException {
		Map<String, PersonalKey> present = this.tables.present(connection, streams);
		Set<String> missing = new TreeSet<>(streams);
		missing.removeAll(present.keySet());
		if (!missing.isEmpty()) {
			make(connection, missing);
			present = this.tables.present(connection, streams);
			Map<String, PersonalKey> made = present;
			missing.stream().filter((stream) -> !made.containsKey(stream)).findFirst().ifPresent((stream) -> {
				throw new PersonalErased(stream);
			});
		}
		return present;
	}

	/// Makes the keys that belong to no stream, where they are missing.
	void makeOffice(Connection connection) throws SQLException {
		MasterKey master = this.masters.present();
		for (String name : PersonalKeys.OFFICE_KEYS) {
			try (PreparedStatement insert = connection
				.prepareStatement("insert into keys.office_keys values (?, ?, ?, ?) on conflict do nothing")) {
				insert.setString(1, name);
				insert.setString(2, this.cipher.stored());
				insert.setString(3, master.id());
				insert.setBytes(4,
						master.wrap(this.cipher, KeyTables.place(name), PersonalKey.bytes(this.cipher.keyBytes())));
				insert.executeUpdate();
			}
		}
	}

	private void make(Connection connection, Set<String> streams) throws SQLException {
		this.tables.together(connection, (_) -> {
			KeyTables.execute(connection, "select pg_advisory_xact_lock_shared(" + KeyTables.LOCK + ")");
			this.masters.read();
			MasterKey master = this.masters.present();
			try (PreparedStatement insert = connection.prepareStatement("""
					insert into keys.personal_keys (stream_id, key_id, cipher, master, wrapped)
					values (?, ?, ?, ?, ?) on conflict (stream_id) do nothing""")) {
				for (String stream : streams) {
					PersonalKey key = PersonalKey.random(this.cipher);
					insert.setString(1, stream);
					insert.setObject(2, key.id());
					insert.setString(3, this.cipher.stored());
					insert.setString(4, master.id());
					insert.setBytes(5, master.wrap(this.cipher, KeyTables.place(stream, key.id()), key.secret()));
					insert.addBatch();
				}
				return insert.executeBatch();
			}
		});
	}

}
