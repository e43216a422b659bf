package org.gongkai.access;

/// Too many wrong passwords were sent; none is checked for a while.
public final class AttemptsBarred extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final long seconds;

	AttemptsBarred(long seconds) {
		super("too many passwords were wrong; try again after " + seconds + " s");
		this.seconds = seconds;
	}

	/// After how many seconds the next one is checked.
	public long seconds() {
		return this.seconds;
	}

}
