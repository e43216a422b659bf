package org.gongkai.log;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A database session that leads or wants to. The lock belongs to the session: who has lost the session cannot write on
/// it any more, so that there are never two leaders, whatever anybody's clock says.
public final class LeaderSession implements AutoCloseable {

	private static final Logger LOGGER = LoggerFactory.getLogger(LeaderSession.class);

	/// What is led, one on each database.
	public enum Lead {

		/// Giving positions.
		SEQUENCER(7305502, Duration.ofSeconds(5)),

		/// Sending to the stream: the broker may keep the leader waiting.
		RELAY(7305503, Duration.ofSeconds(20)),

		/// Receiving from the topics of other logs.
		RECEPTION(7305505, Duration.ofSeconds(5)),

		/// Making read models anew: putting one in its place may wait for who reads it.
		REBUILD(7305506, Duration.ofSeconds(20));

		private final long lock;

		private final Duration silence;

		Lead(long lock, Duration silence) {
			this.lock = lock;
			this.silence = silence;
		}

		/// For so long the leader may say nothing to the database.
		public Duration silence() {
			return this.silence;
		}

	}

	/// The server ends within seconds the session of a machine that is gone (keepalive,
	/// unacknowledged data) and of a program that stands still though its machine
	/// answers (idle); the lock ends with it.
	private static final String PREPARE = """
			set tcp_keepalives_idle = 2; set tcp_keepalives_interval = 1; set tcp_keepalives_count = 3;
			set tcp_user_timeout = '5s'; set idle_session_timeout = '%1$ds'; set idle_in_transaction_session_timeout = '%1$ds';
			set synchronous_commit = on""";

	private static final String RESTORE = """
			reset tcp_keepalives_idle; reset tcp_keepalives_interval; reset tcp_keepalives_count;
			reset tcp_user_timeout; reset idle_session_timeout; reset idle_in_transaction_session_timeout;
			reset synchronous_commit""";

	private static final int ANSWER_MILLIS = (int) TimeUnit.SECONDS.toMillis(30);

	private final Connection connection;

	private final Lead lead;

	private final int networkTimeout;

	/// @param connection is given back when the session is closed
	public LeaderSession(Connection connection, Lead lead) throws SQLException {
		this.connection = connection;
		this.lead = lead;
		this.networkTimeout = connection.getNetworkTimeout();
		connection.setAutoCommit(true);
		connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
		// a server that is gone must not keep this node waiting for ever
		connection.setNetworkTimeout(Runnable::run, ANSWER_MILLIS);
		execute(PREPARE.formatted(lead.silence().toSeconds()));
	}

	/// Becomes the leader if there is none. Waiting for the lock inside the database
	/// would hold a snapshot there.
	public boolean tryToLead() throws SQLException {
		try (Statement lock = this.connection.createStatement();
				ResultSet row = lock.executeQuery("select pg_try_advisory_lock(" + this.lead.lock + ")")) {
			return row.next() && row.getBoolean(1);
		}
	}

	/// Breaks the silence of a leader who writes elsewhere.
	/// @throws SQLException if the session has ended, and the lead with it
	public void requireAlive() throws SQLException {
		execute("select 1");
	}

	/// The one session that the leader reads and writes on, at first without a
	/// transaction.
	public Connection connection() {
		return this.connection;
	}

	/// Frees the lock and gives the connection back as it was; a dead connection has
	/// freed it already.
	@Override
	public void close() {
		try (Connection session = this.connection) {
			if (!session.getAutoCommit()) {
				session.rollback();
				session.setAutoCommit(true);
			}
			execute("select pg_advisory_unlock_all()");
			execute(RESTORE);
			session.setNetworkTimeout(Runnable::run, this.networkTimeout);
		}
		catch (SQLException ex) {
			LOGGER.debug("the session had ended with its lock", ex);
		}
	}

	private void execute(String sql) throws SQLException {
		try (Statement statement = this.connection.createStatement()) {
			statement.execute(sql);
		}
	}

}
