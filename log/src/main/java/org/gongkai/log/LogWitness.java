package org.gongkai.log;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Remembers of the log, in the database of the keys, what the log's own database cannot say of itself: which checkpoint is
/// the newest, and up to which index events of an earlier build carry no mark.
public final class LogWitness {

	private static final Logger LOGGER = LoggerFactory.getLogger(LogWitness.class);

	private final DataSource keys;

	private final String origin;

	/// @param keys connections that may write in the database of the keys
	/// @param origin the log's name
	public LogWitness(DataSource keys, String origin) {
		this.keys = keys;
		this.origin = origin;
	}

	/// The newest checkpoint.
	///
	/// @param ordinal 0 before the first linked one
	/// @param note as it was signed; null before the first linked one
	/// @param link as it was signed; null before the first linked one
	public record Head(long ordinal, @Nullable String note, @Nullable String link) {
	}

	/// The newest checkpoint that was signed; null where a log was never begun, or last
	/// by
	/// a build that remembered nothing.
	/// @param keys connections that may read in the database of the keys
	/// @throws SQLException if they cannot
	public static @Nullable Head head(DataSource keys, String origin) throws SQLException {
		try (Connection connection = keys.getConnection()) {
			return exists(connection) ? head(connection, origin) : null;
		}
	}

	private static boolean exists(Connection connection) throws SQLException {
		try (Statement query = connection.createStatement();
				ResultSet row = query.executeQuery("select to_regclass('keys.log_heads') is not null")) {
			row.next();
			return row.getBoolean(1);
		}
	}

	private static @Nullable Head head(Connection connection, String origin) throws SQLException {
		try (PreparedStatement query = connection
			.prepareStatement("select ordinal, note, link from keys.log_heads where origin = ?")) {
			query.setString(1, origin);
			try (ResultSet row = query.executeQuery()) {
				return row.next() ? new Head(row.getLong(1), row.getString(2), row.getString(3)) : null;
			}
		}
	}

	/// The same, and from now on there is one.
	Head begin() throws SQLException {
		try (Connection connection = this.keys.getConnection();
				PreparedStatement insert = connection.prepareStatement(
						"insert into keys.log_heads (origin, ordinal) values (?, 0) on conflict do nothing")) {
			insert.setString(1, this.origin);
			insert.executeUpdate();
		}
		Head head = head(this.keys, this.origin);
		return (head == null) ? new Head(0, null, null) : head;
	}

	/// Remembers a checkpoint that was just signed. A failure is made up for by the next
	/// one, or by the next leader.
	void advance(long ordinal, String note, String link) {
		try (Connection connection = this.keys.getConnection();
				PreparedStatement update = connection.prepareStatement(
						"update keys.log_heads set ordinal = ?, note = ?, link = ? where origin = ? and ordinal < ?")) {
			update.setLong(1, ordinal);
			update.setString(2, note);
			update.setString(3, link);
			update.setString(4, this.origin);
			update.setLong(5, ordinal);
			update.executeUpdate();
		}
		catch (SQLException ex) {
			LOGGER.warn("the database of the keys does not know checkpoint {} yet: {}", ordinal, ex.getMessage());
		}
	}

	/// Up to which index an event without a mark was appended by an earlier build. It is
	/// decided once, before the first linked checkpoint.
	/// @param log a connection to the log's database
	long unmarked(EventMac mac, Connection log) throws SQLException {
		try (Connection connection = this.keys.getConnection()) {
			Long known = known(connection, mac);
			if (known != null) {
				return known;
			}
			if (number(log,
					"select count(*) from (select from log.checkpoints where ordinal is not null limit 1) l") > 0) {
				LOGGER.error("the database of the keys has forgotten which events are of an earlier build: no event "
						+ "without a mark is given a position");
				return 0;
			}
			long upTo = number(log, "select coalesce(max(event_index), 0) from log.events where mac is null");
			try (PreparedStatement insert = connection.prepareStatement(
					"insert into keys.unmarked_events (origin, up_to, mac) values (?, ?, ?) on conflict do nothing")) {
				insert.setString(1, this.origin);
				insert.setLong(2, upTo);
				insert.setBytes(3, mac.ofBoundary(upTo));
				insert.executeUpdate();
			}
			return upTo;
		}
	}

	private @Nullable Long known(Connection connection, EventMac mac) throws SQLException {
		try (PreparedStatement query = connection
			.prepareStatement("select up_to, mac from keys.unmarked_events where origin = ?")) {
			query.setString(1, this.origin);
			try (ResultSet row = query.executeQuery()) {
				if (!row.next()) {
					return null;
				}
				if (!MessageDigest.isEqual(row.getBytes(2), mac.ofBoundary(row.getLong(1)))) {
					LOGGER.error("which events are of an earlier build was changed in the database of the keys, or the "
							+ "append key is another: no event without a mark is given a position");
					return 0L;
				}
				return row.getLong(1);
			}
		}
	}

	private static long number(Connection connection, String sql) throws SQLException {
		try (Statement query = connection.createStatement(); ResultSet row = query.executeQuery(sql)) {
			row.next();
			return row.getLong(1);
		}
	}

}
