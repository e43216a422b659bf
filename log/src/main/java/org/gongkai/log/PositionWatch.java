package org.gongkai.log;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks for new positions on behalf of all open streams and wakes them. Axon looks by itself only every few seconds,
/// and a nudge reaches the node where the sequencer leads, not the others.
final class PositionWatch {

	private static final Logger LOGGER = LoggerFactory.getLogger(PositionWatch.class);

	private static final Duration LOOK_EVERY = Duration.ofMillis(40);

	private static final Duration AFTER_FAILURE = Duration.ofMillis(500);

	private final LogReader log;

	private final List<PositionStream> streams = new CopyOnWriteArrayList<>();

	private final Bell bell = new Bell();

	private boolean watching;

	PositionWatch(LogReader log) {
		this.log = log;
	}

	synchronized void add(PositionStream stream) {
		this.streams.add(stream);
		if (!this.watching) {
			this.watching = true;
			Thread.ofVirtual().name("position-watch").start(this::watch);
		}
	}

	void remove(PositionStream stream) {
		this.streams.remove(stream);
		this.bell.ring();
	}

	void wakeAll() {
		this.streams.forEach(PositionStream::wake);
	}

	private void watch() {
		long seen = -1;
		try {
			while (!done()) {
				Duration pause = LOOK_EVERY;
				try {
					long head = this.log.head();
					if (head != seen) {
						seen = head;
						wakeAll();
					}
				}
				catch (RuntimeException ex) {
					// a stream that reads meets the same failure and tells its processor
					LOGGER.debug("the log cannot be watched at present", ex);
					pause = AFTER_FAILURE;
				}
				this.bell.await(pause);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private synchronized boolean done() {
		this.watching = !this.streams.isEmpty();
		return !this.watching;
	}

}
