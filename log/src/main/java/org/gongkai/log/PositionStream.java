package org.gongkai.log;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.MetaData;
import org.gongkai.events.Event;
import org.gongkai.events.Recorded;
import org.jspecify.annotations.Nullable;

/// One reader's way through the log. A position that is not the next one stops it: a hole must never be stepped over.
final class PositionStream implements BlockingStream<TrackedEventMessage<?>> {

	private static final int READ_AHEAD = 2_000;

	private static final long LOOK_EVERY_MILLIS = 40;

	private final LogReader log;

	private final Consumer<PositionStream> onClose;

	private final ArrayDeque<TrackedEventMessage<?>> ahead = new ArrayDeque<>();

	private final Semaphore nudges = new Semaphore(0);

	private volatile Runnable onAvailable = () -> {
	};

	private volatile boolean closed;

	private long last;

	PositionStream(LogReader log, long after, Consumer<PositionStream> onClose) {
		this.log = log;
		this.last = after;
		this.onClose = onClose;
	}

	void nudge() {
		if (this.nudges.availablePermits() == 0) {
			this.nudges.release();
		}
		this.onAvailable.run();
	}

	@Override
	public Optional<TrackedEventMessage<?>> peek() {
		return Optional.ofNullable(look());
	}

	@Override
	public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
		long deadline = System.nanoTime() + unit.toNanos(timeout);
		while (look() == null) {
			long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
			if (this.closed || left <= 0) {
				return false;
			}
			if (this.nudges.tryAcquire(Math.min(left, LOOK_EVERY_MILLIS), TimeUnit.MILLISECONDS)) {
				this.nudges.drainPermits();
			}
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
	}

	private @Nullable TrackedEventMessage<?> look() {
		if (this.ahead.isEmpty() && !this.closed) {
			for (Recorded<Event> event : this.log.read(this.last, READ_AHEAD)) {
				if (event.position() != this.last + 1) {
					throw new IllegalStateException(
							"position " + (this.last + 1) + " is missing: the log goes on at " + event.position());
				}
				this.last = event.position();
				this.ahead.add(message(event));
			}
		}
		return this.ahead.peekFirst();
	}

	private static TrackedEventMessage<?> message(Recorded<Event> event) {
		String id = Long.toString(event.position());
		return new GenericTrackedEventMessage<>(new GlobalSequenceTrackingToken(event.position()),
				new GenericEventMessage<>(id, event, MetaData.from(event.metadata()), event.recordedAt()));
	}

}
