package org.gongkai.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Isolated: what is found is drained for the whole process.
@Isolated
class NestedConnectionDetectorTest {

	private static final TestDatabase database = TestDatabase.create();

	private final NestedConnectionDetector pool = new NestedConnectionDetector(database.superuser(), "append");

	@AfterAll
	static void close() {
		database.close();
	}

	@Test
	void a_second_connection_is_refused_and_both_places_are_named() throws Exception {
		try (Connection _ = this.pool.getConnection()) {
			assertThatThrownBy(this::nested).hasMessageContaining("append")
				.satisfies((nested) -> assertThat(nested.getStackTrace()).extracting(StackTraceElement::getMethodName)
					.contains("nested"))
				.satisfies((nested) -> assertThat(nested.getCause().getStackTrace())
					.extracting(StackTraceElement::getMethodName)
					.contains("a_second_connection_is_refused_and_both_places_are_named"));
			assertThat(NestedConnectionDetector.drain()).hasSize(1);
			assertThat(NestedConnectionDetector.drain()).isEmpty();
		}
	}

	private void nested() throws SQLException {
		this.pool.getConnection().close();
	}

	@Test
	void one_after_the_other_and_one_of_each_thread_and_pool_are_given() throws Exception {
		nested();
		nested();
		NestedConnectionDetector other = new NestedConnectionDetector(database.superuser(), "read");
		try (Connection _ = this.pool.getConnection();
				Connection _ = other.getConnection();
				ExecutorService thread = Executors.newSingleThreadExecutor()) {
			thread.submit(() -> {
				nested();
				return null;
			}).get();
		}
	}

	@Test
	void a_connection_that_another_thread_closes_is_no_longer_held() throws Exception {
		Connection connection = this.pool.getConnection();
		try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
			thread.submit(() -> {
				connection.close();
				return null;
			}).get();
		}
		nested();
	}

}
