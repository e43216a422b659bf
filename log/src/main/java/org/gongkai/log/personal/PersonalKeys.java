package org.gongkai.log.personal;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import javax.sql.DataSource;

import org.gongkai.log.personal.SealingCipher.Unopened;
import org.jspecify.annotations.Nullable;

/// The keys of personal data: one for each stream that holds some, wrapped by a master key that stands in a file. Every
/// question is put to the database, nothing is remembered, so that a destroyed key opens nothing from that moment on,
/// on any node.
public final class PersonalKeys {

	/// Whoever makes a key holds it shared, whoever drops a master key alone.
	private static final String LOCK = "7305504";

	private static final int REWRAPPED_AT_ONCE = 2_000;

	private static final String INDEX = "index";

	private static final String OFFICE = "office";

	private final DataSource keys;

	private final MasterKeyFile file;

	private final SealingCipher cipher;

	private volatile List<MasterKey> masters = List.of();

	private PersonalKeys(DataSource keys, MasterKeyFile file, SealingCipher cipher) {
		this.keys = keys;
		this.file = file;
		this.cipher = cipher;
	}

	/// The keys for whoever records. A file that is missing is made where there are no
	/// keys yet.
	/// @param keep connections as [KeyDatabase#KEEP] to migrated tables
	/// @param masterKey the file with the master key
	/// @param cipher how new keys seal
	/// @throws WrongMasterKey if the file does not belong to these keys
	public static PersonalKeys keeping(DataSource keep, Path masterKey, SealingCipher cipher) {
		PersonalKeys keys = new PersonalKeys(keep, new MasterKeyFile(masterKey), cipher);
		keys.prepare();
		return keys;
	}

	/// The keys for whoever reads.
	/// @param read connections as [KeyDatabase#READ]
	/// @param masterKey the file with the master key
	/// @throws WrongMasterKey if the file does not belong to these keys
	public static PersonalKeys reading(DataSource read, Path masterKey) {
		PersonalKeys keys = new PersonalKeys(read, new MasterKeyFile(masterKey), SealingCipher.AES_256_GCM);
		// whoever records makes the tables, the file and the first keys, and may start
		// later
		keys.query((connection) -> isMigrated(connection) ? keys.officeKey(connection, INDEX) : null);
		return keys;
	}

	/// What opens the personal data of some streams, as their keys are at this moment.
	public Safe safe(Collection<String> streams) {
		return query((connection) -> {
			PersonalKey office = officeKey(connection, OFFICE);
			return new Safe(present(connection, streams), office);
		});
	}

	/// What seals new personal data of some streams. Their keys are on the disk when
	/// this returns.
	/// @throws PersonalErased if the key of one was destroyed
	public Safe sealing(Collection<String> streams) {
		return query((connection) -> {
			Map<String, PersonalKey> present = present(connection, streams);
			Set<String> missing = new TreeSet<>(streams);
			missing.removeAll(present.keySet());
			if (!missing.isEmpty()) {
				make(connection, missing);
				present = present(connection, streams);
				Map<String, PersonalKey> made = present;
				missing.stream().filter((stream) -> !made.containsKey(stream)).findFirst().ifPresent((stream) -> {
					throw new PersonalErased(stream);
				});
			}
			return new Safe(present, null);
		});
	}

	/// Destroys the keys of streams for ever; doing it again changes nothing. Streams
	/// that never had a key get none either.
	/// @return how many keys there were
	public int destroy(Collection<String> streams) {
		return query((connection) -> {
			int there = present(connection, streams).size();
			try (PreparedStatement destroy = connection.prepareStatement("""
					insert into keys.personal_keys (stream_id, key_id, cipher, destroyed_at)
					select stream, gen_random_uuid(), ?, now() from unnest(?::text[]) as stream
					on conflict (stream_id) do update set master = null, wrapped = null, destroyed_at = now()
					where personal_keys.wrapped is not null""")) {
				destroy.setString(1, this.cipher.stored());
				destroy.setArray(2, connection.createArrayOf("text", streams.toArray()));
				destroy.executeUpdate();
			}
			return there;
		});
	}

	/// Those of the streams whose keys are not destroyed, keys that were never made
	/// included.
	public Set<String> notDestroyed(Collection<String> streams) {
		Set<String> left = new TreeSet<>(streams);
		query((connection) -> {
			try (PreparedStatement query = connection.prepareStatement("""
					select stream_id from keys.personal_keys where stream_id = any (?) and wrapped is null""")) {
				query.setArray(1, connection.createArrayOf("text", streams.toArray()));
				try (ResultSet row = query.executeQuery()) {
					while (row.next()) {
						left.remove(row.getString(1));
					}
				}
			}
			return left;
		});
		return left;
	}

