package org.gongkai.query.integration;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import javax.sql.DataSource;

import org.gongkai.log.LeaderSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Of all nodes on one database one receives, from all sources; the others try again and again, and take over within seconds
/// when its session has ended. What is received needs no leader to be right, the received log sees to that: the lead saves
/// the others the reading.
final class Reception {

	private static final Logger LOGGER = LoggerFactory.getLogger(Reception.class);

	private static final Duration TRY_AGAIN = Duration.ofMillis(500);

	private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(1);

	private final DataSource append;

	private final Supplier<List<Receiver>> receivers;

	private final CountDownLatch stopped = new CountDownLatch(1);

	private final Thread thread = Thread.ofPlatform().daemon().name("reception").unstarted(this::run);

	private volatile boolean leading;

	/// @param append connections as `gongkai_append`, outside of any pool; one is held
	/// for as long as this
	/// runs
	/// @param receivers new ones, one for each source
	Reception(DataSource append, Supplier<List<Receiver>> receivers) {
		this.append = append;
		this.receivers = receivers;
	}

	void start() {
		this.thread.start();
	}

	/// Ends what is under way and frees the lock.
	void stop() {
		this.stopped.countDown();
		try {
			this.thread.join(Duration.ofSeconds(20));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/// Whether this node receives at present.
	boolean leading() {
		return this.leading;
	}

	private void run() {
		try {
			while (running()) {
				try (LeaderSession session = new LeaderSession(this.append.getConnection(),
						LeaderSession.Lead.RECEPTION)) {
					while (running() && !session.tryToLead()) {
						rest(TRY_AGAIN);
					}
					lead(session);
				}
				catch (SQLException ex) {
					if (running()) {
						LOGGER.warn("this node lost its session, receives nothing and tries again: {}",
								ex.getMessage());
					}
				}
				catch (RuntimeException ex) {
					LOGGER.error("this node receives nothing and tries again", ex);
				}
				rest(TRY_AGAIN);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void lead(LeaderSession session) throws SQLException, InterruptedException {
		if (!running()) {
			return;
		}
		List<Receiver> receiving = this.receivers.get();
		try {
			receiving.forEach(Receiver::start);
			this.leading = true;
			while (running()) {
				session.requireAlive();
				rest(SIGN_OF_LIFE);
			}
		}
		finally {
			this.leading = false;
			receiving.forEach(Receiver::stop);
			receiving.forEach(Receiver::join);
		}
	}

	private boolean running() {
		return this.stopped.getCount() > 0;
	}

	private void rest(Duration rest) throws InterruptedException {
		this.stopped.await(rest.toNanos(), TimeUnit.NANOSECONDS);
	}

}
