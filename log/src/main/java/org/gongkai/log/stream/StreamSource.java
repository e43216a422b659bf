package org.gongkai.log.stream;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.gongkai.log.LeafRow;
import org.gongkai.log.proof.Hash;
import org.gongkai.log.proof.Hasher;
import org.gongkai.log.proof.Leaf;

/// The log as it goes to the stream, in the order of its positions. Nothing personal is opened, and nothing goes out that is
/// not what was signed. For one thread.
public final class StreamSource {

	private static final String EVENTS = "select p.position, " + LeafRow.COLUMNS + """
			, substring(l.hashes from (32 * (p.position - l.first))::int + 1 for 32) as leaf
			from log.positions p join log.events e using (event_index)
			left join lateral (select first, hashes from log.leaves where first <= p.position
			order by first desc limit 1) l on true
			where p.position > ? order by p.position limit ?""";

	private final Connection connection;

	private final String origin;

	private final Hasher hasher;

	private StreamSource(Connection connection, String origin, Hasher hasher) {
		this.connection = connection;
		this.origin = origin;
		this.hasher = hasher;
	}

	/// @param connection as a role that may select from the log
	/// @throws IllegalStateException if the log was never served and has no identity yet
	public static StreamSource of(Connection connection) throws SQLException {
		try (PreparedStatement query = connection.prepareStatement("select origin, hash from log.identity");
				ResultSet row = query.executeQuery()) {
			if (!row.next()) {
				throw new IllegalStateException("the log has no identity yet");
			}
			return new StreamSource(connection, row.getString(1), Hash.of(row.getString(2)).hasher());
		}
	}

	/// An event to send.
	///
	/// @param event all that is stored of it
	/// @param leaf its hash in the tree
	public record Entry(Leaf event, byte[] leaf) {
	}

	/// The log's name, on every record.
	public String origin() {
		return this.origin;
	}

	/// The last position; 0 while the log is empty.
	public long head() throws SQLException {
		try (PreparedStatement query = this.connection
			.prepareStatement("select coalesce(max(position), 0) from log.positions");
				ResultSet row = query.executeQuery()) {
			row.next();
			return row.getLong(1);
		}
	}

	/// The events after a position, ascending and without a hole.
	/// @param limit how many at most
	/// @throws IllegalStateException if one is missing, or is not what the tree says it
	/// is
	public List<Entry> read(long after, int limit) throws SQLException {
		try (PreparedStatement query = this.connection.prepareStatement(EVENTS)) {
			query.setLong(1, after);
			query.setInt(2, limit);
			List<Entry> entries = new ArrayList<>();
			try (ResultSet row = query.executeQuery()) {
				while (row.next()) {
					entries.add(entry(after + entries.size() + 1, row));
				}
			}
			return entries;
		}
	}

	private Entry entry(long expected, ResultSet row) throws SQLException {
		Leaf event = LeafRow.leaf(row.getLong("position"), row, 1);
		if (event.position() != expected) {
			throw new IllegalStateException("position " + expected + " is missing in the log: gongkai verify");
		}
		byte[] stored = row.getBytes("leaf");
		if (stored == null || stored.length == 0) {
			throw new IllegalStateException("position " + expected + " has no leaf in the tree yet");
		}
		byte[] leaf = this.hasher.leaf(event.data());
		if (!Arrays.equals(leaf, stored)) {
			throw new IllegalStateException(
					"position " + expected + " is not what was recorded and does not go out: gongkai verify");
		}
		return new Entry(event, leaf);
	}

}
