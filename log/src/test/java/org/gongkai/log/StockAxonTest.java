package org.gongkai.log;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import javax.sql.DataSource;

import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.gongkai.events.application.ReasonsRequested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;

/// Why the log has a sequencer: Axon's own engine steps over an event that commits late, for ever. When this test fails,
/// Axon has mended it, and the decision may be looked at again.
class StockAxonTest {

	@Test
	void axon_s_own_engine_loses_an_event_that_commits_after_a_restart() throws Exception {
		Clock before = GenericEventMessage.clock;
		try (LogUnderTest log = new LogUnderTest()) {
			JdbcTemplate read = new JdbcTemplate(log.as(LogDatabase.READ));
			ProjectionUnderTest.createTables(read);
			GenericEventMessage.clock = Clock.fixed(LogUnderTest.NOW, ZoneOffset.UTC);
			EmbeddedEventStore store = store(log);
			append(store, "before");
			CompletableFuture<Void> late;
			try (AutoCloseable _ = log.freezeInserts("read.stock", "stream", "late")) {
				late = CompletableFuture.runAsync(() -> append(store, "late"));
				LogUnderTest.await("the insert is frozen", log::frozen);
				append(store, "after");
				// longer than Axon minds a gap: a minute
				GenericEventMessage.clock = Clock.fixed(LogUnderTest.NOW.plusSeconds(120), ZoneOffset.UTC);
				try (ProjectionUnderTest projection = new ProjectionUnderTest(log.as(LogDatabase.READ), store)) {
					LogUnderTest.await("what is committed is handled",
							() -> ProjectionUnderTest.handled(read).size() == 2 && projection.caughtUp());
				}
			}
			late.join();
			append(store, "last");

			try (ProjectionUnderTest _ = new ProjectionUnderTest(log.as(LogDatabase.READ), store)) {
				LogUnderTest.await("what came after is handled",
						() -> ProjectionUnderTest.handled(read).contains("last#0"));
			}
			assertThat(log.superuser.queryForObject("select count(*) from read.stock", Long.class)).isEqualTo(4);
			assertThat(ProjectionUnderTest.handled(read)).containsExactly("after#0", "before#0", "last#0");
		}
		finally {
			GenericEventMessage.clock = before;
		}
	}

	private static EmbeddedEventStore store(LogUnderTest log) {
		DataSource source = log.as(LogDatabase.READ);
		new JdbcTemplate(source).execute(
				"""
						create table read.stock (global_index bigserial primary key, id text not null unique, stream text not null,
						sequence bigint not null, stream_type text, at text not null, payload_type text not null, revision text,
						payload text not null, metadata text, unique (stream, sequence))""");
		EventSchema schema = EventSchema.builder()
			.eventTable("read.stock")
			.globalIndexColumn("global_index")
			.eventIdentifierColumn("id")
			.aggregateIdentifierColumn("stream")
			.sequenceNumberColumn("sequence")
			.typeColumn("stream_type")
			.timestampColumn("at")
			.payloadTypeColumn("payload_type")
			.payloadRevisionColumn("revision")
			.payloadColumn("payload")
			.metaDataColumn("metadata")
			.build();
		Jackson3Serializer serializer = Jackson3Serializer.builder().build();
		return EmbeddedEventStore.builder()
			.storageEngine(JdbcEventStorageEngine.builder()
				.connectionProvider(new SpringDataSourceConnectionProvider(source))
				.transactionManager(new SpringTransactionManager(new DataSourceTransactionManager(source)))
				.schema(schema)
				.dataType(String.class)
				.eventSerializer(serializer)
				.snapshotSerializer(serializer)
				.build())
			.build();
	}

	private static void append(EmbeddedEventStore store, String stream) {
		store.publish(List.of(new GenericDomainEventMessage<>("application", stream, 0,
				new ReasonsRequested(stream, LocalDate.parse("2024-01-08")))));
	}

}
