package org.gongkai.command;

import java.io.Serial;

/// Whoever keeps the tables cannot be asked at present; nothing was recorded, and the same call may go through later.
public final class NumbersUnavailable extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	/// @param sentence why, in one English sentence
	public NumbersUnavailable(String sentence) {
		super(sentence);
	}

}
