package org.gongkai.log;

import java.io.Serial;
import java.time.Duration;

/// Committed events have no position, or no signature, after the time that the caller was ready to wait: no sequencer leads.
public final class LogBehind extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	private LogBehind(String message) {
		super(message);
	}

	/// Events wait for their positions.
	static LogBehind unsequenced(Duration waited) {
		return new LogBehind("events have waited longer than " + waited.toMillis() + " ms for their positions");
	}

	/// Positions wait for a checkpoint that covers them.
	public static LogBehind unsigned(Duration waited) {
		return new LogBehind("positions have waited longer than " + waited.toMillis() + " ms for their signature");
	}

}
