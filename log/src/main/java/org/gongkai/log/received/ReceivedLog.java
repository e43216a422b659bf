package org.gongkai.log.received;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.sql.DataSource;

import org.gongkai.events.Event;
import org.gongkai.log.EventForms;
import org.gongkai.log.Transaction;
import org.gongkai.log.stream.StreamRecord;
import org.jspecify.annotations.Nullable;

/// Takes records of sources into the tables of a log: each gets the next position here in the transaction that also moves
/// its source and the place in its partition. Should two take from the same source, whoever comes second is told so and has
/// changed nothing.
public final class ReceivedLog {

	private final DataSource append;

	private final EventForms forms;

	/// @param append connections as [org.gongkai.log.LogDatabase#APPEND]
	/// @param forms in which events are read and kept
	public ReceivedLog(DataSource append, EventForms forms) {
		this.append = append;
		this.forms = forms;
	}

	/// The event of a record, in the form that it is kept in.
	/// @throws IllegalArgumentException if this version knows no such event
	public Event read(StreamRecord record) {
		return record.event(this.forms).event();
	}

	/// What was taken of some arrivals.
	///
	/// @param position of the source now
	/// @param taken how many of the arrivals are done with
	/// @param contradiction why the next one was not taken; null where all were
	public record Taken(long position, int taken, @Nullable Contradiction contradiction) {
	}

	/// Makes ready to take from some sources.
	/// @throws IllegalStateException if the database has a log of its own
	public void open(Collection<String> sources) {
		with((connection) -> {
			try (PreparedStatement query = connection.prepareStatement("select origin from log.identity");
					ResultSet row = query.executeQuery()) {
				if (row.next()) {
					throw new IllegalStateException("the database has a log of its own, " + row.getString(1)
							+ ": what is received needs another database");
				}
			}
			try (PreparedStatement insert = connection
				.prepareStatement("insert into log.sources (source) values (?) on conflict do nothing")) {
				for (String source : sources) {
					insert.setString(1, source);
					insert.executeUpdate();
				}
			}
			return null;
		});
	}

	/// Tells all nodes by which settings this one receives.
	/// @param settings without any secret
	public void receives(String settings) {
		with((connection) -> {
			try (PreparedStatement tell = connection.prepareStatement("""
					insert into log.receiving (settings) values (?)
					on conflict (single) do update set settings = excluded.settings""")) {
				tell.setString(1, settings);
				return tell.executeUpdate();
			}
		});
	}

	/// By which settings the node receives that does, or did last.
	public Optional<String> receivedBy() {
		return with((connection) -> {
			try (PreparedStatement query = connection.prepareStatement("select settings from log.receiving");
					ResultSet row = query.executeQuery()) {
				return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
			}
		});
	}

	/// How a source stands.
	///
	/// @param position everything up to here was taken
	/// @param seen the highest position that was seen on its topic
	/// @param fault why nothing more is taken; null while nothing is wrong
	public record Standing(long position, long seen, @Nullable Stop fault) {
	}

	/// Why nothing more is taken.
	///
	/// @param code what is wrong
	/// @param detail where, in English; nothing personal
	public record Stop(String code, String detail) {
	}

	/// How a source stands, as told by whoever takes from it.
	public Standing standing(String source) {
		return with((connection) -> {
			try (PreparedStatement query = connection
				.prepareStatement("select position, seen, fault, detail from log.sources where source = ?")) {
				query.setString(1, source);
				try (ResultSet row = query.executeQuery()) {
					if (!row.next()) {
						return new Standing(0, 0, null);
					}
					String code = row.getString(3);
					return new Standing(row.getLong(1), row.getLong(2),
							(code == null) ? null : new Stop(code, row.getString(4)));
				}
			}
		});
	}

	/// Tells all nodes what was seen on a topic, and why nothing more is taken from it.
	/// @param fault null while nothing is wrong
	public void tell(String source, long seen, @Nullable Stop fault) {
		with((connection) -> {
			try (PreparedStatement tell = connection
				.prepareStatement("update log.sources set seen = ?, fault = ?, detail = ? where source = ?")) {
				tell.setLong(1, seen);
				tell.setString(2, (fault == null) ? null : fault.code());
				tell.setString(3, (fault == null) ? null : fault.detail());
				tell.setString(4, source);
				return tell.executeUpdate();
			}
		});
	}

	/// Where to read on in the partitions of a topic; a partition that was never read is
	/// absent.
	/// @param topicId by which a topic that was made anew is another
	public Map<Integer, Place> places(String source, String topicId) {
		return with((connection) -> Places.of(connection, source, topicId));
	}

	/// The leaf hash of a record that was taken, in hexadecimal digits.
	public Optional<String> leaf(String source, long position) {
		return with((connection) -> {
			try (PreparedStatement query = connection
				.prepareStatement("select leaf from log.received where source = ? and source_position = ?")) {
				query.setString(1, source);
				query.setLong(2, position);
				try (ResultSet row = query.executeQuery()) {
					return row.next() ? Optional.of(HexFormat.of().formatHex(row.getBytes(1))) : Optional.empty();
				}
			}
		});
	}

	/// Takes what arrived, in one transaction, up to the first contradiction.
	/// @param after the position that the source stands at, as the caller knows
	/// @param arrivals the next positions in their order; a position that was taken
	/// before may stand between, and is no more than compared
	/// @return nothing taken where another was faster
	public Taken take(String source, String topicId, long after, List<Arrival> arrivals, Judge judge) {
		return with((connection) -> {
			long position = lock(connection, source);
			if (position != after) {
				return new Taken(position, 0, null);
			}
			try (Appending appending = new Appending(connection, source, this.forms)) {
				Map<Integer, Place> places = new HashMap<>();
				Contradiction contradiction = null;
				int taken = 0;
				for (Arrival arrival : arrivals) {
					try {
						position = take(arrival, position, appending, judge);
					}
					catch (Contradiction ex) {
						contradiction = ex;
						break;
					}
					places.put(arrival.partition(), arrival.next());
					taken++;
				}
				appending.finish(position);
				Places.move(connection, source, topicId, places);
				return new Taken(position, taken, contradiction);
			}
		});
	}

	private static long take(Arrival arrival, long position, Appending appending, Judge judge) throws SQLException {
		StreamRecord record = arrival.record();
		if (record.position() <= position) {
			appending.requireSame(record);
			return position;
		}
		if (record.position() != position + 1) {
			throw new IllegalArgumentException("position " + record.position() + " cannot follow " + position);
		}
		appending.take(record, arrival.event(), judge);
		return record.position();
	}

	private static long lock(Connection connection, String source) throws SQLException {
		try (PreparedStatement lock = connection
			.prepareStatement("select position from log.sources where source = ? for update")) {
			lock.setString(1, source);
			try (ResultSet row = lock.executeQuery()) {
				row.next();
				return row.getLong(1);
			}
		}
	}

	private <T extends @Nullable Object> T with(Transaction.Work<T> work) {
		try (Connection connection = this.append.getConnection()) {
			return Transaction.of(connection, work);
		}
		catch (SQLException ex) {
			throw new IllegalStateException("the received log cannot be written: " + ex.getMessage(), ex);
		}
	}

}
