package org.gongkai.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

import static org.assertj.core.api.Assertions.assertThat;

@Isolated("a hole is kept while anybody on the server is in a transaction")
class SequencerTest {

	private LogUnderTest log;

	private Connection lead;

	private PositionBatch batch;

	@BeforeEach
	void open() throws SQLException {
		this.log = new LogUnderTest();
		this.lead = this.log.as(LogDatabase.APPEND).getConnection();
		this.lead.setAutoCommit(false);
		this.batch = PositionBatch.resume(this.lead, LogUnderTest.IDENTITY, this.log.witness());
	}

	@AfterEach
	void close() throws SQLException {
		this.lead.close();
		this.log.close();
	}

	@Test
	void committed_events_get_dense_positions_in_insert_order() throws SQLException {
		this.log.append("a", 0);
		this.log.append("b", 0);
		this.log.append("a", 1);

		assertThat(this.batch.next()).isEqualTo(3);

		assertThat(this.log.order()).containsExactly("a#0", "b#0", "a#1");
		assertThat(this.log.positions()).containsExactly(1L, 2L, 3L);
		assertThat(this.batch.next()).isZero();
	}

	@Test
	void an_open_transaction_delays_its_own_event_only_and_loses_nothing() throws SQLException {
		try (Connection slow = insert("late", 0)) {
			this.log.append("b", 0);
			this.batch.next();
			assertThat(this.log.order()).containsExactly("b#0");
			assertThat(this.batch.lowWater()).isZero();

			slow.commit();
		}
		this.batch.next();

		assertThat(this.log.order()).containsExactly("b#0", "late#0");
		assertThat(this.batch.lowWater()).isEqualTo(2);
	}

	@Test
	void a_late_event_is_found_by_the_next_leader_too() throws SQLException {
		try (Connection slow = insert("late", 0)) {
			this.log.append("b", 0);
			this.batch.next();
			this.batch = PositionBatch.resume(this.lead, LogUnderTest.IDENTITY, this.log.witness());
			this.batch.next();
			slow.commit();
		}
		this.batch.next();

		assertThat(this.log.order()).containsExactly("b#0", "late#0");
	}

	@Test
	void within_a_stream_positions_follow_the_sequence_though_the_later_writer_began_first() throws SQLException {
		try (Connection early = connection(); Statement statement = early.createStatement()) {
			statement.execute("select pg_current_xact_id()");
			this.log.append("a", 0);
			statement.execute(insertSql("a", 1));
			early.commit();
		}
		this.batch.next();

		assertThat(this.log.order()).containsExactly("a#0", "a#1");
	}

	@Test
	void a_hole_is_passed_only_when_everyone_who_could_fill_it_has_ended() throws SQLException {
		try (Connection other = insert("rolled-back", 0)) {
			this.log.append("b", 0);
			this.batch.next();
			try (Connection bystander = insert("bystander", 0)) {
				other.rollback();
				this.batch.next();
				assertThat(this.batch.lowWater()).as("the hole's maker ended before the next step looked").isEqualTo(2);
				bystander.rollback();
			}
		}
		this.log.append("c", 0);
		this.batch.next();
		this.batch.next();

		assertThat(this.log.order()).containsExactly("b#0", "c#0");
		assertThat(this.batch.lowWater()).isEqualTo(4);
	}

	@Test
	void a_hole_is_kept_while_anyone_lives_who_was_alive_when_it_was_seen() throws SQLException {
		try (Connection alive = connection(); Statement statement = alive.createStatement()) {
			statement.execute("select pg_current_xact_id()");
			rolledBack("rolled-back", 0);
			this.log.append("b", 0);
			for (int step = 0; step < 5; step++) {
				this.batch.next();
				assertThat(this.batch.lowWater()).isZero();
			}
			assertThat(this.log.order()).as("nobody waits for the hole").containsExactly("b#0");

			alive.rollback();
		}
		this.batch.next();

		assertThat(this.batch.lowWater()).isEqualTo(2);
	}

