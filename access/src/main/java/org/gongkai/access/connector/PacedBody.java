package org.gongkai.access.connector;

import java.io.IOException;

import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/// Reads the body of one request as long as the client keeps the lowest rate and the body its limit. Only the time spent in waiting for
/// the client counts.
final class PacedBody implements InputBuffer {

	/// How the reading of a body ended before its end.
	enum Broken {

		NOT, TOO_SLOW, TOO_LONG

	}

	private final InputBuffer in;

	private final HttpSettings limits;

	private long longest;

	private long read;

	private long waited;

	private Broken broken = Broken.NOT;

	PacedBody(InputBuffer in, HttpSettings limits) {
		this.in = in;
		this.limits = limits;
		this.longest = limits.longestBody().toBytes();
	}

	/// Lets the body have no more bytes.
	void limit(long bytes) {
		this.longest = bytes;
	}

	Broken broken() {
		return this.broken;
	}

	@Override
	public int doRead(ApplicationBufferHandler handler) throws IOException {
		if (this.broken != Broken.NOT) {
			throw new IOException("the body was given up before");
		}
		long began = System.nanoTime();
		int count = this.in.doRead(handler);
		this.waited += System.nanoTime() - began;
		if (count < 0) {
			return count;
		}
		this.read += count;
		if (this.read > this.longest) {
			this.broken = Broken.TOO_LONG;
			throw new IOException("the body has more than " + this.longest + " bytes");
		}
		if (this.limits.isTooSlow(this.read, this.waited)) {
			this.broken = Broken.TOO_SLOW;
			throw new IOException("the body comes at less than " + this.limits.lowestRate() + " a second");
		}
		return count;
	}

	@Override
	public int available() {
		return this.in.available();
	}

}
