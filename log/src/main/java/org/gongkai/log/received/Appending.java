package org.gongkai.log.received;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import org.gongkai.events.Event;
import org.gongkai.events.Metadata;
import org.gongkai.log.EventForms;
import org.gongkai.log.EventJson;
import org.gongkai.log.proof.Leaf;
import org.gongkai.log.stream.StreamRecord;
import org.jspecify.annotations.Nullable;

/// Adds what is taken from one source to the log, within one transaction. There is one at a time in a database, so that its
/// events are the only ones without a position, and their indexes follow each other in the order they were added.
final class Appending implements AutoCloseable, Judge.Known {

	/// Without a mark: what was received is proven by the chain of its source.
	private static final String EVENT = """
			insert into log.events
			(event_id, stream_id, sequence, stream_type, recorded_at, name, revision, payload, metadata, mac)
			values (?, ?, ?, ?, ?, ?, ?, ?::json, ?::json, '')""";

	private static final String POSITIONS = """
			insert into log.positions (position, event_index)
			select ? + row_number() over (order by event_index), event_index from log.events where event_index > ?""";

	private static final int FLUSH = 500;

	private final Connection connection;

	private final String source;

	private final EventForms forms;

	private final PreparedStatement events;

	private final PreparedStatement received;

	private final Map<String, @Nullable String> speakers = new HashMap<>();

	private final long lowWater;

	private final long head;

	private byte[] chain;

	private long kept;

	private int waiting;

	Appending(Connection connection, String source, EventForms forms) throws SQLException {
		this.forms = forms;
		this.connection = connection;
		this.source = source;
		this.lowWater = number("select low_water from log.sequencer for update");
		this.head = number("select coalesce(max(position), 0) from log.positions");
		this.events = connection.prepareStatement(EVENT);
		this.received = connection.prepareStatement(
				"insert into log.received (source, source_position, leaf, position, chain) values (?, ?, ?, ?, ?)");
		this.chain = chain();
	}

	/// Takes the next record of the source.
	void take(StreamRecord record, Event event, Judge judge) throws SQLException {
		switch (judge.judge(record, event, this)) {
			case KEEP -> keep(record, event, record.sequence());
			case KEEP_BESIDE_OTHERS -> keep(record, event, heard(record.stream()).size());
			case SET_ASIDE -> receive(record, null);
		}
		if (++this.waiting >= FLUSH) {
			flush();
		}
	}

	/// @throws Contradiction if another record was taken at this position
	void requireSame(StreamRecord record) throws SQLException {
		flush();
		try (PreparedStatement query = this.connection
			.prepareStatement("select leaf from log.received where source = ? and source_position = ?")) {
			query.setString(1, this.source);
			query.setLong(2, record.position());
			try (ResultSet row = query.executeQuery()) {
				if (!row.next() || !HexFormat.of().formatHex(row.getBytes(1)).equals(record.leaf())) {
					throw new Contradiction("position " + record.position() + " came with another hash before");
				}
			}
		}
	}

	/// Gives positions to what was kept.
	/// @param position that the source has reached
	void finish(long position) throws SQLException {
		flush();
		if (this.kept > 0) {
			try (PreparedStatement give = this.connection.prepareStatement(POSITIONS)) {
				give.setLong(1, this.head);
				give.setLong(2, this.lowWater);
				if (give.executeUpdate() != this.kept) {
					throw new IllegalStateException("somebody else writes into the received log");
				}
			}
			execute("update log.sequencer set low_water = (select max(event_index) from log.events)");
		}
		try (PreparedStatement move = this.connection
			.prepareStatement("update log.sources set position = ?, chain = ? where source = ?")) {
			move.setLong(1, position);
			move.setBytes(2, this.chain);
			move.setString(3, this.source);
			move.executeUpdate();
		}
	}

	@Override
	public @Nullable String speaker(String subject) {
		if (!this.speakers.containsKey(subject)) {
			this.speakers.put(subject, ask("select source from log.speakers where subject = ?", subject,
					(row) -> row.next() ? row.getString(1) : null));
		}
		return this.speakers.get(subject);
	}

