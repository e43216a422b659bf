package org.gongkai.query.report.published;

import java.io.Serial;

/// A file from which no report can be read; the message is one line that says why.
public class Unreadable extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	/// @param line what is wrong and, where there is one, the way out
	public Unreadable(String line) {
		super(line);
	}

	/// @param line what is wrong and, where there is one, the way out
	/// @param cause kept for a trace
	public Unreadable(String line, Throwable cause) {
		super(line, cause);
	}

}
