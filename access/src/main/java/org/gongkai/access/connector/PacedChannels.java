package org.gongkai.access.connector;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.function.Supplier;

import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SecureNioChannel;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.jspecify.annotations.Nullable;

/// Connections that are given up while an answer is taken at less than the lowest rate. A client that takes nothing at all is given up by
/// Tomcat's timeout of one write.
final class PacedChannels {

	private PacedChannels() {
	}

	static NioChannel create(boolean tls, SocketBufferHandler buffer, NioEndpoint endpoint,
			Supplier<@Nullable HttpSettings> limits) {
		return tls ? new Tls(buffer, endpoint, new Rate(limits)) : new Clear(buffer, new Rate(limits));
	}

	/// The next answer is measured by itself.
	static void next(NioChannel channel) {
		switch (channel) {
			case Clear clear -> clear.rate.restart();
			case Tls tls -> tls.rate.restart();
			default -> {
			}
		}
	}

	/// How an answer is taken. Only the time counts in which the client's buffer is full.
	private static final class Rate {

		private static final long NOT = Long.MIN_VALUE;

		private final Supplier<@Nullable HttpSettings> limits;

		private long taken;

		private long waited;

		private long fullSince = NOT;

		Rate(Supplier<@Nullable HttpSettings> limits) {
			this.limits = limits;
		}

		synchronized void restart() {
			this.taken = 0;
			this.waited = 0;
			this.fullSince = NOT;
		}

		synchronized void took(int bytes, boolean all) throws IOException {
			long now = System.nanoTime();
			if (this.fullSince != NOT) {
				this.waited += now - this.fullSince;
			}
			this.fullSince = all ? NOT : now;
			this.taken += Math.max(bytes, 0);
			HttpSettings known = this.limits.get();
			if (known != null && known.isTooSlow(this.taken, this.waited)) {
				throw new IOException("the answer is taken at less than " + known.lowestRate() + " a second");
			}
		}

	}

	private static final class Clear extends NioChannel {

		private final Rate rate;

		Clear(SocketBufferHandler buffer, Rate rate) {
			super(buffer);
			this.rate = rate;
		}

		@Override
		public void reset(SocketChannel channel, NioEndpoint.NioSocketWrapper wrapper) throws IOException {
			this.rate.restart();
			super.reset(channel, wrapper);
		}

		@Override
		public int write(ByteBuffer piece) throws IOException {
			int count = super.write(piece);
			this.rate.took(count, !piece.hasRemaining());
			return count;
		}

	}

	private static final class Tls extends SecureNioChannel {

		private final Rate rate;

		Tls(SocketBufferHandler buffer, NioEndpoint endpoint, Rate rate) {
			super(buffer, endpoint);
			this.rate = rate;
		}

		@Override
		public void reset(SocketChannel channel, NioEndpoint.NioSocketWrapper wrapper) throws IOException {
			this.rate.restart();
			super.reset(channel, wrapper);
		}

		@Override
		public int write(ByteBuffer piece) throws IOException {
			int count = super.write(piece);
			this.rate.took(count, !piece.hasRemaining());
			return count;
		}

	}

}
