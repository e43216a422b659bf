package org.gongkai.command.integration.stream;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import org.apache.kafka.common.errors.InterruptException;
import org.gongkai.log.LeaderSession;
import org.gongkai.log.stream.StreamSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends every event to the topic in the order of positions. Of all nodes on one database one sends; the others try again
/// and again, and take over within seconds when its session has ended.
final class Relay {

	private static final Logger LOGGER = LoggerFactory.getLogger(Relay.class);

	private static final Duration TRY_AGAIN = Duration.ofMillis(500);

	private static final Duration LOOK_EVERY = Duration.ofMillis(50);

	/// Sent and acknowledged together.
	static final int BATCH = 1_000;

	private static final Duration STOP = Duration.ofSeconds(15);

	private final DataSource append;

	private final DataSource leaders;

	private final StreamSettings settings;

	private volatile boolean relaying;

	private volatile @Nullable String error;

	private @Nullable Worker worker;

	/// @param append connections as `gongkai_append`
	/// @param leaders the same outside of the pool; one is held for as long as this
	/// relay runs
	Relay(DataSource append, DataSource leaders, StreamSettings settings) {
		this.append = append;
		this.leaders = leaders;
		this.settings = settings;
	}

	/// How far the stream is behind the log.
	///
	/// @param on whether events are sent anywhere
	/// @param topic where
	/// @param relaying whether this node does it
	/// @param relayed up to this position the broker has acknowledged everything
	/// @param position the log's last
	/// @param lag how many events are still to be sent
	/// @param error why this node cannot send at present
	record Status(boolean on, @Nullable String topic, boolean relaying, long relayed, long position, long lag,
			@Nullable String error) {
	}

	/// Starts to send, or to wait for whoever does; nothing without a broker.
	synchronized void start() {
		if (this.settings.on() && this.worker == null) {
			this.worker = new Worker();
			this.worker.thread.start();
		}
	}

	/// Stops within the time of one batch and frees the lock.
	synchronized void stop() {
		if (this.worker != null) {
			this.worker.stop();
			this.worker = null;
		}
	}

	Status status() {
		if (!this.settings.on()) {
			return new Status(false, null, false, 0, 0, 0, null);
		}
		try (Connection connection = this.append.getConnection();
				PreparedStatement query = connection.prepareStatement("""
						select coalesce((select max(position) from command.relayed where topic = ?), 0),
						coalesce((select max(position) from log.positions), 0)""")) {
			query.setString(1, this.settings.topic());
			try (ResultSet row = query.executeQuery()) {
				row.next();
				long relayed = row.getLong(1);
				long position = row.getLong(2);
				return new Status(true, this.settings.topic(), this.relaying, relayed, position,
						Math.max(0, position - relayed), this.error);
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException("the relay's state cannot be read: " + ex.getMessage(), ex);
		}
	}

	private void failed(Exception ex) {
		String why = (ex.getMessage() == null) ? ex.getClass().getSimpleName() : ex.getMessage();
		if (!why.equals(this.error)) {
			LOGGER.error("the stream {} stands still and is tried again: {}", this.settings.topic(), why);
		}
		this.error = why;
	}

	private void succeeded() {
		if (this.error != null) {
			LOGGER.info("the stream {} goes on", this.settings.topic());
			this.error = null;
		}
	}

	/// One run from start to stop.
	private final class Worker {

		private final CountDownLatch stopped = new CountDownLatch(1);

		private final Thread thread = Thread.ofPlatform().name("relay").daemon().unstarted(this::run);

		void stop() {
			this.stopped.countDown();
			try {
				if (!this.thread.join(STOP)) {
					LOGGER.warn("the relay still waits for an answer and ends when that comes");
				}
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

		private boolean running() {
			return this.stopped.getCount() > 0;
		}

		private void rest(Duration rest) throws InterruptedException {
			this.stopped.await(rest.toNanos(), TimeUnit.NANOSECONDS);
		}

		private void run() {
			try {
				while (running()) {
					try (LeaderSession session = new LeaderSession(Relay.this.leaders.getConnection(),
							LeaderSession.Lead.RELAY)) {
						while (running() && !session.tryToLead()) {
							rest(TRY_AGAIN);
						}
						lead(session.connection());
					}
					catch (SQLException | RuntimeException ex) {
						if (ex instanceof InterruptException) {
							return;
						}
						failed(ex);
					}
					rest(TRY_AGAIN);
				}
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

		private void lead(Connection connection) throws SQLException, InterruptedException {
			if (!running()) {
				return;
			}
			StreamSource log = StreamSource.of(connection);
			Topic.require(Relay.this.settings);
			// from here on nobody else writes to the topic, and its end stands
			try (TopicWriter writer = new TopicWriter(Relay.this.settings, log.origin())) {
				Checkpoint checkpoint = new Checkpoint(connection, Relay.this.settings.topic());
				Chains chains = resume(log, checkpoint);
				Relay.this.relaying = true;
				send(log, chains, writer, checkpoint);
			}
			finally {
				Relay.this.relaying = false;
			}
		}

		private Chains resume(StreamSource log, Checkpoint checkpoint) throws SQLException {
			try (TopicReader reader = new TopicReader(Relay.this.settings)) {
				Map<Integer, TopicReader.Extent> extents = reader.extents();
				Chains chains = Resumption.behind(extents, checkpoint.read(), log);
				// whatever the checkpoint said, this is how far the topic reaches
				Map<Integer, Checkpoint.Acknowledged> found = new HashMap<>();
				extents.forEach((partition, extent) -> extent.last()
					.ifPresent(
							(last) -> found.put(partition, new Checkpoint.Acknowledged(last.end(), extent.end() - 1))));
				checkpoint.write(found);
				return chains;
			}
		}

		private void send(StreamSource log, Chains chains, TopicWriter writer, Checkpoint checkpoint)
				throws SQLException, InterruptedException {
			while (running()) {
				List<StreamSource.Entry> next = log.read(chains.position(), BATCH);
				if (!next.isEmpty()) {
					List<Outgoing> outgoing = chains.add(log.origin(), next);
					if (!outgoing.isEmpty()) {
						Map<Integer, Checkpoint.Acknowledged> acknowledged = new HashMap<>();
						writer.send(outgoing)
							.forEach((partition, offset) -> acknowledged.put(partition,
									new Checkpoint.Acknowledged(chains.end(partition), offset)));
						checkpoint.write(acknowledged);
					}
				}
				succeeded();
				if (next.size() < BATCH) {
					rest(LOOK_EVERY);
				}
			}
		}

	}

}
