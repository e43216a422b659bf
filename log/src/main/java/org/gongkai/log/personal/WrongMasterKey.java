package org.gongkai.log.personal;

import java.io.Serial;

/// The file with the master key is missing or is another one's, so that no name could be read.
public final class WrongMasterKey extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	WrongMasterKey(String sentence) {
		super(sentence);
	}

}
