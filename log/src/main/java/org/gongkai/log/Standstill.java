package org.gongkai.log;

import java.time.Duration;
import java.util.function.LongSupplier;

/// For how long somebody who is behind has not come any further. It is told by looking: no node's clock is asked.
public final class Standstill {

	/// Whoever stands still for longer needs somebody to look after him.
	public static final Duration PATIENCE = Duration.ofMinutes(1);

	private final LongSupplier nanos;

	private boolean behind;

	private long reached;

	private long since;

	public Standstill() {
		this(System::nanoTime);
	}

	/// @param nanos a time that only goes on, in nanoseconds
	Standstill(LongSupplier nanos) {
		this.nanos = nanos;
	}

	/// Looks once more.
	/// @param reached the position somebody has come to
	/// @param wanted the position to come to
	/// @return since when the same place was seen, at least; zero for who is not behind
	public synchronized Duration seen(long reached, long wanted) {
		long now = this.nanos.getAsLong();
		boolean stands = this.behind && reached == this.reached;
		this.behind = reached < wanted;
		this.reached = reached;
		if (!this.behind || !stands) {
			this.since = now;
		}
		return Duration.ofNanos(now - this.since);
	}

}
