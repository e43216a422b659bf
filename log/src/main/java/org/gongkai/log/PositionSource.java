package org.gongkai.log;

import java.time.Instant;

import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/// The log as a stream for Axon's processors. The token is one number, the last position that was handled; the payload
/// of each message is the [org.gongkai.events.Recorded] event, and its stream is the message's aggregate, so that
/// Axon's own sequencing policies work.
public final class PositionSource implements StreamableMessageSource<TrackedEventMessage<?>> {

	private final LogReader log;

	private final PositionWatch watch;

	/// @param log the messages have nothing personal, whatever it opens
	public PositionSource(LogReader log) {
		this.log = log.impersonal();
		this.watch = new PositionWatch(this.log);
	}

	/// Says that there are new positions. Without it they are found by looking every few
	/// hundredths of a second.
	public void nudge() {
		this.watch.wakeAll();
	}

	@Override
	public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
		PositionStream stream = new PositionStream(this.log, positionOf(token), this.watch::remove);
		this.watch.add(stream);
		return stream;
	}

	@Override
	public TrackingToken createTailToken() {
		return new GlobalSequenceTrackingToken(0);
	}

	@Override
	public TrackingToken createHeadToken() {
		return new GlobalSequenceTrackingToken(this.log.head());
	}

	/// Before the first event recorded at the instant or later. Nodes' clocks may differ,
	/// so recording instants need not
	/// rise with positions: all events before the token were recorded earlier than the
	/// instant.
	@Override
	public TrackingToken createTokenAt(Instant instant) {
		return new GlobalSequenceTrackingToken(this.log.positionBefore(instant));
	}

	/// The position that a token stands for; 0 for none.
	/// @throws IllegalArgumentException for a token of another source
	public static long positionOf(@Nullable TrackingToken token) {
		return switch (token) {
			case null -> 0;
			case GlobalSequenceTrackingToken position -> position.getGlobalIndex();
			default -> throw new IllegalArgumentException("not a position: " + token);
		};
	}

}
