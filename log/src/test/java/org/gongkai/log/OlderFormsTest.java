package org.gongkai.log;

import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.gongkai.events.Event;
import org.gongkai.events.Recorded;
import org.gongkai.events.application.CorrectionRequested;
import org.gongkai.events.application.PersonalText;
import org.gongkai.log.personal.KeyDatabase;
import org.gongkai.log.proof.Hash;
import org.gongkai.log.proof.Leaf;
import org.gongkai.log.stream.PartitionEnd;
import org.gongkai.log.stream.StreamRecord;
import org.gongkai.log.verify.LogVerification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// A log that an older version began: there the day of the notice was called `toldOn`, and the last day was not told, only
/// the number of days until it. Whoever reads it sees the form of today, and what is stored does not change.
class OlderFormsTest {

	private static final String NAME = "application.CorrectionRequested";

	private static final String STREAM = "430321/2024-1";

	private static final UUID ID = UUID.fromString("0197f1f0-0000-7000-8000-000000000001");

	private static final String OLDER = """
			{"applicationId":"430321/2024-1","toldOn":"2024-01-08","days":7,"personal":{"party":"王小明","text":"请补充拆迁地址"}}""";

	private static final CorrectionRequested NEWEST = new CorrectionRequested(STREAM, LocalDate.parse("2024-01-08"),
			LocalDate.parse("2024-01-15"), new PersonalText("王小明", "请补充拆迁地址"));

	private static final CorrectionRequested IMPERSONAL = new CorrectionRequested(STREAM, LocalDate.parse("2024-01-08"),
			LocalDate.parse("2024-01-15"), new PersonalText(null, null));

	private static final EventForms FORMS = new EventForms(Map.of(NAME, List.of((older) -> {
		older.set("notifiedOn", older.remove("toldOn"));
		LocalDate notified = LocalDate.parse(older.path("notifiedOn").asString(""));
		return older.put("dueOn", notified.plusDays(older.remove("days").asInt()).toString());
	})));

	private final LogUnderTest log = new LogUnderTest();

	private String stored;

	@BeforeEach
	void begin() {
		this.stored = this.log.keys.sealing(Set.of(STREAM)).seal(OLDER, STREAM, ID.toString(), NAME);
		this.log.superuser.update("""
				insert into log.events
				(event_id, stream_id, sequence, stream_type, recorded_at, name, revision, payload, metadata)
				values (?, ?, 0, 'application', '2024-01-09T02:00:00Z'::timestamptz, ?, '2', ?::json, '{}')""", ID,
				STREAM, NAME, this.stored);
	}

	@AfterEach
	void close() {
		this.log.close();
	}

	@Test
	void an_aggregate_is_given_the_form_of_today() {
		assertThat(store().readEvents(STREAM).next().getPayload()).isEqualTo(NEWEST);
	}

	@Test
	void what_is_appended_behind_it_says_its_own_form() {
		store().appendEvents(LogUnderTest.message(STREAM, 1, NEWEST));
		store().appendEvents(LogUnderTest.message(STREAM, 2, IMPERSONAL));

		assertThat(this.log.superuser.queryForList("select revision from log.events order by sequence", String.class))
			.containsExactly("2", "4", "3");
		assertThat(store().readEvents(STREAM).asStream().map((message) -> message.getPayload()))
			.isEqualTo(List.of(NEWEST, NEWEST, IMPERSONAL));
	}

	@Test
	void every_way_of_reading_positions_gives_the_form_of_today() throws Exception {
		position();
		LogReader reader = JdbcLogReader.opening(this.log.as(LogDatabase.READ), this.log.keys, FORMS);
		List<Recorded<Event>> inBulk = new ArrayList<>();

		reader.eachStream(0, 1, "", 1, inBulk::addAll);

		for (List<Recorded<Event>> read : List.of(reader.read(0, 10), reader.stream(STREAM),
				reader.streams(List.of(STREAM), 1).get(STREAM), inBulk)) {
			assertThat(read).extracting(Recorded::event).isEqualTo(List.of(NEWEST));
		}
		assertThat(new PositionSource(reader).openStream(null).nextAvailable().getPayload())
			.isInstanceOfSatisfying(Recorded.class, (recorded) -> assertThat(recorded.event()).isEqualTo(IMPERSONAL));
	}

