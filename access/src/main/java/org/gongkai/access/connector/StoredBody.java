package org.gongkai.access.connector;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;

import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;

/// A body that was received before it is read: a small one in memory, the rest of a larger one in a temporary file. First it is filled,
/// then read once.
final class StoredBody implements AutoCloseable {

	/// More than most forms and commands have, and little enough for every connection.
	private static final int IN_MEMORY = 16 << 10;

	private static final int PIECE = 8 << 10;

	private final Room room;

	private ByteBuffer memory = ByteBuffer.allocate(0);

	private @Nullable FileChannel file;

	private long taken;

	private long written;

	private long read;

	private boolean memoryRead;

	StoredBody(Room room) {
		this.room = room;
	}

	/// Appends a piece.
	/// @throws NoRoom where the files of all bodies have too many bytes, or the disk
	/// takes
	/// no more
	void add(ByteBuffer piece) throws NoRoom {
		int kept = Math.min(piece.remaining(), IN_MEMORY - this.memory.position());
		if (kept > 0) {
			keep(piece.slice(piece.position(), kept));
			piece.position(piece.position() + kept);
		}
		if (piece.hasRemaining()) {
			write(piece);
		}
	}

	private void keep(ByteBuffer piece) {
		if (this.memory.remaining() < piece.remaining()) {
			int size = Math.max(this.memory.position() + piece.remaining(), 2 * this.memory.capacity());
			this.memory = ByteBuffer.allocate(Math.min(size, IN_MEMORY)).put(this.memory.flip());
		}
		this.memory.put(piece);
	}

	private void write(ByteBuffer piece) throws NoRoom {
		int count = piece.remaining();
		this.room.take(count);
		this.taken += count;
		try {
			if (this.file == null) {
				Path path = Files.createTempFile("gongkai-body-", null);
				this.file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE,
						StandardOpenOption.DELETE_ON_CLOSE);
			}
			while (piece.hasRemaining()) {
				this.written += this.file.write(piece);
			}
		}
		catch (IOException ex) {
			throw new NoRoom("a body cannot be written to a temporary file", ex);
		}
	}

	/// Reads the next piece.
	/// @return its length; -1 at the end
	int read(ApplicationBufferHandler handler) throws IOException {
		if (!this.memoryRead) {
			this.memoryRead = true;
			ByteBuffer piece = this.memory.flip();
			this.memory = ByteBuffer.allocate(0);
			if (piece.hasRemaining()) {
				handler.setByteBuffer(piece);
				return piece.remaining();
			}
		}
		if (this.file == null || this.read == this.written) {
			return -1;
		}
		ByteBuffer piece = ByteBuffer.allocate((int) Math.min(PIECE, this.written - this.read));
		while (piece.hasRemaining()) {
			int count = this.file.read(piece, this.read);
			if (count < 0) {
				throw new IOException("the temporary file of a body is shorter than what was written");
			}
			this.read += count;
		}
		handler.setByteBuffer(piece.flip());
		return piece.remaining();
	}

	/// What can be read at once.
	int available() {
		long left = this.written - this.read + (this.memoryRead ? 0 : this.memory.position());
		return (int) Math.min(left, Integer.MAX_VALUE);
	}

	@Override
	public void close() throws IOException {
		this.room.giveBack(this.taken);
		this.taken = 0;
		this.memory = ByteBuffer.allocate(0);
		if (this.file != null) {
			this.file.close();
			this.file = null;
		}
	}

	/// The bytes that the temporary files of all bodies together may have.
	static final class Room {

		private final AtomicLong free;

		Room(long bytes) {
			this.free = new AtomicLong(bytes);
		}

		void take(long bytes) throws NoRoom {
			if (this.free.addAndGet(-bytes) < 0) {
				this.free.addAndGet(bytes);
				throw new NoRoom("the bodies that arrive at present are too large together", null);
			}
		}

		void giveBack(long bytes) {
			this.free.addAndGet(bytes);
		}

	}

	/// A body cannot be kept now; later it may be.
	static final class NoRoom extends IOException {

		private static final long serialVersionUID = 1L;

		NoRoom(String message, @Nullable IOException cause) {
			super(message, cause);
		}

	}

}
