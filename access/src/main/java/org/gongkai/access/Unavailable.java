package org.gongkai.access;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.nio.file.ReadOnlyFileSystemException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.transaction.TransactionSystemException;

/// Failures of what the service runs on: no connection to the database within the time limit, a database that is down or starting, a full
/// or read-only disk, another service that does not answer. They are no bugs and pass, so they are answered with 503 and `Retry-After`.
public final class Unavailable {

	/// The code of the problem.
	public static final String CODE = "unavailable";

	/// After so many seconds a caller may call again.
	public static final long RETRY_AFTER = 5;

	private static final Logger LOGGER = LoggerFactory.getLogger(Unavailable.class);

	/// An outage fails every request; its log lines must not fill the disk.
	private static final long LOG_EVERY_NANOS = 10_000_000_000L;

	private static final AtomicLong LOGGED = new AtomicLong(System.nanoTime() - LOG_EVERY_NANOS);

	/// Classes of SQLSTATE: no connection (08), insufficient resources such as a full
	/// disk (53), stopped by an administrator or
	/// starting (57P), failed input or output (58030), a read-only transaction of a
	/// standby (25006).
	private static final List<String> STATES = List.of("08", "53", "57P", "58030", "25006");

	/// What the operating system calls these failures, in exceptions of the JDK and in
	/// messages of PostgreSQL, which has no SQLSTATE for a read-only file system; and
	/// what
	/// the pool calls a connection that broke before, in an exception without a SQLSTATE.
	private static final List<String> MESSAGES = List.of("No space left on device", "Read-only file system",
			"Disk quota exceeded", "Input/output error", "Too many open files", "DataSource has been closed",
			"Connection is closed");

	private Unavailable() {
	}

	/// Whether a failure comes from what the service runs on.
	public static boolean causedBy(@Nullable Throwable failure) {
		return cause(failure) != null;
	}

	private static @Nullable Throwable cause(@Nullable Throwable failure) {
		Throwable cause = failure;
		// a cause that refers to itself must not hold the thread
		for (int depth = 0; cause != null && depth < 50; depth++) {
			boolean found = switch (cause) {
				case SQLTransientException _, SQLRecoverableException _, SQLNonTransientConnectionException _ -> true;
				case SQLException sql -> isState(sql.getSQLState()) || isMessage(sql.getMessage());
				// a rollback that fails hides the failure that it follows
				case TransactionSystemException rollback -> causedBy(rollback.getApplicationException());
				case ReadOnlyFileSystemException _, ConnectException _, HttpTimeoutException _ -> true;
				case IOException io -> isMessage(io.getMessage());
				default -> false;
			};
			if (found) {
				return cause;
			}
			cause = cause.getCause();
		}
		return null;
	}

	private static boolean isState(@Nullable String state) {
		return state != null && STATES.stream().anyMatch(state::startsWith);
	}

	private static boolean isMessage(@Nullable String message) {
		return message != null && MESSAGES.stream().anyMatch(message::contains);
	}

	/// The problem that a failure is answered with; logs the failure at most every ten
	/// seconds.
	static ProblemDetail problem(Throwable failure) {
		long now = System.nanoTime();
		long last = LOGGED.get();
		if (now - last >= LOG_EVERY_NANOS && LOGGED.compareAndSet(last, now)) {
			LOGGER.warn("requests are answered with 503: {}", String.valueOf(cause(failure)));
		}
		return problem();
	}

	static ProblemDetail problem() {
		return Problems.of(HttpStatus.SERVICE_UNAVAILABLE, CODE, "系统暂时不能提供服务，请稍后再试",
				"the service is not available; call again later, a command with the same Idempotency-Key");
	}

}
