package org.gongkai.log.received;

import java.io.Serial;

/// A source says what cannot stand beside what is known already. It is not taken, and nothing after it.
public final class Contradiction extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	/// @param what contradicts what, and what to do; nothing personal
	public Contradiction(String what) {
		super(what);
	}

}
