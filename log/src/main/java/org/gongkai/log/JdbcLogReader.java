package org.gongkai.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import java.util.function.Consumer;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import org.gongkai.events.Event;
import org.gongkai.events.Recorded;
import org.gongkai.log.personal.PersonalKeys;
import org.jspecify.annotations.Nullable;

/// Reads the log in PostgreSQL, with connections that may only read.
public final class JdbcLogReader implements LogReader {

	private static final String COLUMNS = """
			select p.position, e.stream_id, e.sequence, e.event_id::text as event_id, e.recorded_at, e.name, e.revision,
			e.payload::text as payload, e.metadata::text as metadata from log.positions p join log.events e using (event_index)
			""";

	private static final String WITHOUT_POSITION = """
			 from log.events e where e.event_index > (select low_water from log.sequencer)
			and not exists (select from log.positions p where p.event_index = e.event_index)""";

	private static final int BULK = 5_000;

	/// Whose keys are asked for in one question.
	private static final int OPENED_TOGETHER = 2_000;

	private final DataSource read;

	private final @Nullable PersonalKeys keys;

	private final EventForms forms;

	private JdbcLogReader(DataSource read, @Nullable PersonalKeys keys, EventForms forms) {
		this.read = read;
		this.keys = keys;
		this.forms = forms;
	}

	/// A reader that opens what is personal.
	/// @param read connections as [LogDatabase#READ], or any role that may select from
	/// the log
	public static JdbcLogReader opening(DataSource read, PersonalKeys keys) {
		return opening(read, keys, EventForms.PUBLISHED);
	}

	/// @param forms in which events are read
	public static JdbcLogReader opening(DataSource read, PersonalKeys keys, EventForms forms) {
		return new JdbcLogReader(read, keys, forms);
	}

	/// A reader to whom everything personal that is sealed reads as absent.
	public static JdbcLogReader impersonal(DataSource read) {
		return new JdbcLogReader(read, null, EventForms.PUBLISHED);
	}

	@Override
	public LogReader impersonal() {
		return new JdbcLogReader(this.read, null, this.forms);
	}

	@Override
	public long head() {
		return number("select coalesce(max(position), 0) from log.positions");
	}

	@Override
	public long committed() {
		// one statement, one snapshot: what has a position is counted by the head
		return number("select (select coalesce(max(position), 0) from log.positions) + count(*)" + WITHOUT_POSITION);
	}

	@Override
	public List<Recorded<Event>> read(long after, int limit) {
		return events(COLUMNS + "where p.position > ? order by p.position limit ?", (query) -> {
			query.setLong(1, after);
			query.setInt(2, limit);
		});
	}

	@Override
	public List<Recorded<Event>> stream(String streamId) {
		return events(COLUMNS + "where e.stream_id = ? order by e.sequence", (query) -> query.setString(1, streamId));
	}

	@Override
	public Map<String, List<Recorded<Event>>> streams(Collection<String> streamIds, long upTo) {
		return events(COLUMNS + "where e.stream_id = any (?) and p.position <= ? order by e.stream_id, e.sequence",
				(query) -> {
					query.setArray(1, query.getConnection().createArrayOf("text", streamIds.toArray()));
					query.setLong(2, upTo);
				})
			.stream()
			.collect(Collectors.groupingBy(Recorded::streamId));
	}

	@Override
	public List<String> begun(String prefix, long upTo) {
		return query("""
				select e.stream_id from log.events e join log.positions p using (event_index)
				where e.stream_id ^@ ? and e.sequence = 0 and p.position <= ? order by e.stream_id""", (query) -> {
			query.setString(1, prefix);
			query.setLong(2, upTo);
		}, (row) -> {
			List<String> ids = new ArrayList<>();
			while (row.next()) {
				ids.add(row.getString(1));
			}
			return ids;
		});
	}

