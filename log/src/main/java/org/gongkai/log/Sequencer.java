package org.gongkai.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives every committed event the next position. Of all nodes on one database one leads: it holds a lock of its
/// database session, so that the lock ends with the session and nobody leads on a lost connection. The others try
/// again and again, and take over when it is free.
public final class Sequencer implements AutoCloseable {

	private static final Logger LOGGER = LoggerFactory.getLogger(Sequencer.class);

	private static final long LOCK = 7305502;

	private final DataSource append;

	private final Runnable onPositions;

	private final Semaphore nudges = new Semaphore(0);

	private volatile boolean running;

	private volatile boolean leading;

	private volatile Thread thread = Thread.currentThread();

	/// @param append gives connections as [LogDatabase#APPEND]; one is held for as long
	/// as this sequencer leads
	/// @param onPositions called after events got positions
	public Sequencer(DataSource append, Runnable onPositions) {
		this.append = append;
		this.onPositions = onPositions;
	}

	/// Starts to lead, or to wait for the leader's end.
	public synchronized void start() {
		if (!this.running) {
			this.running = true;
			this.thread = Thread.ofPlatform().name("sequencer").daemon().start(this::run);
		}
	}

	/// Says that something was committed. Costs nothing; without it new events are found
	/// by looking.
	public void nudge() {
		if (this.nudges.availablePermits() == 0) {
			this.nudges.release();
		}
	}

	/// Whether this node gives the positions at present.
	public boolean leading() {
		return this.leading;
	}

	/// Stops within the time of one batch and frees the lock.
	public void stop() {
		Thread worker;
		synchronized (this) {
			if (!this.running) {
				return;
			}
			this.running = false;
			worker = this.thread;
		}
		nudge();
		try {
			worker.join(TimeUnit.SECONDS.toMillis(10));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void close() {
		stop();
	}

	private void run() {
		while (this.running) {
			try (Connection connection = this.append.getConnection()) {
				prepare(connection);
				while (this.running && !SequencerLock.tryLock(connection, LOCK)) {
					pause(250);
				}
				if (this.running) {
					lead(connection);
				}
			}
			catch (SQLException ex) {
				if (this.running) {
					LOGGER.warn("sequencer lost its connection and tries again: {}", ex.getMessage());
					pause(250);
				}
			}
			finally {
				this.leading = false;
			}
		}
	}

	/// The server notices within seconds that a node's machine is gone, and ends its
	/// session and lock.
	private static void prepare(Connection connection) throws SQLException {
		connection.setAutoCommit(true);
		try (var statement = connection.createStatement()) {
			statement.execute("set tcp_keepalives_idle = 2");
			statement.execute("set tcp_keepalives_interval = 1");
			statement.execute("set tcp_keepalives_count = 3");
			statement.execute("set idle_session_timeout = 0");
			statement.execute("set synchronous_commit = on");
		}
	}

	private void lead(Connection connection) throws SQLException {
		try {
			connection.setAutoCommit(false);
			PositionBatch batch = PositionBatch.resume(connection);
			this.leading = true;
			while (this.running) {
				int given = batch.next();
				if (given > 0) {
					this.onPositions.run();
				}
				// under load a short rest makes the next batch larger, which costs less;
				// when idle a nudge ends the rest
				pause((given > 0) ? 5 : 50);
			}
		}
		finally {
			this.leading = false;
			SequencerLock.unlock(connection, LOCK);
		}
	}

	private void pause(long millis) {
		try {
			if (this.nudges.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
				this.nudges.drainPermits();
			}
		}
		catch (InterruptedException ex) {
			this.running = false;
			Thread.currentThread().interrupt();
		}
	}

}
