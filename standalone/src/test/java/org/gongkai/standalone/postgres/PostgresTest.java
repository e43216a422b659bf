package org.gongkai.standalone.postgres;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;

import javax.sql.DataSource;

import org.gongkai.standalone.Failed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

class PostgresTest {

	private static final Path CACHE = Path.of("target", "programs").toAbsolutePath();

	@TempDir
	Path dir;

	private final CompletableFuture<Failed> lost = new CompletableFuture<>();

	@Test
	void a_second_start_finds_what_the_first_one_wrote() throws SQLException {
		try (Postgres first = start()) {
			run(admin(first), "create table kept as select 7 as number");
		}

		try (Postgres second = start()) {
			assertThat(ask(admin(second), "select number from kept")).isEqualTo("7");
		}
	}

	@Test
	void it_runs_with_every_guard_against_loss() throws SQLException {
		try (Postgres postgres = start()) {
			assertThat(ask(admin(postgres), "show fsync")).isEqualTo("on");
			assertThat(ask(admin(postgres), "show synchronous_commit")).isEqualTo("on");
			assertThat(ask(admin(postgres), "show full_page_writes")).isEqualTo("on");
			assertThat(ask(admin(postgres), "show data_checksums")).isEqualTo("on");
			assertThat(ask(admin(postgres), "show listen_addresses")).isEqualTo("127.0.0.1");
			postgres.requireDurable(admin(postgres));
		}
	}

	@Test
	void a_role_whose_commits_are_not_waited_for_is_refused() throws SQLException {
		try (Postgres postgres = start()) {
			run(admin(postgres), "create role hasty login password 'hasty'");
			run(admin(postgres), "alter role hasty set synchronous_commit = off");

			assertThatExceptionOfType(Failed.class)
				.isThrownBy(() -> postgres.requireDurable(postgres.as("hasty", "hasty")))
				.withMessageContaining("synchronous_commit = off for hasty");
		}
	}

	@Test
	void nobody_comes_in_without_the_password() {
		try (Postgres postgres = start()) {
			assertThatExceptionOfType(SQLException.class)
				.isThrownBy(() -> postgres.as(Postgres.ADMIN, "guessed").getConnection())
				.withMessageContaining("password authentication failed");
		}
	}

	@Test
	void after_it_is_killed_it_is_started_again_with_everything_acknowledged() throws Exception {
		try (Postgres postgres = start()) {
			run(admin(postgres), "create table kept as select 7 as number");
			long killed = postgres.pid();

			assertThat(ProcessHandle.of(killed).orElseThrow().destroyForcibly()).isTrue();

			await().atMost(java.time.Duration.ofSeconds(60))
				.until(() -> postgres.pid() != killed && answers(admin(postgres)));
			assertThat(ask(admin(postgres), "select number from kept")).isEqualTo("7");
			assertThat(this.lost).isNotDone();
		}
	}

	@Test
	void one_that_a_killed_office_left_running_is_ended_first() throws Exception {
		Postgres left = start();
		run(admin(left), "create table kept as select 7 as number");
		long orphan = left.pid();
		left.forget();

		try (Postgres next = start()) {
			assertThat(ProcessHandle.of(orphan).filter(ProcessHandle::isAlive)).isEmpty();
			assertThat(ask(admin(next), "select number from kept")).isEqualTo("7");
		}
	}

	@Test
	void files_of_another_major_version_are_left_untouched() throws Exception {
		Path database = Files.createDirectory(this.dir.resolve("postgresql"));
		Files.writeString(database.resolve("PG_VERSION"), "19\n");

		assertThatExceptionOfType(Failed.class).isThrownBy(this::start)
			.withMessageContaining("was written by PostgreSQL 19; this Gongkai brings PostgreSQL 18");
		assertThat(database).isDirectoryContaining("glob:**PG_VERSION");
	}

	@Test
	void the_password_of_another_folder_is_told_apart_from_a_broken_database() {
		start().close();

		assertThatExceptionOfType(Failed.class)
			.isThrownBy(() -> Postgres.start(this.dir.resolve("postgresql"), this.dir.resolve("log"), CACHE, "other",
					this.lost::complete))
			.withMessageContaining("another password");
	}

	@Test
	void damaged_files_are_told_in_one_line_with_the_reason() throws Exception {
		start().close();
		Files.delete(this.dir.resolve("postgresql/global/pg_control"));

		assertThatExceptionOfType(Failed.class).isThrownBy(this::start)
			.withMessageContaining("PostgreSQL did not start")
			.withMessageContaining("pg_control")
			.satisfies((failed) -> assertThat(failed.getMessage().lines()).hasSize(1));
	}

	private Postgres start() {
		return Postgres.start(this.dir.resolve("postgresql"), this.dir.resolve("log"), CACHE, "secret",
				this.lost::complete);
	}

	private static DataSource admin(Postgres postgres) {
		return postgres.as(Postgres.ADMIN, "secret");
	}

	private static boolean answers(DataSource source) {
		try {
			return ask(source, "select 1").equals("1");
		}
		catch (SQLException ex) {
			return false;
		}
	}

	private static void run(DataSource source, String sql) throws SQLException {
		try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	private static String ask(DataSource source, String sql) throws SQLException {
		try (Connection connection = source.getConnection();
				Statement statement = connection.createStatement();
				var row = statement.executeQuery(sql)) {
			row.next();
			return row.getString(1);
		}
	}

}
