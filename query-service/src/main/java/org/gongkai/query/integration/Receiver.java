package org.gongkai.query.integration;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.gongkai.log.received.Arrival;
import org.gongkai.log.received.Contradiction;
import org.gongkai.log.received.Judge;
import org.gongkai.log.received.Place;
import org.gongkai.log.received.ReceivedLog;
import org.gongkai.log.stream.StreamRecord;
import org.gongkai.query.integration.RecordFeed.FeedFailed;
import org.gongkai.query.integration.RecordFeed.Raw;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Receives one source: takes its records in the order of their positions and stops at whatever is not the next one. Then it
/// reads on, and again from behind the last good record, until the missing ones come.
final class Receiver {

	private static final Logger LOGGER = LoggerFactory.getLogger(Receiver.class);

	private static final Duration POLL = Duration.ofMillis(200);

	private static final Duration FIRST_RETRY = Duration.ofSeconds(1);

	/// Records that wait in a partition for those of another.
	private static final int AHEAD = 5_000;

	private static final int AT_ONCE = 2_000;

	private final String origin;

	private final ReceivedLog log;

	private final Judge judge;

	private final Supplier<? extends RecordFeed> topic;

	private final Duration longestRetry;

	private final Runnable onTaken;

	private final CountDownLatch stopped = new CountDownLatch(1);

	private final Bulletin bulletin;

	private final Thread thread;

	private Map<Integer, Lane> lanes = new TreeMap<>();

	private String topicId = "";

	private long position;

	/// @param topic opens the source's topic
	/// @param onTaken called when something was taken
	Receiver(String origin, ReceivedLog log, Judge judge, Supplier<? extends RecordFeed> topic, Duration longestRetry,
			Runnable onTaken) {
		this.origin = origin;
		this.log = log;
		this.judge = judge;
		this.topic = topic;
		this.longestRetry = longestRetry;
		this.onTaken = onTaken;
		this.bulletin = new Bulletin(origin, log);
		this.thread = Thread.ofPlatform().daemon().name("receiver " + origin).unstarted(this::run);
	}

	/// Begins where whoever received before has ended.
	void start() {
		this.thread.start();
	}

	/// Lets it end; does not wait for it.
	void stop() {
		this.stopped.countDown();
	}

