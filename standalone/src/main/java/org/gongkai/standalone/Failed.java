package org.gongkai.standalone;

import java.io.Serial;

/// Something that the person at the keyboard can understand and mend: said in one line, without a stack trace.
public class Failed extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	/// @param line what is wrong and, where there is one, the way out, in one line
	public Failed(String line) {
		super(line);
	}

	/// @param line what is wrong and, where there is one, the way out, in one line
	/// @param cause kept for the log
	public Failed(String line, Throwable cause) {
		super(line, cause);
	}

}
