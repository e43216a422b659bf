package org.gongkai.log.personal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

/// The keys of personal data: one for each stream that holds some, wrapped by a master key that stands in a file. Every
/// question about a stream is put to the database and no key of one is remembered, so that a destroyed key opens nothing
/// from that moment on, on any node.
public final class PersonalKeys {

	private static final String INDEX = "index";

	private static final String OFFICE = "office";

	/// The keys that belong to no stream.
	static final List<String> OFFICE_KEYS = List.of(INDEX, OFFICE);

	private final MasterKeys masters;

	private final KeyTables tables;

	private final SealingCipher cipher;

	private final KeyMaking making;

	private final OfficeKey index = new OfficeKey(INDEX);

	private final OfficeKey office = new OfficeKey(OFFICE);

	private PersonalKeys(@Nullable DataSource keys, Path masterKey, SealingCipher cipher) {
		this.masters = new MasterKeys(new MasterKeyFile(masterKey));
		this.tables = new KeyTables(keys, this.masters);
		this.cipher = cipher;
		this.making = new KeyMaking(this.tables, this.masters, cipher);
	}

	/// The keys for whoever records. A file that is missing is made where there are no
	/// keys yet.
	/// @param keep connections as [KeyDatabase#KEEP] to migrated tables
	/// @param masterKey the file with the master key
	/// @param cipher how new keys seal
	/// @throws WrongMasterKey if the file does not belong to these keys
	public static PersonalKeys keeping(DataSource keep, Path masterKey, SealingCipher cipher) {
		PersonalKeys keys = new PersonalKeys(keep, masterKey, cipher);
		keys.prepare();
		return keys;
	}

	/// The keys for whoever reads.
	/// @param read connections as [KeyDatabase#READ]
	/// @param masterKey the file with the master key
	/// @throws WrongMasterKey if the file does not belong to these keys
	public static PersonalKeys reading(DataSource read, Path masterKey) {
		PersonalKeys keys = new PersonalKeys(read, masterKey, SealingCipher.AES_256_GCM);
		// whoever records makes the tables, the file and the first keys, and may start
		// later
		keys.tables.query((connection) -> isMigrated(connection) ? keys.tables.office(connection, INDEX) : null);
		return keys;
	}

	/// No keys, for whoever reads a log that holds nothing personal.
	public static PersonalKeys none() {
		return new PersonalKeys(null, Path.of(""), SealingCipher.AES_256_GCM);
	}

	/// The database of the keys, which also remembers what was signed of the log; null
	/// where there are none.
	public @Nullable DataSource database() {
		return this.tables.source();
	}

	/// What opens the personal data of some streams, as their keys are at this moment.
	public Safe safe(Collection<String> streams) {
		if (!this.tables.exist()) {
			return Safe.closed();
		}
		PersonalKey byOffice = this.office.key();
		return new Safe(this.tables.query((connection) -> this.tables.present(connection, streams)), byOffice);
	}

	/// What seals new personal data of some streams. Their keys are on the disk when
	/// this returns.
	/// @throws PersonalErased if the key of one was destroyed
	public Safe sealing(Collection<String> streams) {
		return new Safe(this.tables.query((connection) -> this.making.keysOf(connection, streams)), null);
	}

	/// Destroys the keys of streams for ever; doing it again changes nothing. Streams
	/// that never had a key get none either.
	/// @return how many keys there were
	public int destroy(Collection<String> streams) {
		return this.tables.query((connection) -> {
			int there = this.tables.present(connection, streams).size();
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
		this.tables.query((connection) -> {
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
		if (!this.tables.exist()) {
			return BlindIndex.none();
		}
		return new BlindIndex(indexKey().secret());
	}

	/// A text that tells whether another is the same, to whoever has the keys alone.
	public String fingerprint(String text) {
		return HexFormat.of().formatHex(Derived.of(Derived.of(indexKey().secret(), "fingerprint"), text));
	}

	private PersonalKey indexKey() {
		PersonalKey key = this.index.key();
		if (key == null) {
			throw new IllegalStateException("nobody has made the keys' tables ready: start the command side first");
		}
		return key;
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
		return this.tables.query(new KeyRotation(this.tables, this.masters)::run);
	}

	/// A key that belongs to no stream. It is never destroyed, and the same under another
	/// master key, so that it is remembered.
	private final class OfficeKey {

		private final String name;

		private volatile @Nullable PersonalKey found;

		OfficeKey(String name) {
			this.name = name;
		}

		@Nullable PersonalKey key() {
			PersonalKey key = this.found;
			if (key == null) {
				KeyTables tables = PersonalKeys.this.tables;
				key = tables.query((connection) -> tables.office(connection, this.name));
				this.found = key;
			}
			return key;
		}

	}

	private void prepare() {
		this.tables.query((connection) -> {
			if (isEmpty(connection)) {
				this.masters.makeIfAbsent();
			}
			this.masters.read();
			this.making.makeOffice(connection);
			for (String name : OFFICE_KEYS) {
				this.tables.office(connection, name);
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

}