	/// Finds words in texts that are sealed.
	public BlindIndex index() {
		return query((connection) -> {
			PersonalKey key = officeKey(connection, INDEX);
			if (key == null) {
				throw new IllegalStateException("nobody has made the keys' tables ready: start the command side first");
			}
			return new BlindIndex(key.secret());
		});
	}

	/// A text that tells whether another is the same, to whoever has the keys alone.
	public String fingerprint(String text) {
		return query((connection) -> {
			PersonalKey key = officeKey(connection, INDEX);
			if (key == null) {
				throw new IllegalStateException("nobody has made the keys' tables ready: start the command side first");
			}
			return HexFormat.of().formatHex(Derived.of(Derived.of(key.secret(), "fingerprint"), text));
		});
	}

	/// What a rotation did.
	///
	/// @param keys how many were wrapped anew
	/// @param resumed whether it finished one that had been cut off
	public record Rotation(long keys, boolean resumed) {
	}

	/// Wraps every key by a new master key and forgets the old one, or finishes a
	/// rotation that was cut off. The file holds both until no key needs the old one;
	/// it may end at any point without a loss.
	/// @throws WrongMasterKey if the file cannot be read or written
	public Rotation rotate() {
		return query((connection) -> {
			execute(connection, "select pg_advisory_lock(" + LOCK + "0)");
			try {
				List<MasterKey> masters = this.file.read();
				boolean resumed = masters.size() > 1;
				if (!resumed) {
					masters = List.of(MasterKey.random(), masters.getFirst());
					this.file.write(masters);
				}
				this.masters = masters;
				long keys = 0;
				for (int some = rewrap(connection); some > 0; some = rewrap(connection)) {
					keys += some;
				}
				// no key is being made while the old master key goes
				execute(connection, "select pg_advisory_lock(" + LOCK + ")");
				try {
					keys += rewrap(connection);
					this.file.write(List.of(masters.getFirst()));
					this.masters = List.of(masters.getFirst());
				}
				finally {
					execute(connection, "select pg_advisory_unlock(" + LOCK + ")");
				}
				return new Rotation(keys, resumed);
			}
			catch (IOException ex) {
				throw this.file.unusable("cannot be written: " + ex.getMessage());
			}
			finally {
				execute(connection, "select pg_advisory_unlock(" + LOCK + "0)");
			}
		});
	}

	private void prepare() {
		query((connection) -> {
			if (!this.file.exists() && isEmpty(connection)) {
				try {
					this.file.write(List.of(MasterKey.random()));
				}
				catch (IOException ex) {
					throw this.file.unusable("cannot be written: " + ex.getMessage());
				}
			}
			this.masters = this.file.read();
			for (String name : List.of(INDEX, OFFICE)) {
				MasterKey master = this.masters.getFirst();
				try (PreparedStatement insert = connection
					.prepareStatement("insert into keys.office_keys values (?, ?, ?, ?) on conflict do nothing")) {
					insert.setString(1, name);
					insert.setString(2, this.cipher.stored());
					insert.setString(3, master.id());
					insert.setBytes(4,
							master.wrap(this.cipher, place(name), PersonalKey.bytes(this.cipher.keyBytes())));
					insert.executeUpdate();
				}
				officeKey(connection, name);
			}
			return this;
		});
	}

	private static boolean isMigrated(Connection connection) throws SQLException {
		try (PreparedStatement query = connection
			.prepareStatement("select to_regclass('keys.office_keys') is not null");
				ResultSet row = query.executeQuery()) {
			row.next();
			return row.getBoolean(1);
		}
	}

	private static boolean isEmpty(Connection connection) throws SQLException {
		try (PreparedStatement query = connection.prepareStatement("select not exists (select from keys.office_keys)");
				ResultSet row = query.executeQuery()) {
			row.next();
			return row.getBoolean(1);
		}
	}

	private void make(Connection connection, Set<String> streams) throws SQLException {
		connection.setAutoCommit(false);
		try {
			execute(connection, "select pg_advisory_xact_lock_shared(" + LOCK + ")");
			this.masters = this.file.read();
			MasterKey master = this.masters.getFirst();
			try (PreparedStatement insert = connection.prepareStatement("""
					insert into keys.personal_keys (stream_id, key_id, cipher, master, wrapped)
					values (?, ?, ?, ?, ?) on conflict (stream_id) do nothing""")) {
				for (String stream : streams) {
					PersonalKey key = PersonalKey.random(this.cipher);
					insert.setString(1, stream);
					insert.setObject(2, key.id());
					insert.setString(3, this.cipher.stored());
					insert.setString(4, master.id());
					insert.setBytes(5, master.wrap(this.cipher, place(stream, key.id()), key.secret()));
					insert.addBatch();
				}
				insert.executeBatch();
			}
			connection.commit();
		}
		catch (SQLException | RuntimeException ex) {
			connection.rollback();
			throw ex;
		}
		finally {
			connection.setAutoCommit(true);
		}
	}

