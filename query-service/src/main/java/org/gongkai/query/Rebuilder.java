package org.gongkai.query;

import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import org.gongkai.log.LeaderSession;
import org.gongkai.query.Rebuilds.Lease;
import org.gongkai.query.Rebuilds.LeaseLost;
import org.gongkai.query.Rebuilds.Standing;
import org.gongkai.query.Rebuilds.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes read models anew when that was asked for. Of all nodes on one database one does it; when it ends or stands still
/// another goes on behind the last stretch that was loaded.
final class Rebuilder {

	private static final Logger LOGGER = LoggerFactory.getLogger(Rebuilder.class);

	private static final Duration LOOK_EVERY = Duration.ofMillis(500);

	private static final Duration FOLLOW_EVERY = Duration.ofMillis(200);

	private final DataSource read;

	private final Rebuilds rebuilds;

	private final Rebuild rebuild;

	private final Map<String, Projection> projections;

	private final String node = ManagementFactory.getRuntimeMXBean().getName();

	private final Semaphore bell = new Semaphore(0);

	private final Thread thread = Thread.ofPlatform().daemon().name("rebuilder").unstarted(this::run);

	private volatile boolean running = true;

	/// @param read connections outside of the pool; one is held while there is something
	/// to do
	Rebuilder(DataSource read, Rebuilds rebuilds, Rebuild rebuild, List<Projection> projections) {
		this.read = read;
		this.rebuilds = rebuilds;
		this.rebuild = rebuild;
		this.projections = projections.stream().collect(Collectors.toMap(Projection::name, Function.identity()));
	}

	void start() {
		this.thread.start();
	}

	/// Ends behind the stretch that is being loaded.
	void stop() {
		this.running = false;
		nudge();
		try {
			this.thread.join(Duration.ofSeconds(20));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/// Says that something was asked for.
	void nudge() {
		this.bell.release();
	}

	private void run() {
		try {
			while (this.running) {
				try {
					if (this.rebuilds.wanted()) {
						tryToLead();
					}
				}
				catch (SQLException | RuntimeException ex) {
					if (this.running) {
						LOGGER.warn("rebuilding is tried again: {}", ex.getMessage());
					}
				}
				rest(LOOK_EVERY);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void rest(Duration rest) throws InterruptedException {
		if (this.bell.tryAcquire(rest.toNanos(), TimeUnit.NANOSECONDS)) {
			this.bell.drainPermits();
		}
	}

	private void tryToLead() throws SQLException, InterruptedException {
		try (LeaderSession session = new LeaderSession(this.read.getConnection(), LeaderSession.Lead.REBUILD)) {
			if (!session.tryToLead()) {
				return;
			}
			while (this.running && this.rebuilds.wanted()) {
				session.requireAlive();
				boolean waiting = true;
				for (Standing one : this.rebuilds.all()) {
					if (this.running && (one.state() == State.RUNNING || one.state() == State.CANCELLING)) {
						waiting &= !work(one.projection(), session);
					}
				}
				if (waiting) {
					rest(FOLLOW_EVERY);
				}
			}
		}
	}

	/// @return whether something was brought to its end
	private boolean work(String name, LeaderSession session) throws SQLException {
		Optional<Lease> taken = this.rebuilds.take(name, this.node);
		if (taken.isEmpty()) {
			return true;
		}
		Lease lease = taken.get();
		try {
			Projection projection = this.projections.get(name);
			if (projection == null) {
				throw new IllegalStateException("this version has no read model " + name);
			}
			return goOn(projection, lease, session);
		}
		catch (LeaseLost ex) {
			LOGGER.info("{}", ex.getMessage());
			return true;
		}
		catch (RuntimeException ex) {
			if (databaseWasAway(ex)) {
				throw ex;
			}
			LOGGER.error("the rebuild of {} failed", name, ex);
			this.rebuilds.failed(lease, String.valueOf(ex.getMessage()));
			this.projections.values().stream().filter((one) -> one.name().equals(name)).forEach(this.rebuild::drop);
			return true;
		}
	}

	private boolean goOn(Projection projection, Lease lease, LeaderSession session) throws SQLException {
		Standing standing = this.rebuilds.standing(lease);
		if (standing.state() == State.CANCELLING) {
			this.rebuild.drop(projection);
			this.rebuilds.cancelled(lease);
			return true;
		}
		if (standing.position() == null
				&& !this.rebuild.load(projection, lease, standing, session, () -> this.running)) {
			return true;
		}
		return this.rebuild.follow(projection, lease);
	}

	/// Refused connections and ended sessions: whoever tries again may succeed.
	private static boolean databaseWasAway(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof SQLException sql) {
				String state = String.valueOf(sql.getSQLState());
				return sql instanceof java.sql.SQLTransientException || state.startsWith("08") || state.startsWith("57")
						|| state.equals("25P03");
			}
		}
		return false;
	}

}