	@Test
	void with_its_key_destroyed_it_reads_as_told_of_nobody() throws Exception {
		position();
		this.log.keys.destroy(Set.of(STREAM));

		assertThat(JdbcLogReader.opening(this.log.as(LogDatabase.READ), this.log.keys, FORMS).stream(STREAM))
			.extracting(Recorded::event)
			.isEqualTo(List.of(IMPERSONAL));
	}

	@Test
	void what_is_stored_stays_to_the_byte_and_the_log_is_sound() throws Exception {
		position();
		store().readEvents(STREAM).next().getPayload();

		assertThat(this.log.superuser.queryForObject("select payload::text from log.events", String.class))
			.isEqualTo(this.stored);
		assertThat(new LogVerification(this.log.as(LogDatabase.READ), List.of(LogUnderTest.IDENTITY.key().verifier()),
				List.of(), this.log.as(KeyDatabase.READ))
			.run()
			.sound()).isTrue();
	}

	@Test
	void the_stream_has_each_event_in_its_own_form_and_gives_its_followers_that_of_today() throws Exception {
		position();
		StreamRecord older = published(0);
		store().appendEvents(LogUnderTest.message(STREAM, 1, NEWEST));
		StreamRecord newer = published(1);

		assertThat(older.headers()).containsEntry("ce_type", "org.gongkai.application.CorrectionRequested.v1")
			.containsEntry("ce_dataschema", "urn:gongkai:schema:application.CorrectionRequested.v1");
		assertThat(older.data()).isEqualTo("""
				{"applicationId":"430321/2024-1","toldOn":"2024-01-08","days":7}""");
		assertThat(newer.headers()).containsEntry("ce_type", "org.gongkai.application.CorrectionRequested.v2");
		assertThat(newer.data()).isEqualTo("""
				{"applicationId":"430321/2024-1","notifiedOn":"2024-01-08","dueOn":"2024-01-15"}""");
		for (StreamRecord record : List.of(older, newer)) {
			assertThat(StreamRecord.read(record.stream(), record.headers(), record.data()).event(FORMS).event())
				.isEqualTo(IMPERSONAL);
		}
	}

	@Test
	void what_a_later_version_wrote_is_not_guessed_at() {
		store().appendEvents(LogUnderTest.message(STREAM, 1, IMPERSONAL));

		assertThatThrownBy(() -> this.log.store(Clock.systemUTC()).readEvents(STREAM, 1).next())
			.isInstanceOf(IllegalArgumentException.class)
			.hasMessage("this version knows up to v1 and not application.CorrectionRequested.v2");
	}

	private EventStorageEngine store() {
		return LogStore.engine(this.log.writers(), this.log.transactions(),
				Clock.fixed(LogUnderTest.NOW, ZoneOffset.UTC), this.log.keys, LogUnderTest.MAC, FORMS);
	}

	private StreamRecord published(long sequence) {
		Leaf leaf = this.log.superuser.queryForObject(
				"select " + LeafRow.COLUMNS + " from log.events where sequence = ?",
				(row, _) -> LeafRow.leaf(sequence + 1, row, 0), sequence);
		return StreamRecord.of("gongkai.example/log", leaf, Hash.SHA_256.hasher().leaf(leaf.data()), PartitionEnd.NONE);
	}

	private void position() throws Exception {
		try (Connection lead = this.log.as(LogDatabase.APPEND).getConnection()) {
			lead.setAutoCommit(false);
			PositionBatch batch = PositionBatch.resume(lead, LogUnderTest.IDENTITY, this.log.witness());
			batch.next();
			batch.sign();
		}
	}

}
