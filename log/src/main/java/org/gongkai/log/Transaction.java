package org.gongkai.log;

import java.sql.Connection;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/// What is done together on a connection that otherwise commits by itself: all of it or nothing.
public final class Transaction {

	private Transaction() {
	}

	/// What is done with the connection.
	public interface Work<T extends @Nullable Object> {

		T on(Connection connection) throws SQLException;

	}

	/// Commits the work, or takes it back where it fails.
	public static <T extends @Nullable Object> T of(Connection connection, Work<T> work) throws SQLException {
		connection.setAutoCommit(false);
		try {
			T result = work.on(connection);
			connection.commit();
			return result;
		}
		catch (SQLException | RuntimeException ex) {
			connection.rollback();
			throw ex;
		}
		finally {
			connection.setAutoCommit(true);
		}
	}

}
