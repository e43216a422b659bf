package org.gongkai.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.gongkai.events.Event;
import org.gongkai.log.personal.PersonalKeys;
import org.gongkai.log.personal.Safe;
import org.gongkai.log.proof.Leaf;

/// Axon's JDBC engine over the table `log.events`. Appends and reads the streams of aggregates; readers of the whole
/// log follow positions instead ([PositionSource]), never this engine's tracking tokens.
public final class LogStore extends JdbcEventStorageEngine {

	private static final String APPEND = """
			insert into log.events
			(event_id, stream_id, sequence, stream_type, recorded_at, name, revision, payload, metadata, mac)
			values (?::uuid, ?, ?, ?, ?, ?, ?, ?::json, ?::json, ?)""";

	private static final String STREAM = """
			select event_id::text, stream_id, sequence, stream_type, recorded_at, name, revision, payload::text as payload,
			metadata::text as metadata, mac, case when mac is null then exists(select from log.positions p
			where p.event_index = e.event_index) end as placed
			from log.events e where stream_id = ? and sequence >= ? order by sequence limit ?""";

	private final Clock clock;

	private final PersonalKeys keys;

	private final EventForms forms;

	private final EventMac mac;

	private LogStore(Builder builder, Clock clock, PersonalKeys keys, EventForms forms, EventMac mac) {
		super(builder);
		this.clock = clock;
		this.keys = keys;
		this.forms = forms;
		this.mac = mac;
	}

	/// @param append connections as [LogDatabase#APPEND], joined to Spring's transaction
	/// @param clock gives the instant of recording
	/// @param keys under which what is personal is recorded
	/// @param mac marks what is appended
	public static EventStorageEngine engine(DataSource append, TransactionManager transactions, Clock clock,
			PersonalKeys keys, EventMac mac) {
		return engine(append, transactions, clock, keys, mac, EventForms.PUBLISHED);
	}

	/// @param forms in which events are written and read
	public static EventStorageEngine engine(DataSource append, TransactionManager transactions, Clock clock,
			PersonalKeys keys, EventMac mac, EventForms forms) {
		EventSerializer serializer = new EventSerializer(forms);
		PersistenceExceptionResolver taken = LogStore::placeIsTaken;
		return new LogStore(builder().connectionProvider(new SpringDataSourceConnectionProvider(append))
			.transactionManager(transactions)
			.dataType(String.class)
			.eventSerializer(serializer)
			.snapshotSerializer(serializer)
			.persistenceExceptionResolver(taken), clock, keys, forms, mac);
	}

	@Override
	protected PreparedStatement appendEvents(Connection connection, List<? extends EventMessage<?>> events,
			Serializer serializer) throws SQLException {
		PreparedStatement insert = connection.prepareStatement(APPEND);
		// as exact as the database keeps it, or the mark would be of another instant
		OffsetDateTime now = this.clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
		Safe safe = sealing(events);
		EventMac.Worker marks = this.mac.worker();
		for (EventMessage<?> message : events) {
			if (!(message instanceof DomainEventMessage<?> event)) {
				throw new IllegalArgumentException("only events of a stream are stored");
			}
			var payload = event.serializePayload(serializer, String.class);
			String name = payload.getType().getName();
			boolean sealed = tellsOfPeople(event);
			Leaf stored = new Leaf(0, event.getType(), event.getAggregateIdentifier(), event.getSequenceNumber(),
					UUID.fromString(event.getIdentifier()), name, this.forms.stored(name, sealed),
					Leaf.micros(now.toInstant()),
					sealed ? safe.seal(payload.getData(), event.getAggregateIdentifier(), event.getIdentifier(), name)
							: payload.getData(),
					event.serializeMetaData(serializer, String.class).getData());
			insert.setString(1, event.getIdentifier());
			insert.setString(2, stored.streamId());
			insert.setLong(3, stored.sequence());
			insert.setString(4, stored.streamType());
			insert.setObject(5, now);
			insert.setString(6, stored.name());
			insert.setString(7, stored.revision());
			insert.setString(8, stored.payload());
			insert.setString(9, stored.metadata());
			insert.setBytes(10, marks.of(stored));
			insert.addBatch();
		}
		return insert;
	}

	/// The keys of all that is appended together; they are on the disk before the events
	/// are.
	private Safe sealing(List<? extends EventMessage<?>> events) {
		Set<String> streams = events.stream()
			.filter(LogStore::tellsOfPeople)
			.map((event) -> ((DomainEventMessage<?>) event).getAggregateIdentifier())
			.collect(Collectors.toSet());
		return streams.isEmpty() ? Safe.closed() : this.keys.sealing(streams);
	}

	private static boolean tellsOfPeople(EventMessage<?> message) {
		return message instanceof DomainEventMessage<?> && message.getPayload() instanceof Event event
				&& event.personal() != null && event.personal().tellsAnything();
	}

	@Override
	protected PreparedStatement lastSequenceNumberFor(Connection connection, String streamId) throws SQLException {
		PreparedStatement query = connection
			.prepareStatement("select max(sequence) from log.events where stream_id = ?");
		query.setString(1, streamId);
		return query;
	}

	@Override
	protected PreparedStatement readEventData(Connection connection, String streamId, long from, int limit)
			throws SQLException {
		PreparedStatement query = connection.prepareStatement(STREAM);
		query.setString(1, streamId);
		query.setLong(2, from);
		query.setInt(3, limit);
		return query;
	}

	@Override
	protected DomainEventData<?> getDomainEventData(ResultSet row) throws SQLException {
		String stream = row.getString("stream_id");
		String eventId = row.getString("event_id");
		String name = row.getString("name");
		String payload = row.getString("payload");
		requireMark(row, stream, eventId, name, payload);
		if (Safe.mayBeSealed(payload)) {
			payload = this.keys.safe(Set.of(stream)).open(payload, stream, eventId, name);
		}
		return new GenericDomainEventEntry<>(row.getString("stream_type"), stream, row.getLong("sequence"), eventId,
				row.getObject("recorded_at", OffsetDateTime.class).toInstant().toString(), name,
				this.forms.stored(name, false),
				this.forms.newest(name, EventForms.revisionOf(row.getString("revision")), payload),
				row.getString("metadata"));
	}

	/// An event without a mark counts once it has its position, which is proven by the
	/// tree.
	private void requireMark(ResultSet row, String stream, String eventId, String name, String payload)
			throws SQLException {
		byte[] mark = row.getBytes("mac");
		Leaf event = new Leaf(0, row.getString("stream_type"), stream, row.getLong("sequence"),
				UUID.fromString(eventId), name, row.getString("revision"),
				Leaf.micros(row.getObject("recorded_at", OffsetDateTime.class).toInstant()), payload,
				row.getString("metadata"));
		if ((mark == null) ? !row.getBoolean("placed") : !this.mac.worker().made(event, mark)) {
			throw new EventHeld(stream, event.sequence());
		}
	}

	@Override
	protected java.util.stream.Stream<? extends DomainEventData<?>> readSnapshotData(String streamId) {
		return java.util.stream.Stream.empty();
	}

	private static boolean placeIsTaken(Exception failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof SQLException sql && "23505".equals(sql.getSQLState())) {
				return true;
			}
		}
		return false;
	}

}
