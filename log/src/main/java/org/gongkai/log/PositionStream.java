package org.gongkai.log;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.gongkai.events.Event;
import org.gongkai.events.EventCatalog;
import org.gongkai.events.Recorded;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One reader's way through the log. A position that is not the next one stops it: a hole must never be stepped over.
final class PositionStream implements BlockingStream<TrackedEventMessage<?>> {

	private static final Logger LOGGER = LoggerFactory.getLogger(PositionStream.class);

	private static final int READ_AHEAD = 2_000;

	private final LogReader log;

	private final Consumer<PositionStream> onClose;

	private final ArrayDeque<TrackedEventMessage<?>> ahead = new ArrayDeque<>();

	private final Bell bell = new Bell();

	private volatile Runnable onAvailable = () -> {
	};

	private volatile boolean closed;

	private long last;

	PositionStream(LogReader log, long after, Consumer<PositionStream> onClose) {
		this.log = log;
		this.last = after;
		this.onClose = onClose;
	}

	void wake() {
		this.bell.ring();
		try {
			this.onAvailable.run();
		}
		catch (RejectedExecutionException ex) {
			// the processor is being stopped and will close this stream
			LOGGER.debug("a processor takes no more events", ex);
		}
	}

	@Override
	public Optional<TrackedEventMessage<?>> peek() {
		return Optional.ofNullable(look());
	}

	@Override
	public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
		long deadline = System.nanoTime() + unit.toNanos(timeout);
		while (look() == null) {
			long left = deadline - System.nanoTime();
			if (this.closed || left <= 0) {
				return false;
			}
			this.bell.await(Duration.ofNanos(left));
		}
		return true;
	}

	@Override
	public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
		while (!hasNextAvailable(1, TimeUnit.SECONDS)) {
			if (this.closed) {
				throw new IllegalStateException("the stream is closed");
			}
		}
		return this.ahead.removeFirst();
	}

	@Override
	public boolean setOnAvailableCallback(Runnable callback) {
		this.onAvailable = callback;
		return true;
	}

	@Override
	public void close() {
		this.closed = true;
		this.onClose.accept(this);
		this.bell.ring();
	}

	private @Nullable TrackedEventMessage<?> look() {
		if (this.ahead.isEmpty() && !this.closed) {
			List<Recorded<Event>> events = this.log.read(this.last, READ_AHEAD);
			if (events.isEmpty()) {
				refuseShorterLog();
			}
			for (Recorded<Event> event : events) {
				if (event.position() != this.last + 1) {
					throw new IllegalStateException(
							"position " + (this.last + 1) + " is missing: the log goes on at " + event.position());
				}
				this.ahead.add(message(event));
				this.last = event.position();
			}
		}
		return this.ahead.peekFirst();
	}

	/// A log that was restored from an older copy will give the positions that were
	/// handled already to other events, which a reader that waits for its next one would
	/// miss.
	private void refuseShorterLog() {
		long head = this.log.head();
		if (head < this.last) {
			throw new IllegalStateException("handled up to position " + this.last + ", but the log ends at " + head
					+ ": what follows it was computed from another log and must be rebuilt");
		}
	}

	private static TrackedEventMessage<?> message(Recorded<Event> event) {
		String name = EventCatalog.nameOf(event.event().getClass());
		return new GenericTrackedDomainEventMessage<>(new GlobalSequenceTrackingToken(event.position()),
				new GenericDomainEventMessage<>(name.substring(0, name.indexOf('.')), event.streamId(),
						event.sequence(), event, event.metadata(), Long.toString(event.position()),
						event.recordedAt()));
	}

}