	@Override
	public void eachStream(int part, int parts, String after, long upTo, Consumer<List<Recorded<Event>>> stream) {
		try (Connection connection = this.read.getConnection()) {
			connection.setAutoCommit(false);
			try (PreparedStatement query = connection.prepareStatement(COLUMNS + """
					where p.position <= ? and (hashtextextended(e.stream_id, 0) & 1023) % ? = ? and e.stream_id > ?
					order by e.stream_id, e.sequence""")) {
				query.setFetchSize(BULK);
				query.setLong(1, upTo);
				query.setInt(2, parts);
				query.setInt(3, part);
				query.setString(4, after);
				try (ResultSet row = query.executeQuery()) {
					deliver(row, stream);
				}
			}
			finally {
				connection.rollback();
				connection.setAutoCommit(true);
			}
		}
		catch (SQLException ex) {
			throw unreadable(ex);
		}
	}

	private void deliver(ResultSet row, Consumer<List<Recorded<Event>>> stream) throws SQLException {
		List<StoredEvent> gathered = new ArrayList<>();
		while (row.next()) {
			StoredEvent event = StoredEvent.of(row);
			if (gathered.size() >= OPENED_TOGETHER && !gathered.getLast().streamId().equals(event.streamId())) {
				deliver(gathered, stream);
				gathered.clear();
			}
			gathered.add(event);
		}
		deliver(gathered, stream);
	}

	private void deliver(List<StoredEvent> gathered, Consumer<List<Recorded<Event>>> stream) {
		List<Recorded<Event>> events = StoredEvent.opened(gathered, this.keys, this.forms);
		for (int from = 0, to = 1; to <= events.size(); to++) {
			if (to == events.size() || !events.get(to).streamId().equals(events.get(from).streamId())) {
				stream.accept(List.copyOf(events.subList(from, to)));
				from = to;
			}
		}
	}

	@Override
	public Optional<Instant> recordedAt(long position) {
		return query("""
				select e.recorded_at from log.positions p join log.events e using (event_index)
				where p.position = ?""", (query) -> query.setLong(1, position),
				(row) -> row.next() ? Optional.of(instant(row)) : Optional.empty());
	}

	@Override
	public long positionBefore(Instant instant) {
		return query("""
				select coalesce(min(p.position) - 1, (select coalesce(max(position), 0) from log.positions))
				from log.positions p join log.events e using (event_index) where e.recorded_at >= ?""",
				(query) -> query.setObject(1, instant.atOffset(ZoneOffset.UTC)), (row) -> {
					row.next();
					return row.getLong(1);
				});
	}

	@Override
	public long settle(Duration limit) {
		long deadline = System.nanoTime() + limit.toNanos();
		// every event up to the last one seen, and no event that comes later, is waited
		// for
		String waiting = "select count(*)" + WITHOUT_POSITION + " and e.event_index <= "
				+ number("select coalesce(max(event_index), 0) from log.events");
		for (long pause = 1; number(waiting) > 0; pause = Math.min(2 * pause, 16)) {
			if (System.nanoTime() > deadline) {
				throw LogBehind.unsequenced(limit);
			}
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pause));
		}
		return head();
	}

	private List<Recorded<Event>> events(String sql, Binder binder) {
		return query(sql, binder, (row) -> {
			List<StoredEvent> events = new ArrayList<>();
			while (row.next()) {
				events.add(StoredEvent.of(row));
			}
			return StoredEvent.opened(events, this.keys, this.forms);
		});
	}

	private long number(String sql) {
		return query(sql, (_) -> {
		}, (row) -> {
			row.next();
			return row.getLong(1);
		});
	}

	private <T> T query(String sql, Binder binder, Extractor<T> extractor) {
		try (Connection connection = this.read.getConnection();
				PreparedStatement query = connection.prepareStatement(sql)) {
			binder.bind(query);
			try (ResultSet row = query.executeQuery()) {
				return extractor.extract(row);
			}
		}
		catch (SQLException ex) {
			throw unreadable(ex);
		}
	}

	private static IllegalStateException unreadable(SQLException ex) {
		return new IllegalStateException("the log cannot be read: " + ex.getMessage(), ex);
	}

	private static Instant instant(ResultSet row) throws SQLException {
		return row.getObject("recorded_at", OffsetDateTime.class).toInstant();
	}

	private interface Binder {

		void bind(PreparedStatement query) throws SQLException;

	}

	private interface Extractor<T> {

		T extract(ResultSet row) throws SQLException;

	}

}
