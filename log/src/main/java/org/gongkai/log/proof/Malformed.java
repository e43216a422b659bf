package org.gongkai.log.proof;

import java.io.Serial;

/// A note, key, checkpoint or proof that does not have the form that docs/proof.md gives it.
public final class Malformed extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	Malformed(String what) {
		super(what);
	}

}
