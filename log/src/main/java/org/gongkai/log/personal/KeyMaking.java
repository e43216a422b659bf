package org.gongkai.log.personal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.gongkai.log.Transaction;

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
		Map<String, PersonalKey> keys = this.tables.present(connection, streams);
		Set<String> missing = without(streams, keys);
		if (!missing.isEmpty()) {
			keys.putAll(make(connection, missing));
			// somebody else made them at the same moment, or destroyed them
			keys.putAll(this.tables.present(connection, without(missing, keys)));
			without(missing, keys).stream().findFirst().ifPresent((stream) -> {
				throw new PersonalErased(stream);
			});
		}
		return keys;
	}

	/// The streams that have no key among these, in one order for all who make some.
	private static Set<String> without(Collection<String> streams, Map<String, PersonalKey> keys) {
		Set<String> without = new TreeSet<>(streams);
		without.removeAll(keys.keySet());
		return without;
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

	/// @return those that nobody else had made before
	private Map<String, PersonalKey> make(Connection connection, Set<String> streams) throws SQLException {
		return Transaction.of(connection, (_) -> {
			KeyTables.execute(connection, "select pg_advisory_xact_lock_shared(" + KeyTables.LOCK + ")");
			this.masters.read();
			MasterKey master = this.masters.present();
			Map<String, PersonalKey> keys = new HashMap<>();
			List<UUID> ids = new ArrayList<>();
			List<byte[]> wrapped = new ArrayList<>();
			for (String stream : streams) {
				PersonalKey key = PersonalKey.random(this.cipher);
				keys.put(stream, key);
				ids.add(key.id());
				wrapped.add(master.wrap(this.cipher, KeyTables.place(stream, key.id()), key.secret()));
			}
			Set<String> made = new HashSet<>();
			try (PreparedStatement insert = connection.prepareStatement(
					"""
							insert into keys.personal_keys (stream_id, key_id, cipher, master, wrapped)
							select stream, id, ?, ?, wrapped from unnest(?::text[], ?::uuid[], ?::bytea[]) as key (stream, id, wrapped)
							on conflict (stream_id) do nothing returning stream_id""")) {
				insert.setString(1, this.cipher.stored());
				insert.setString(2, master.id());
				insert.setArray(3, connection.createArrayOf("text", streams.toArray()));
				insert.setArray(4, connection.createArrayOf("uuid", ids.toArray()));
				insert.setArray(5, connection.createArrayOf("bytea", wrapped.toArray(new byte[0][])));
				try (ResultSet row = insert.executeQuery()) {
					while (row.next()) {
						made.add(row.getString(1));
					}
				}
			}
			keys.keySet().retainAll(made);
			return keys;
		});
	}

}
