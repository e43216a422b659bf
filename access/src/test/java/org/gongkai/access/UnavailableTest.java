package org.gongkai.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.transaction.TransactionSystemException;

import static org.assertj.core.api.Assertions.assertThat;

/// Which failures come from what the service runs on, and which are bugs.
class UnavailableTest {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			08006 | An I/O error occurred while sending to the backend.
			08001 | Connection to 127.0.0.1:5432 refused.
			53100 | could not extend file "base/16384/16500": No space left on device
			53300 | sorry, too many clients already
			57P01 | terminating connection due to administrator command
			57P03 | the database system is starting up
			58030 | could not fsync file: Input/output error
			42501 | could not open file "base/16384/16500": Read-only file system
			25006 | cannot execute INSERT in a read-only transaction""")
	void what_postgresql_says_of_its_surroundings(String state, String message) {
		assertThat(Unavailable.causedBy(wrapped(new SQLException(message, state)))).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			42501 | permission denied for table events
			42P01 | relation "read.cases" does not exist
			23505 | duplicate key value violates unique constraint
			22021 | invalid byte sequence for encoding""")
	void what_postgresql_says_of_a_bug(String state, String message) {
		assertThat(Unavailable.causedBy(wrapped(new SQLException(message, state)))).isFalse();
	}

	@Test
	void a_pool_without_a_free_connection_and_a_disk_that_takes_nothing() {
		assertThat(Unavailable.causedBy(wrapped(new SQLTransientConnectionException("append - timed out")))).isTrue();
		assertThat(Unavailable
			.causedBy(new UncheckedIOException(new FileSystemException("uploads", null, "No space left on device"))))
			.isTrue();
		assertThat(Unavailable.causedBy(new UncheckedIOException(new IOException("Stream closed")))).isFalse();
		assertThat(Unavailable.causedBy(new IllegalStateException("a bug"))).isFalse();
		assertThat(Unavailable.causedBy(null)).isFalse();
	}

	@Test
	void a_rollback_that_fails_because_its_connection_broke() {
		SQLException broken = new SQLException("terminating connection due to administrator command", "57P01");
		TransactionSystemException rollback = new TransactionSystemException("Could not roll back JDBC transaction",
				new SQLException("the pool's own words"));
		assertThat(Unavailable.causedBy(rollback)).isFalse();
		rollback.initApplicationException(new IllegalStateException(broken));

		assertThat(Unavailable.causedBy(new IllegalStateException(rollback))).isTrue();
		assertThat(Unavailable.causedBy(new SQLException("Connection is closed"))).isTrue();
	}

	private static RuntimeException wrapped(SQLException failure) {
		return new IllegalStateException("the log cannot be read", new IllegalStateException(failure));
	}

}
