package org.gongkai.command;

import java.io.Serial;

/// What is sent is over its limit.
public final class TooLarge extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	/// @param what is sent: `a body`, `a file`
	/// @param limit in bytes
	public TooLarge(String what, int limit) {
		super(what + " has at most " + limit + " bytes");
	}

}