	/// Waits for its end after [#stop()].
	void join() {
		try {
			if (!this.thread.join(Duration.ofSeconds(15))) {
				LOGGER.warn("the receiver of {} still waits for its broker", this.origin);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void run() {
		Duration retry = FIRST_RETRY;
		try (RecordFeed feed = this.topic.get()) {
			while (running()) {
				long before = this.position;
				tryOnce(feed);
				retry = (this.position > before) ? FIRST_RETRY : shorter(retry.multipliedBy(2), this.longestRetry);
				this.stopped.await(shorter(retry, this.longestRetry).toMillis(), TimeUnit.MILLISECONDS);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void tryOnce(RecordFeed feed) {
		try {
			try {
				receive(feed);
			}
			catch (FeedFailed ex) {
				tell(new Fault(Fault.Kind.UNREACHABLE, String.valueOf(ex.getMessage())));
			}
			catch (Contradiction ex) {
				tell(new Fault(Fault.Kind.TWO_HASHES, String.valueOf(ex.getMessage())));
			}
		}
		catch (RuntimeException ex) {
			LOGGER.error("source {} cannot be taken and is tried again", this.origin, ex);
			failed();
		}
	}

	/// The database may be what failed.
	private void failed() {
		try {
			tell(new Fault(Fault.Kind.FAILED, "see the log of the server that receives"));
		}
		catch (RuntimeException ex) {
			LOGGER.warn("that source {} stopped cannot be told at present", this.origin, ex);
		}
	}

	/// Reads from the stored places on; returns to be called again when everything was
	/// read and something is wrong.
	private void receive(RecordFeed feed) {
		begin(feed);
		while (running()) {
			List<Raw> came = feed.poll(POLL);
			for (Raw raw : came) {
				StreamRecord again = lane(raw.partition()).add(raw);
				if (again != null) {
					requireSame(again);
				}
			}
			this.lanes.values().stream().mapToLong(Lane::seen).max().ifPresent(this.bulletin::sees);
			if (!takeAll()) {
				return;
			}
			Fault unfit = unfit();
			tell((unfit != null) ? unfit : this.bulletin.fault());
			feed.hold(this.lanes.entrySet()
				.stream()
				.filter((lane) -> lane.getValue().ready().size() >= AHEAD)
				.map(Map.Entry::getKey)
				.toList());
			if (came.isEmpty() && isWrongWhenAllIsRead(feed)) {
				return;
			}
		}
	}

	private void begin(RecordFeed feed) {
		this.topicId = feed.topicId();
		Map<Integer, Place> places = this.log.places(this.origin, this.topicId);
		// after the places: what another takes in between is compared once more
		ReceivedLog.Standing standing = this.log.standing(this.origin);
		this.position = standing.position();
		this.bulletin.resume(standing);
		this.lanes = new TreeMap<>();
		places.forEach((partition, place) -> this.lanes.put(partition,
				new Lane(this.origin, partition, place, this.log::read)));
		Map<Integer, Long> offsets = new HashMap<>();
		places.forEach((partition, place) -> offsets.put(partition, place.offset()));
		feed.begin(offsets);
	}

	private Lane lane(int partition) {
		return this.lanes.computeIfAbsent(partition,
				(_) -> new Lane(this.origin, partition, Place.BEGINNING, this.log::read));
	}

	/// Whether something is missing or wrong though nothing more lies on the topic; says
	/// so.
	private boolean isWrongWhenAllIsRead(RecordFeed feed) {
		if (!feed.exhausted()) {
			return false;
		}
		if (unfit() != null) {
			return true;
		}
		boolean waiting = this.lanes.values()
			.stream()
			.anyMatch((lane) -> !lane.ready().isEmpty() || lane.hasPassedOver());
		if (waiting) {
			tell(new Fault(Fault.Kind.HOLE, "position " + (this.position + 1) + " has not come, and "
					+ this.bulletin.seen() + " is there already"));
			return true;
		}
		this.bulletin.whole(this.position);
		return false;
	}

	private @Nullable Fault unfit() {
		return this.lanes.values()
			.stream()
			.flatMap((lane) -> Optional.ofNullable(lane.fault()).stream())
			.min(Comparator.comparing(Fault::kind))
			.orElse(null);
	}

	/// Takes whatever is next, as far as it goes.
	/// @return whether to read on
	private boolean takeAll() {
		for (List<Arrival> next = next(); !next.isEmpty(); next = next()) {
			long before = this.position;
			ReceivedLog.Taken taken = this.log.take(this.origin, this.topicId, before, next, this.judge);
			for (Arrival done : next.subList(0, taken.taken())) {
				lane(done.partition()).ready().remove();
			}
			this.position = taken.position();
			if (taken.position() > before) {
				this.onTaken.run();
			}
			Contradiction contradiction = taken.contradiction();
			if (contradiction != null) {
				boolean twice = next.get(taken.taken()).record().position() <= taken.position();
				tell(new Fault(twice ? Fault.Kind.TWO_HASHES : Fault.Kind.CONTRADICTION,
						String.valueOf(contradiction.getMessage())));
				return false;
			}
		}
		return true;
	}

	private List<Arrival> next() {
		return InOrder.next(this.lanes, this.position, AT_ONCE);
	}

	/// A record that came again. One that is still waiting here will be compared when it
	/// is read again.
	private void requireSame(StreamRecord record) {
		String leaf = this.lanes.values()
			.stream()
			.flatMap((lane) -> lane.ready().stream())
			.map(Arrival::record)
			.filter((waiting) -> waiting.position() == record.position())
			.map(StreamRecord::leaf)
			.findFirst()
			.or(() -> this.log.leaf(this.origin, record.position()))
			.orElse("");
		if (!leaf.equals(record.leaf())) {
			throw new Contradiction("position " + record.position() + " came with another hash before");
		}
	}

	private void tell(@Nullable Fault now) {
		this.bulletin.tell(now, this.position);
	}

	private boolean running() {
		return this.stopped.getCount() > 0;
	}

	private static Duration shorter(Duration one, Duration other) {
		return (one.compareTo(other) < 0) ? one : other;
	}

}
