package org.gongkai.log;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives every committed event the next position and its leaf in the tree, and signs the tree. Of all nodes on one database one leads; the others try again and
/// again, and take over within seconds when the leader's session has ended.
public final class Sequencer implements AutoCloseable {

	private static final Logger LOGGER = LoggerFactory.getLogger(Sequencer.class);

	private static final Duration TRY_AGAIN = Duration.ofMillis(250);

	/// Finds what other nodes commit: their nudge does not come here. (A database
	/// notification would: but it makes all commits wait for one lock.)
	private static final Duration LOOK_EVERY = Duration.ofMillis(40);

	/// After a batch the sequencer rests four times as long as the batch took: under load
	/// batches grow and take a fifth of one session's time at most.
	private static final int REST = 4;

	private static final Duration LONGEST_REST = Duration.ofMillis(100);

	private final DataSource append;

	private final LogIdentity identity;

	private final @Nullable LogWitness witness;

	private final Runnable onPositions;

	private final Consumer<Duration> onDelay;

	private final Bell bell = new Bell();

	/// When the leader was told of something that no batch has begun to look for; 0 for
	/// nothing.
	private final AtomicLong told = new AtomicLong();

	private volatile boolean leading;

	private @Nullable Worker worker;

	/// @param append gives connections as [LogDatabase#APPEND]; one is held for as long
	/// as this sequencer runs
	/// @param identity whose log it is; claimed before
	/// @param witness remembers in another database what was signed; null for none
	/// @param onPositions called after events got positions
	public Sequencer(DataSource append, LogIdentity identity, @Nullable LogWitness witness, Runnable onPositions) {
		this(append, identity, witness, onPositions, (_) -> {
		});
	}

	/// @param onDelay takes how long the first event that this node committed after the
	/// last batch waited for its position
	public Sequencer(DataSource append, LogIdentity identity, @Nullable LogWitness witness, Runnable onPositions,
			Consumer<Duration> onDelay) {
		this.witness = witness;
		this.append = append;
		this.identity = identity;
		this.onPositions = onPositions;
		this.onDelay = onDelay;
	}

	/// Starts to lead, or to wait for the leader's end.
	public synchronized void start() {
		if (this.worker == null) {
			this.worker = new Worker();
			this.worker.thread.start();
		}
	}

	/// Says that something was committed. Costs nothing; without it new events are found
	/// by looking.
	public void nudge() {
		if (this.leading) {
			this.told.compareAndSet(0, System.nanoTime());
		}
		this.bell.ring();
	}

	/// Whether this node gives the positions at present.
	public boolean leading() {
		return this.leading;
	}

	/// Stops within the time of one batch and frees the lock.
	public synchronized void stop() {
		if (this.worker != null) {
			this.worker.stop();
			this.worker = null;
		}
	}

	@Override
	public void close() {
		stop();
	}

	/// One run from start to stop.
	private final class Worker {

		private final CountDownLatch stopped = new CountDownLatch(1);

		private boolean withoutSession;

		private final Thread thread = Thread.ofPlatform().name("sequencer").daemon().unstarted(this::run);

		void stop() {
			this.stopped.countDown();
			Sequencer.this.bell.ring();
			try {
				if (!this.thread.join(Duration.ofSeconds(10))) {
					LOGGER.warn("sequencer still waits for the database and ends when that answers");
				}
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

		private boolean running() {
			return this.stopped.getCount() > 0;
		}

		private void run() {
			try {
				while (running()) {
					try (LeaderSession session = new LeaderSession(Sequencer.this.append.getConnection(),
							LeaderSession.Lead.SEQUENCER)) {
						while (running() && !session.tryToLead()) {
							rest(TRY_AGAIN);
						}
						lead(session);
					}
					catch (SQLException ex) {
						if (running() && !this.withoutSession) {
							// tried four times a second, and an outage may last for hours
							LOGGER.warn("sequencer lost its session and tries again: {}", ex.getMessage());
							this.withoutSession = true;
						}
					}
					catch (RuntimeException ex) {
						// without a sequencer nothing that is recorded would ever be seen
						LOGGER.error("sequencer failed and tries again", ex);
					}
					rest(TRY_AGAIN);
				}
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

		private void lead(LeaderSession session) throws SQLException, InterruptedException {
			this.withoutSession = false;
			session.connection().setAutoCommit(false);
			PositionBatch batch = PositionBatch.resume(session.connection(), Sequencer.this.identity,
					Sequencer.this.witness);
			try {
				while (running()) {
					Sequencer.this.leading = true;
					long began = System.nanoTime();
					long told = Sequencer.this.told.getAndSet(0);
					int given = batch.next();
					batch.checkpoint(given);
					if (given == 0) {
						Sequencer.this.bell.await(LOOK_EVERY);
						continue;
					}
					announce();
					if (told != 0) {
						Sequencer.this.onDelay.accept(Duration.ofNanos(System.nanoTime() - told));
					}
					if (given < PositionBatch.LIMIT) {
						Duration took = Duration.ofNanos(System.nanoTime() - began);
						Duration rest = took.multipliedBy(REST);
						rest((rest.compareTo(LONGEST_REST) < 0) ? rest : LONGEST_REST);
					}
				}
				batch.sign();
			}
			finally {
				Sequencer.this.leading = false;
				Sequencer.this.told.set(0);
			}
		}

		/// The positions are given whatever their reader does about it.
		private void announce() {
			try {
				Sequencer.this.onPositions.run();
			}
			catch (RuntimeException ex) {
				LOGGER.error("whoever waits for positions could not be told", ex);
			}
		}

		/// Unlike the bell's, a rest that only a stop ends.
		private void rest(Duration rest) throws InterruptedException {
			this.stopped.await(rest.toNanos(), TimeUnit.NANOSECONDS);
		}

	}

}
