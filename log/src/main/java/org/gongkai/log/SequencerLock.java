package org.gongkai.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An advisory lock of a database session.
final class SequencerLock {

	private static final Logger LOGGER = LoggerFactory.getLogger(SequencerLock.class);

	private SequencerLock() {
	}

	static boolean tryLock(Connection connection, long key) throws SQLException {
		try (PreparedStatement lock = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
			lock.setLong(1, key);
			try (ResultSet row = lock.executeQuery()) {
				return row.next() && row.getBoolean(1);
			}
		}
	}

	/// Frees the lock before a pooled connection goes back; a dead connection has freed
	/// it already.
	static void unlock(Connection connection, long key) {
		try {
			connection.rollback();
			connection.setAutoCommit(true);
			try (PreparedStatement unlock = connection.prepareStatement("select pg_advisory_unlock(?)")) {
				unlock.setLong(1, key);
				unlock.execute();
			}
		}
		catch (SQLException ex) {
			LOGGER.debug("the session had ended with its lock", ex);
		}
	}

}
