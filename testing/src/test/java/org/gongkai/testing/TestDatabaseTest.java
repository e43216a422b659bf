package org.gongkai.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TestDatabaseTest {

	@Test
	void tests_run_on_the_major_version_that_the_product_runs_on() throws SQLException {
		try (TestDatabase database = TestDatabase.create()) {
			assertThat(text(database.superuser(), "show server_version_num")).startsWith("18");
		}
	}

	@Test
	void each_database_is_empty_and_apart_from_the_others_on_one_server() throws SQLException {
		try (TestDatabase first = TestDatabase.create(); TestDatabase second = TestDatabase.create()) {
			text(first.superuser(), "create table here (n integer); select 1");

			assertThat(text(first.superuser(), "select to_regclass('here')")).isEqualTo("here");
			assertThat(text(second.superuser(), "select coalesce(to_regclass('here')::text, 'absent')"))
				.isEqualTo("absent");
			assertThat(text(second.superuser(), "select pg_postmaster_start_time()"))
				.isEqualTo(text(first.superuser(), "select pg_postmaster_start_time()"));
		}
	}

	@Test
	void a_role_logs_in_with_its_password() throws SQLException {
		try (TestDatabase database = TestDatabase.create()) {
			text(database.superuser(), "create role clerk login password 'right'; select 1");
			try {
				assertThat(text(database.as("clerk", "right"), "select current_user")).isEqualTo("clerk");
			}
			finally {
				text(database.superuser(), "drop role clerk; select 1");
			}
		}
	}

	@Test
	void a_closed_database_is_gone_though_sessions_were_open() throws SQLException {
		TestDatabase database = TestDatabase.create();
		try (Connection session = database.superuser().getConnection()) {
			database.close();

			assertThat(session.isValid(5)).isFalse();
			assertThatThrownBy(() -> database.superuser().getConnection()).isInstanceOf(SQLException.class)
				.hasMessageContaining("does not exist");
		}
	}

	private static String text(DataSource source, String sql) throws SQLException {
		try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
			boolean rows = statement.execute(sql);
			while (!rows) {
				rows = statement.getMoreResults();
			}
			try (ResultSet row = statement.getResultSet()) {
				row.next();
				return row.getString(1);
			}
		}
	}

}
