package org.gongkai.log;

import java.io.Serial;

/// A single stream has more events than are held in memory at once.
public final class TooMuchToRead extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	TooMuchToRead(int most) {
		super("a single record has more than " + most + " entries, which are not read at once");
	}

}
