package org.gongkai.access.connector;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.function.Supplier;

import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;

/// Receives the body of one request as long as the client keeps the lowest rate and the body its limit. Only the time spent in waiting for
/// the client counts. A body is received whole before its first byte is handed out, so that the request holds nothing that others wait
/// for while its client sends.
final class PacedBody implements InputBuffer {

	/// How the reading of a body ended before its end.
	enum Broken {

		NOT, TOO_SLOW, TOO_LONG, NO_ROOM, CUT_OFF

	}

	private final InputBuffer in;

	private final HttpSettings limits;

	private long longest;

	private long read;

	private long waited;

	private Broken broken = Broken.NOT;

	private final StoredBody stored;

	private boolean received;

	private Supplier<@Nullable BodyArrival> arrival = () -> null;

	PacedBody(InputBuffer in, HttpSettings limits, StoredBody.Room room) {
		this.in = in;
		this.stored = new StoredBody(room);
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

	/// Is notified where the body is received only when it is first asked for.
	void onArrival(Supplier<@Nullable BodyArrival> listener) {
		this.arrival = listener;
	}

	/// Receives the whole body, unless that was done before.
	/// @return false if it was given up, see [#broken()]
	boolean receive() {
		if (!this.received) {
			this.received = true;
			BodyArrival listener = this.arrival.get();
			if (listener != null) {
				listener.begin();
			}
			try {
				fill();
			}
			catch (StoredBody.NoRoom ex) {
				this.broken = Broken.NO_ROOM;
			}
			catch (SocketTimeoutException ex) {
				this.broken = Broken.TOO_SLOW;
			}
			catch (IOException ex) {
				this.broken = Broken.CUT_OFF;
			}
			finally {
				if (listener != null && !listener.end() && this.broken == Broken.NOT) {
					this.broken = Broken.NO_ROOM;
				}
			}
		}
		return this.broken == Broken.NOT;
	}

	private void fill() throws IOException {
		Piece piece = new Piece();
		while (this.broken == Broken.NOT && receive(piece) >= 0) {
			this.stored.add(piece.getByteBuffer());
		}
	}

	/// Waits for the next piece from the client.
	/// @return its length; -1 at the end, or where the body is given up
	int receive(ApplicationBufferHandler handler) throws IOException {
		long began = System.nanoTime();
		int count = this.in.doRead(handler);
		this.waited += System.nanoTime() - began;
		if (count < 0) {
			return count;
		}
		this.read += count;
		if (this.read > this.longest) {
			this.broken = Broken.TOO_LONG;
		}
		else if (this.limits.isTooSlow(this.read, this.waited)) {
			this.broken = Broken.TOO_SLOW;
		}
		return (this.broken == Broken.NOT) ? count : -1;
	}

	/// What was received of a body that is too long can be read; the server has a limit
	/// of
	/// its own, which it answers better than a failure to read.
	@Override
	public int doRead(ApplicationBufferHandler handler) throws IOException {
		receive();
		int count = (this.broken == Broken.NOT || this.broken == Broken.TOO_LONG) ? this.stored.read(handler) : -1;
		if (count < 0 && this.broken != Broken.NOT) {
			throw new IOException("the body was given up: " + this.broken);
		}
		return count;
	}

	@Override
	public int available() {
		return this.received ? this.stored.available() : this.in.available();
	}

	void close() throws IOException {
		this.stored.close();
	}

	/// Where the server puts a piece that it has read.
	static final class Piece implements ApplicationBufferHandler {

		private ByteBuffer piece = ByteBuffer.allocate(0);

		@Override
		public void setByteBuffer(ByteBuffer buffer) {
			this.piece = buffer;
		}

		@Override
		public ByteBuffer getByteBuffer() {
			return this.piece;
		}

		@Override
		public void expand(int size) {
			// the piece is never ours
		}

	}

}
