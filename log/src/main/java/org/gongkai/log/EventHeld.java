package org.gongkai.log;

import java.io.Serial;

/// An event of the stream carries no valid mark: it was not appended by a node of this log. Nothing is decided on it and
/// nothing is appended behind it.
public final class EventHeld extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	EventHeld(String stream, long sequence) {
		super("entry " + sequence + " of " + stream + " was not recorded by this office's services");
	}

}
