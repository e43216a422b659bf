package org.gongkai.log.stream;

import java.io.Serial;

/// What lies on a topic and does not have the form that docs/stream.md gives a record.
public final class MalformedRecord extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	/// @param what is wrong, without what lies there
	public MalformedRecord(String what) {
		super(what);
	}

}
