package org.gongkai.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;

import org.gongkai.log.personal.KeyDatabase;
import org.gongkai.log.proof.Hash;
import org.gongkai.log.verify.Fault;
import org.gongkai.log.verify.Finding;
import org.gongkai.log.verify.LogVerification;
import org.gongkai.testing.MarkedEvents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

/// What was put into `log.events` behind the back of the office's services.
class HeldEventsTest {

	private final LogUnderTest log = new LogUnderTest();

	@AfterEach
	void close() {
		this.log.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "stream_id = 'forged'", "sequence = 7", "stream_type = 'agency'",
			"name = 'application.FeePaid'", "revision = '9'", "payload = '{}'", "metadata = '{\"actor\":\"李四\"}'",
			"event_id = gen_random_uuid()", "recorded_at = recorded_at + interval '1 microsecond'",
			"mac = decode(repeat('00', 32), 'hex')", "mac = ''", "mac = null", "mac = sha256('guess')" })
	void an_event_that_was_changed_before_it_has_its_position_gets_none_and_delays_no_other(String change)
			throws SQLException {
		disableTriggers();
		step();
		this.log.append("A", 0);
		this.log.append("B", 0);
		this.log.append("C", 0);
		this.log.superuser.execute("update log.events set " + change + " where event_index = 2");

		assertThat(step()).isEqualTo(2);

		assertThat(this.log.order()).containsExactly("A#0", "C#0");
		assertThat(this.log.superuser.queryForList("select event_index from log.held", Long.class)).containsExactly(2L);
		JdbcLogReader reader = JdbcLogReader.impersonal(this.log.as(LogDatabase.READ));
		assertThat(reader.held()).isOne();
		assertThat(reader.committed()).isEqualTo(2);
		assertThat(reader.settle(Duration.ofSeconds(1))).isEqualTo(2);
		assertThat(verify()).extracting(Finding::fault, Finding::position).containsExactly(tuple(Fault.NOT_MARKED, 2L));
		assertThat(verify().getFirst().detail()).contains("row 2 of log.events");
	}

	@Test
	void the_next_leader_holds_it_too_and_goes_on() throws SQLException {
		forge("forged", 0);
		this.log.append("A", 0);
		step();
		this.log.append("A", 1);

		assertThat(step()).isOne();
		assertThat(this.log.order()).containsExactly("A#0", "A#1");
		assertThat(this.log.superuser.queryForObject("select count(*) from log.held", Long.class)).isOne();
	}

	@Test
	void nothing_is_decided_on_it_and_nothing_appended_behind_it() throws SQLException {
		this.log.append("A", 0);
		forge("A", 1);
		var store = this.log.store(Clock.fixed(LogUnderTest.NOW, ZoneOffset.UTC));

		assertThatThrownBy(() -> store.readEvents("A").asStream().toList()).isInstanceOf(EventHeld.class)
			.hasMessageContaining("entry 1 of A");
		assertThat(store.readEvents("B").asStream()).isEmpty();
	}

	@Test
	void an_earlier_build_can_append_no_more() throws SQLException {
		this.log.superuser.execute("drop trigger marked on log.events");

		assertThatThrownBy(() -> unmarked("forged")).hasMessageContaining("every_event_is_marked");
	}

	@Test
	void what_an_earlier_build_had_appended_is_taken_once() throws SQLException {
		this.log.superuser.execute("drop trigger marked on log.events");
		this.log.superuser.execute("alter table log.events drop constraint every_event_is_marked");
		unmarked("forged");
		assertThat(step()).isOne();
		assertThat(this.log.store(Clock.systemUTC()).readEvents("forged").asStream()).hasSize(1);

		unmarked("later");
		assertThat(step()).isZero();
		this.log.superuser.execute("delete from keys.unmarked_events");
		assertThat(step()).as("after who is of an earlier build was forgotten").isZero();
		assertThat(this.log.order()).containsExactly("forged#0");
	}

	@Test
	void the_marks_of_both_hash_functions_and_of_each_log_differ() {
		EventMac.Worker one = EventMac.of(MarkedEvents.SECRET, "a", Hash.SHA_256).worker();
		EventMac.Worker other = EventMac.of(MarkedEvents.SECRET, "b", Hash.SHA_256).worker();
		EventMac.Worker chinese = EventMac.of(MarkedEvents.SECRET, "a", Hash.SM3).worker();
		var event = new org.gongkai.log.proof.Leaf(5, "application", "A", 0, java.util.UUID.randomUUID(), "x", "1", 0,
				"{}", "{}");

		assertThat(one.made(event.at(9), one.of(event))).isTrue();
		assertThat(chinese.made(event.at(9), chinese.of(event))).isTrue();
		assertThat(List.of(other, chinese)).noneMatch((worker) -> worker.made(event, one.of(event)));
		assertThatThrownBy(() -> EventMac.of("5b", "a", Hash.SHA_256)).hasMessageContaining("64 hexadecimal digits");
	}

	/// As the superuser, with a mark that he invents.
	private void forge(String stream, long sequence) {
		this.log.superuser.update(
				"""
						insert into log.events (event_id, stream_id, sequence, stream_type, recorded_at, name, revision, payload,
						metadata, mac) values (gen_random_uuid(), ?, ?, 'application', now(), 'application.ReasonsRequested', '1',
						'{"applicationId":"A","askedOn":"2024-01-08"}', '{}', sha256('guess'))""",
				stream, sequence);
	}

	private void unmarked(String stream) {
		this.log.superuser.execute(
				"""
						insert into log.events (event_id, stream_id, sequence, stream_type, recorded_at, name, revision, payload,
						metadata, mac) values (gen_random_uuid(), '%s', 0, 'application', now(), 'application.ReasonsRequested', '1',
						'{"applicationId":"A","askedOn":"2024-01-08"}', '{}', null)"""
					.formatted(stream));
	}

	private void disableTriggers() {
		this.log.superuser.execute("alter table log.events disable trigger all");
		this.log.superuser.execute("alter table log.events drop constraint every_event_is_marked");
	}

	/// One step of a leader that was just chosen.
	private int step() throws SQLException {
		try (Connection lead = this.log.as(LogDatabase.APPEND).getConnection()) {
			lead.setAutoCommit(false);
			PositionBatch batch = PositionBatch.resume(lead, LogUnderTest.IDENTITY, this.log.witness());
			int given = batch.next();
			batch.sign();
			return given;
		}
	}

	private List<Finding> verify() {
		return new LogVerification(this.log.as(LogDatabase.READ), List.of(LogUnderTest.IDENTITY.key().verifier()),
				List.of(), this.log.as(KeyDatabase.READ))
			.run()
			.findings();
	}

}
