package org.gongkai.log.personal;

import java.io.Serial;

/// Personal data was to be recorded in a stream whose key is destroyed: what was forgotten there is not told again.
public final class PersonalErased extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	PersonalErased(String stream) {
		super("the personal data of " + stream + " was erased");
	}

}