	@Test
	void an_index_drawn_by_a_writer_that_then_stalls_is_never_taken_for_dead() throws Exception {
		// the stall comes between the index and the row, where a transaction without an
		// id would be invisible
		CompletableFuture<Void> stalled;
		try (AutoCloseable _ = this.log.freezeInserts("stalled")) {
			stalled = CompletableFuture.runAsync(() -> this.log.append("stalled", 0));
			LogUnderTest.await("the insert stalls", this.log::frozen);
			this.log.append("b", 0);
			for (int step = 0; step < 20; step++) {
				this.batch.next();
			}
			assertThat(this.batch.lowWater()).isZero();
		}
		stalled.join();
		this.batch.next();

		assertThat(this.log.order()).containsExactly("b#0", "stalled#0");
	}

	@Test
	void another_node_takes_over_when_the_leader_s_session_ends() {
		try (Sequencer first = sequencer(); Sequencer second = sequencer()) {
			first.start();
			LogUnderTest.await("the first leads", first::leading);
			second.start();
			this.log.append("a", 0);
			LogUnderTest.await("position 1", () -> this.log.positions().size() == 1);
			assertThat(second.leading()).isFalse();

			first.stop();

			LogUnderTest.await("the second leads", second::leading);
			this.log.append("a", 1);
			LogUnderTest.await("position 2", () -> this.log.positions().size() == 2);
		}
	}

	@Test
	void a_leader_whose_session_is_killed_gives_no_position_any_more_and_one_leads_again() {
		try (Sequencer first = sequencer(); Sequencer second = sequencer()) {
			first.start();
			LogUnderTest.await("the first leads", first::leading);
			second.start();

			this.log.superuser.queryForList("""
					select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted
					and database = (select oid from pg_database where datname = current_database())""");

			for (int sequence = 0; sequence < 50; sequence++) {
				this.log.append("a", sequence);
			}
			LogUnderTest.await("all have positions", () -> this.log.positions().size() == 50);
			assertThat(first.leading() && second.leading()).isFalse();
		}
	}

	@Test
	void many_writers_at_once_lose_nothing_and_leave_no_hole() {
		try (Sequencer sequencer = sequencer()) {
			sequencer.start();
			CompletableFuture<?>[] writers = IntStream.range(0, 8)
				.mapToObj((writer) -> CompletableFuture.runAsync(() -> {
					for (int sequence = 0; sequence < 25; sequence++) {
						this.log.append("w" + writer, sequence);
						rolledBack("x" + writer, sequence);
					}
				}))
				.toArray(CompletableFuture[]::new);
			CompletableFuture.allOf(writers).join();
			LogUnderTest.await("200 positions", () -> this.log.positions().size() == 200);
		}
		assertThat(this.log.positions()).containsExactlyElementsOf(LongStream.rangeClosed(1, 200).boxed().toList());
		for (int writer = 0; writer < 8; writer++) {
			String stream = "w" + writer + "#";
			assertThat(this.log.order().stream().filter((place) -> place.startsWith(stream)))
				.containsExactlyElementsOf(IntStream.range(0, 25).mapToObj((sequence) -> stream + sequence).toList());
		}
	}

	private Sequencer sequencer() {
		return new Sequencer(this.log.as(LogDatabase.APPEND), LogUnderTest.IDENTITY, this.log.witness(), () -> {
		});
	}

	private void rolledBack(String stream, long sequence) {
		try (Connection connection = insert(stream, sequence)) {
			connection.rollback();
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Connection connection() throws SQLException {
		Connection connection = this.log.as(LogDatabase.APPEND).getConnection();
		connection.setAutoCommit(false);
		return connection;
	}

	private Connection insert(String stream, long sequence) throws SQLException {
		Connection connection = connection();
		try (Statement statement = connection.createStatement()) {
			statement.execute(insertSql(stream, sequence));
		}
		return connection;
	}

	private static String insertSql(String stream, long sequence) {
		return """
				insert into log.events (event_id, stream_id, sequence, stream_type, recorded_at, name, revision, payload, metadata)
				values (gen_random_uuid(), '%s', %d, 'application', '2024-01-09T02:00:00Z',
				'application.ReasonsRequested', '1', '{"applicationId":"%s","askedOn":"2024-01-08"}', '{}')"""
			.formatted(stream, sequence, stream);
	}

}
