package org.gongkai.log;

import java.io.Serial;
import java.time.Duration;

/// Committed events have no position yet after the time that the caller was ready to wait: no sequencer leads.
public final class LogBehind extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	LogBehind(Duration waited) {
		super("events have waited longer than " + waited.toMillis() + " ms for their positions");
	}

}
