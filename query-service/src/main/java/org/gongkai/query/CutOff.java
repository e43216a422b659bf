package org.gongkai.query;

import java.io.Serial;

/// An answer failed after its first bytes were sent. It passes every handler, so that the server closes the connection before the
/// answer's end and the caller sees that it is not whole.
public final class CutOff extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	public CutOff(Exception cause) {
		super("the answer was cut off: " + cause.getMessage(), cause);
	}

}