	@Override
	public void speaks(String subject) {
		try (PreparedStatement insert = this.connection
			.prepareStatement("insert into log.speakers (subject, source) values (?, ?)")) {
			insert.setString(1, subject);
			insert.setString(2, this.source);
			insert.executeUpdate();
			this.speakers.put(subject, this.source);
		}
		catch (SQLException ex) {
			throw unreadable(ex);
		}
	}

	@Override
	public List<Judge.Heard> heard(String stream) {
		try {
			flush();
		}
		catch (SQLException ex) {
			throw unreadable(ex);
		}
		return ask("""
				select metadata ->> 'source', name, revision, payload::text from log.events where stream_id = ?
				order by sequence""", stream, (row) -> {
			List<Judge.Heard> heard = new ArrayList<>();
			while (row.next()) {
				heard.add(new Judge.Heard(row.getString(1),
						this.forms.read(row.getString(2), EventForms.revisionOf(row.getString(3)), row.getString(4))));
			}
			return heard;
		});
	}

	@Override
	public void close() throws SQLException {
		this.events.close();
		this.received.close();
	}

	private void keep(StreamRecord record, Event event, long sequence) throws SQLException {
		Leaf leaf = new Leaf(this.head + ++this.kept, record.name().substring(0, record.name().indexOf('.')),
				record.stream(), sequence, record.id(), record.name(), this.forms.stored(record.name(), false),
				Leaf.micros(record.recordedAt()), EventJson.write(event),
				EventJson.mapper()
					.writeValueAsString(Map.of(Metadata.SOURCE, this.source, Metadata.SOURCE_POSITION,
							Long.toString(record.position()))));
		this.events.setObject(1, leaf.eventId());
		this.events.setString(2, leaf.streamId());
		this.events.setLong(3, leaf.sequence());
		this.events.setString(4, leaf.streamType());
		this.events.setObject(5, record.recordedAt().atOffset(ZoneOffset.UTC));
		this.events.setString(6, leaf.name());
		this.events.setString(7, leaf.revision());
		this.events.setString(8, leaf.payload());
		this.events.setString(9, leaf.metadata());
		this.events.addBatch();
		receive(record, leaf);
	}

	private void receive(StreamRecord record, @Nullable Leaf kept) throws SQLException {
		byte[] hash = HexFormat.of().parseHex(record.leaf());
		this.chain = SourceChain.next(this.chain, record.position(), hash, kept);
		this.received.setString(1, this.source);
		this.received.setLong(2, record.position());
		this.received.setBytes(3, hash);
		this.received.setObject(4, (kept == null) ? null : kept.position(), Types.BIGINT);
		this.received.setBytes(5, this.chain);
		this.received.addBatch();
	}

	private byte[] chain() throws SQLException {
		try (PreparedStatement query = this.connection
			.prepareStatement("select chain from log.sources where source = ?")) {
			query.setString(1, this.source);
			try (ResultSet row = query.executeQuery()) {
				row.next();
				return row.getBytes(1);
			}
		}
	}

	private void flush() throws SQLException {
		this.events.executeBatch();
		this.received.executeBatch();
		this.waiting = 0;
	}

	private <T extends @Nullable Object> T ask(String sql, String parameter, Answer<T> answer) {
		try (PreparedStatement query = this.connection.prepareStatement(sql)) {
			query.setString(1, parameter);
			try (ResultSet row = query.executeQuery()) {
				return answer.of(row);
			}
		}
		catch (SQLException ex) {
			throw unreadable(ex);
		}
	}

	private long number(String sql) throws SQLException {
		try (PreparedStatement query = this.connection.prepareStatement(sql); ResultSet row = query.executeQuery()) {
			row.next();
			return row.getLong(1);
		}
	}

	private void execute(String sql) throws SQLException {
		try (PreparedStatement statement = this.connection.prepareStatement(sql)) {
			statement.executeUpdate();
		}
	}

	private static IllegalStateException unreadable(SQLException ex) {
		return new IllegalStateException("the received log cannot be read: " + ex.getMessage(), ex);
	}

	private interface Answer<T extends @Nullable Object> {

		T of(ResultSet row) throws SQLException;

	}

}
