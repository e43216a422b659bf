package org.gongkai.log.verify;

import java.io.Serial;

/// There is nothing to verify or it cannot be read: says nothing about the log.
public final class CannotVerify extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	CannotVerify(String why) {
		super(why);
	}

	CannotVerify(String why, Throwable cause) {
		super(why, cause);
	}

}
