package org.gongkai.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
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

/// Axon's JDBC engine over the table `log.events`. Appends and reads the streams of aggregates; readers of the whole
/// log follow positions instead ([PositionSource]), never this engine's tracking tokens.
public final class LogStore extends JdbcEventStorageEngine {

	private static final String APPEND = """
			insert into log.events
			(event_id, stream_id, sequence, stream_type, recorded_at, name, revision, payload, metadata)
			values (?::uuid, ?, ?, ?, ?, ?, ?, ?::json, ?::json)""";

	private static final String STREAM = """
			select event_id::text, stream_id, sequence, stream_type, recorded_at, name, revision, payload::text as payload,
			metadata::text as metadata from log.events where stream_id = ? and sequence >= ? order by sequence limit ?""";

	private final Clock clock;

	private final PersonalKeys keys;

	private final EventForms forms;

	private LogStore(Builder builder, Clock clock, PersonalKeys keys, EventForms forms) {
		super(builder);
		this.clock = clock;
		this.keys = keys;
		this.forms = forms;
	}

	/// @param append connections as [LogDatabase#APPEND], joined to Spring's transaction
	/// @param clock gives the instant of recording
	/// @param keys under which what is personal is recorded
	public static EventStorageEngine engine(DataSource append, TransactionManager transactions, Clock clock,
			PersonalKeys keys) {
		return engine(append, transactions, clock, keys, EventForms.PUBLISHED);
	}

	/// @param forms in which events are written and read
	public static EventStorageEngine engine(DataSource append, TransactionManager transactions, Clock clock,
			PersonalKeys keys, EventForms forms) {
		EventSerializer serializer = new EventSerializer(forms);
		PersistenceExceptionResolver taken = LogStore::placeIsTaken;
		return new LogStore(builder().connectionProvider(new SpringDataSourceConnectionProvider(append))
			.transactionManager(transactions)
			.dataType(String.class)
			.eventSerializer(serializer)
			.snapshotSerializer(serializer)
			.persistenceExceptionResolver(taken), clock, keys, forms);
	}

	@Override
	protected PreparedStatement appendEvents(Connection connection, List<? extends EventMessage<?>> events,
			Serializer serializer) throws SQLException {
		PreparedStatement insert = connection.prepareStatement(APPEND);
		OffsetDateTime now = this.clock.instant().atOffset(ZoneOffset.UTC);
		Safe safe = sealing(events);
		for (EventMessage<?> message : events) {
			if (!(message instanceof DomainEventMessage<?> event)) {
				throw new IllegalArgumentException("only events of a stream are stored");
			}
			var payload = event.serializePayload(serializer, String.class);
			insert.setString(1, event.getIdentifier());
			insert.setString(2, event.getAggregateIdentifier());
			insert.setLong(3, event.getSequenceNumber());
			insert.setString(4, event.getType());
			insert.setObject(5, now);
			String name = payload.getType().getName();
			boolean sealed = tellsOfPeople(event);
			insert.setString(6, name);
			insert.setString(7, this.forms.stored(name, sealed));
			insert.setString(8,
					sealed ? safe.seal(payload.getData(), event.getAggregateIdentifier(), event.getIdentifier(), name)
							: payload.getData());
			insert.setString(9, event.serializeMetaData(serializer, String.class).getData());
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
		if (Safe.mayBeSealed(payload)) {
			payload = this.keys.safe(Set.of(stream)).open(payload, stream, eventId, name);
		}
		return new GenericDomainEventEntry<>(row.getString("stream_type"), stream, row.getLong("sequence"), eventId,
				row.getObject("recorded_at", OffsetDateTime.class).toInstant().toString(), name,
				this.forms.stored(name, false),
				this.forms.newest(name, EventForms.revisionOf(row.getString("revision")), payload),
				row.getString("metadata"));
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
