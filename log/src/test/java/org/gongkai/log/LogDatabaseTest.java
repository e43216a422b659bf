package org.gongkai.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import org.gongkai.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Isolated("it changes passwords that the whole server knows")
class LogDatabaseTest {

	private final LogUnderTest log = new LogUnderTest();

	@BeforeAll
	void record() {
		this.log.append("a", 0);
		this.log.superuser.execute("insert into log.positions values (1, 1)");
		this.log.append("a", 1);
		this.log.append("a", 2);
	}

	@AfterAll
	void close() {
		this.log.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "update log.events set payload = '{}'", "update log.events set recorded_at = recorded_at",
			"delete from log.events", "truncate log.events", "truncate log.events, log.positions",
			"update log.positions set position = 2", "delete from log.positions", "truncate log.positions",
			"merge into log.events e using (values (1)) v (i) on e.event_index = v.i when matched then delete", """
					insert into log.positions values (1, 1) on conflict (position) do update set event_index = 2""" })
	void what_is_recorded_cannot_be_changed_even_by_the_owner_or_a_superuser_in_replica_mode(String sql)
			throws SQLException {
		assertRefused(this.log.as(LogDatabase.APPEND), sql, "permission denied");
		assertRefused(this.log.as(LogDatabase.READ), sql, "permission denied");
		assertRefused(this.log.as(LogDatabase.MIGRATE), sql, "what is recorded stays as it is");
		assertRefused(this.log.superuser.getDataSource(), sql, "what is recorded stays as it is");
		assertRefused(this.log.superuser.getDataSource(), "set session_replication_role = replica; " + sql,
				"what is recorded stays as it is");
		assertThat(this.log.order()).containsExactly("a#0");
	}

	@ParameterizedTest
	@ValueSource(strings = { "alter table log.events disable trigger all", "drop trigger events_stay on log.events",
			"alter table log.events add column more text", "drop table log.events", "drop schema log cascade",
			"create or replace function log.refuse_change() returns trigger language plpgsql as 'begin return old; end'" })
	void the_roles_at_work_cannot_take_the_refusal_away(String sql) throws SQLException {
		for (String role : List.of(LogDatabase.APPEND, LogDatabase.READ)) {
			try (Connection connection = this.log.as(role).getConnection();
					Statement statement = connection.createStatement()) {
				assertThatThrownBy(() -> statement.execute(sql)).isInstanceOf(SQLException.class)
					.extracting((refusal) -> ((SQLException) refusal).getSQLState())
					.isEqualTo("42501");
			}
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			insert into log.positions values (3, 2)             | they would leave a hole
			insert into log.positions values (2, 2), (4, 3)     | they would leave a hole
			insert into log.positions values (0, 2)             | positions_count_from_one
			insert into log.positions values (2, 99)            | an event is missing
			insert into log.positions values (2, 1)             | one_position_per_event
			insert into log.positions values (1, 2)             | one_event_per_position
			""")
	void positions_that_would_leave_a_hole_or_lack_their_event_are_refused(String sql, String reason)
			throws SQLException {
		assertRefused(this.log.as(LogDatabase.APPEND), sql, reason);
		assertRefused(this.log.superuser.getDataSource(), "set session_replication_role = replica; " + sql, reason);
		assertThat(this.log.positions()).containsExactly(1L);
	}

	@Test
	void positions_after_uncommitted_ones_are_refused_since_those_may_be_rolled_back() throws SQLException {
		try (Connection other = this.log.as(LogDatabase.APPEND).getConnection();
				Statement statement = other.createStatement()) {
			other.setAutoCommit(false);
			statement.execute("insert into log.positions values (2, 2)");

			assertRefused(this.log.as(LogDatabase.APPEND), "insert into log.positions values (3, 3)",
					"they would leave a hole");
		}
	}

	@Test
	void a_writer_does_not_choose_its_index() throws SQLException {
		assertRefused(this.log.as(LogDatabase.APPEND),
				"""
						insert into log.events
						(event_index, stream_type, stream_id, sequence, event_id, name, revision, payload, metadata, recorded_at)
						values (7, 'agency', 'agency:X', 0, gen_random_uuid(), 'agency.AgencyClosed', '1', '{}', '{}', now())""",
				"permission denied");
	}

	@Test
	void the_reading_role_owns_the_read_tables_and_cannot_record() throws SQLException {
		new JdbcTemplate(this.log.as(LogDatabase.READ)).execute("create table read.anything (n integer)");
		assertRefused(this.log.as(LogDatabase.READ), "insert into log.positions values (2, 2)", "permission denied");
		assertRefused(this.log.as(LogDatabase.READ), "select nextval('log.event_index')", "permission denied");
		assertRefused(this.log.as(LogDatabase.APPEND), "select * from read.anything", "permission denied");
		assertRefused(this.log.as(LogDatabase.READ), "create table public.anything (n integer)", "permission denied");
	}

	@Test
	void the_text_of_an_event_stays_to_the_letter() {
		this.log.superuser.execute("""
				insert into log.events
				(stream_type, stream_id, sequence, event_id, name, revision, payload, metadata, recorded_at)
				values ('agency', 'agency:X', 0, gen_random_uuid(), 'agency.AgencyClosed', '1',
				'{"b":1.50,  "a":"甲","b":2}', '{}', now())""");

		assertThat(this.log.superuser
			.queryForObject("select payload::text from log.events where stream_id = 'agency:X'", String.class))
			.isEqualTo("{\"b\":1.50,  \"a\":\"甲\",\"b\":2}");
	}

	@Test
	void making_ready_may_be_repeated_and_changes_the_passwords() throws SQLException {
		try (TestDatabase database = TestDatabase.create()) {
			LogDatabase.bootstrap(database.superuser(), new RolePasswords("m", "a", "r"));
			LogDatabase.migrate(database.as(LogDatabase.MIGRATE, "m"));
			try {
				LogDatabase.bootstrap(database.superuser(), new RolePasswords("m'2", "a\"2", "密码"));
				LogDatabase.migrate(database.as(LogDatabase.MIGRATE, "m'2"));

				assertThat(new JdbcTemplate(database.as(LogDatabase.READ, "密码"))
					.queryForObject("select count(*) from log.events", Long.class)).isZero();
				assertThat(new JdbcTemplate(database.superuser()).queryForList(
						"""
								select rolpassword from pg_authid where rolname in ('gongkai_migrate', 'gongkai_append', 'gongkai_read')""",
						String.class))
					.hasSize(3)
					.allMatch((verifier) -> verifier.startsWith("SCRAM-SHA-256$"));
			}
			finally {
				LogDatabase.bootstrap(database.superuser(), new RolePasswords("m", "a", "r"));
			}
		}
	}

	@Test
	void databases_of_one_server_can_be_made_ready_at_once() {
		CompletableFuture<?>[] databases = IntStream.range(0, 4).mapToObj((_) -> CompletableFuture.runAsync(() -> {
			try (TestDatabase database = TestDatabase.create()) {
				LogDatabase.bootstrap(database.superuser(), new RolePasswords("m", "a", "r"));
				LogDatabase.migrate(database.as(LogDatabase.MIGRATE, "m"));
				assertThat(JdbcLogReader.impersonal(database.as(LogDatabase.READ, "r")).head()).isZero();
			}
		})).toArray(CompletableFuture[]::new);
		CompletableFuture.allOf(databases).join();
	}

	private static void assertRefused(DataSource source, String sql, String reason) throws SQLException {
		try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
			assertThatThrownBy(() -> statement.execute(sql)).isInstanceOf(SQLException.class)
				.hasMessageContaining(reason);
		}
	}

}