	private Map<String, PersonalKey> present(Connection connection, Collection<String> streams) throws SQLException {
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
					UUID id = row.getObject("key_id", UUID.class);
					present.put(row.getString("stream_id"), unwrap(row, id, place(row.getString("stream_id"), id)));
				}
			}
		}
		return present;
	}

	private @Nullable PersonalKey officeKey(Connection connection, String name) throws SQLException {
		try (PreparedStatement query = connection
			.prepareStatement("select cipher, master, wrapped from keys.office_keys where name = ?")) {
			query.setString(1, name);
			try (ResultSet row = query.executeQuery()) {
				return row.next() ? unwrap(row, new UUID(0, 0), place(name)) : null;
			}
		}
	}

	/// One step of a rotation: wraps some keys by the first of the master keys.
	private int rewrap(Connection connection) throws SQLException {
		MasterKey master = this.masters.getFirst();
		connection.setAutoCommit(false);
		try {
			int keys = 0;
			try (PreparedStatement query = connection.prepareStatement("""
					select stream_id, key_id, cipher, master, wrapped from keys.personal_keys
					where wrapped is not null and master <> ? limit ? for update""");
					PreparedStatement update = connection.prepareStatement("""
							update keys.personal_keys set master = ?, wrapped = ? where stream_id = ?""")) {
				query.setString(1, master.id());
				query.setInt(2, REWRAPPED_AT_ONCE);
				update.setString(1, master.id());
				try (ResultSet row = query.executeQuery()) {
					while (row.next()) {
						String place = place(row.getString("stream_id"), row.getObject("key_id", UUID.class));
						PersonalKey key = unwrap(row, row.getObject("key_id", UUID.class), place);
						update.setBytes(2, master.wrap(key.cipher(), place, key.secret()));
						update.setString(3, row.getString("stream_id"));
						update.addBatch();
						keys++;
					}
				}
				update.executeBatch();
			}
			rewrapOffice(connection, master);
			connection.commit();
			return keys;
		}
		catch (SQLException | RuntimeException ex) {
			connection.rollback();
			throw ex;
		}
		finally {
			connection.setAutoCommit(true);
		}
	}

	private void rewrapOffice(Connection connection, MasterKey master) throws SQLException {
		for (String name : List.of(INDEX, OFFICE)) {
			PersonalKey key = officeKey(connection, name);
			if (key != null) {
				try (PreparedStatement update = connection.prepareStatement(
						"update keys.office_keys set master = ?, wrapped = ? where name = ? and master <> ?")) {
					update.setString(1, master.id());
					update.setBytes(2, master.wrap(key.cipher(), place(name), key.secret()));
					update.setString(3, name);
					update.setString(4, master.id());
					update.executeUpdate();
				}
			}
		}
	}

	private PersonalKey unwrap(ResultSet row, UUID id, String place) throws SQLException {
		SealingCipher of = SealingCipher.of(row.getString("cipher"));
		try {
			return new PersonalKey(id, of, master(row.getString("master")).unwrap(of, place, row.getBytes("wrapped")));
		}
		catch (Unopened _) {
			throw this.file.unusable("does not open the keys of this database");
		}
	}

	private MasterKey master(String id) {
		return find(id).orElseGet(() -> {
			// another process may have rotated meanwhile
			this.masters = this.file.read();
			return find(id).orElseThrow(() -> this.file.unusable("is not the one of the keys of this database"));
		});
	}

	private java.util.Optional<MasterKey> find(String id) {
		return this.masters.stream().filter((master) -> master.id().equals(id)).findFirst();
	}

	private static String place(String name) {
		return "office key " + name;
	}

	private static String place(String stream, UUID id) {
		return stream + "\n" + id;
	}

	private static void execute(Connection connection, String sql) throws SQLException {
		try (var statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	private <T extends @Nullable Object> T query(Work<T> work) {
		try (Connection connection = this.keys.getConnection()) {
			return work.on(connection);
		}
		catch (SQLException ex) {
			throw new IllegalStateException("the keys of personal data cannot be read: " + ex.getMessage(), ex);
		}
	}

	private interface Work<T extends @Nullable Object> {

		T on(Connection connection) throws SQLException;

	}

}
