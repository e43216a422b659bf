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
import org.springframework.jdbc.datasource.DataSourceUtils;

/// Reads the log in PostgreSQL, with connections that may only read. Within a transaction of Spring on the same source it reads on the
/// connection of the transaction and requests no second one.
public final class JdbcLogReader implements LogReader {

	private static final String COLUMNS = """
			select p.position, e.stream_id, e.sequence, e.event_id::text as event_id, e.recorded_at, e.name, e.revision,
			e.payload::text as payload, e.metadata::text as metadata from log.positions p join log.events e using (event_index)
			""";

	private static final String WITHOUT_POSITION = """
			 from log.events e where e.event_index > (select low_water from log.sequencer)
			and not exists (select from log.positions p where p.event_index = e.event_index)
			and not exists (select from log.held h where h.event_index = e.event_index)""";

	private static final int BULK = 5_000;

	/// Rows that the driver fetches at once where memory is bounded.
	private static final int FETCHED = 200;

	/// Events that are read at once.
	private static final int STRETCH = 4_000;

	/// Characters of payload after which no further stream is begun.
	private static final long STRETCH_CHARACTERS = 4 << 20;

	/// Events of a single stream that are read at once.
	private static final int LONGEST = 64_000;

	private static final long LONGEST_CHARACTERS = 32 << 20;

	/// The limit lies below the join, so that the order comes from the index and nothing
	/// is sorted.
	private static final String STRETCHES = """
			select p.position, e.stream_id, e.sequence, e.event_id::text as event_id, e.recorded_at, e.name, e.revision,
			e.payload::text as payload, e.metadata::text as metadata
			from (select * from log.events where stream_id > ? order by stream_id, sequence limit ?) e
			left join log.positions p on p.event_index = e.event_index and p.position <= ?
			order by e.stream_id, e.sequence""";

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

	/// How many events were passed over because no node of this log appended them.
	public long held() {
		return number("""
				select count(*) from log.held h where not exists (
				select from log.positions p where p.event_index = h.event_index)""");
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
		cursor(COLUMNS + """
				where p.position <= ? and (hashtextextended(e.stream_id, 0) & 1023) % ? = ? and e.stream_id > ?
				order by e.stream_id, e.sequence""", BULK, (query) -> {
			query.setLong(1, upTo);
			query.setInt(2, parts);
			query.setInt(3, part);
			query.setString(4, after);
		}, (row) -> {
			deliver(row, stream);
			return true;
		});
	}

	/// Reads by a cursor, which the driver only does within a transaction.
	private <T extends @Nullable Object> T cursor(String sql, int fetched, Binder binder, Extractor<T> extractor) {
		try (Connection connection = this.read.getConnection()) {
			connection.setAutoCommit(false);
			try (PreparedStatement query = connection.prepareStatement(sql)) {
				query.setFetchSize(fetched);
				binder.bind(query);
				try (ResultSet row = query.executeQuery()) {
					return extractor.extract(row);
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

	@Override
	public NextStreams nextStreams(String after, long upTo) {
		for (int limit = STRETCH; limit <= LONGEST; limit *= 2) {
			NextStreams read = stretch(after, upTo, limit);
			if (read != null) {
				return read;
			}
		}
		throw new TooMuchToRead(LONGEST);
	}

	/// @return null where the limit does not reach the end of the first stream
	private @Nullable NextStreams stretch(String after, long upTo, int limit) {
		Stretch stretch = cursor(STRETCHES, FETCHED, (query) -> {
			query.setString(1, after);
			query.setInt(2, limit);
			query.setLong(3, upTo);
		}, (row) -> stretch(row, limit));
		if (stretch == null) {
			return null;
		}
		List<List<Recorded<Event>>> streams = new ArrayList<>();
		deliver(stretch.events(), streams::add);
		return new NextStreams(streams, stretch.next());
	}

	/// Whole streams as they are stored.
	private record Stretch(List<StoredEvent> events, @Nullable String next) {
	}

	private static @Nullable Stretch stretch(ResultSet row, int limit) throws SQLException {
		List<StoredEvent> whole = new ArrayList<>();
		List<StoredEvent> begun = new ArrayList<>();
		String last = null;
		String current = null;
		long characters = 0;
		int rows = 0;
		while (row.next()) {
			rows++;
			StoredEvent event = StoredEvent.of(row);
			if (!event.streamId().equals(current)) {
				whole.addAll(begun);
				begun.clear();
				last = current;
				current = event.streamId();
				if (characters > STRETCH_CHARACTERS) {
					return new Stretch(whole, last);
				}
			}
			if (event.position() > 0) {
				begun.add(event);
				characters += event.payload().length();
				if (characters > LONGEST_CHARACTERS) {
					throw new TooMuchToRead(begun.size());
				}
			}
		}
		if (rows < limit) {
			whole.addAll(begun);
			return new Stretch(whole, null);
		}
		return (last == null) ? null : new Stretch(whole, last);
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
		if (gathered.isEmpty()) {
			return;
		}
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
		Connection connection = DataSourceUtils.getConnection(this.read);
		try (PreparedStatement query = connection.prepareStatement(sql)) {
			binder.bind(query);
			try (ResultSet row = query.executeQuery()) {
				return extractor.extract(row);
			}
		}
		catch (SQLException ex) {
			throw unreadable(ex);
		}
		finally {
			DataSourceUtils.releaseConnection(connection, this.read);
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

	private interface Extractor<T extends @Nullable Object> {

		T extract(ResultSet row) throws SQLException;

	}

}
