package org.gongkai.access.connector;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tomcat's HTTP/1.1 with limits that it does not have: connections of one address, the time for all headers of a request, and the rate
/// at which an answer is taken. Tomcat's own timeout begins again with each byte: by a header that never ends, a client could keep a
/// connection for hours.
public final class BoundedHttpProtocol extends Http11NioProtocol {

	private static final Logger LOGGER = LoggerFactory.getLogger(BoundedHttpProtocol.class);

	private final Endpoint endpoint;

	private @Nullable ScheduledFuture<?> sweeping;

	/// Called by Tomcat, and for a connector beside the first.
	public BoundedHttpProtocol() {
		this(new Endpoint());
	}

	private BoundedHttpProtocol(Endpoint endpoint) {
		super(endpoint);
		this.endpoint = endpoint;
		endpoint.setHandler(new Watching(endpoint.getHandler(), endpoint));
	}

	/// The limits to keep.
	void limit(HttpSettings limits) {
		this.endpoint.limits = limits;
		setMaxConnections(limits.connections());
		setConnectionTimeout((int) limits.idleTimeout().toMillis());
		setKeepAliveTimeout((int) limits.keepAliveTimeout().toMillis());
	}

	/// Whether so many connections are open that none is kept for a further request.
	boolean isCrowded() {
		return this.endpoint.getConnectionCount() > this.endpoint.getMaxConnections() * 3L / 4;
	}

	@Override
	public void start() throws Exception {
		super.start();
		this.sweeping = getUtilityExecutor().scheduleWithFixedDelay(this.endpoint::closeSlowHeaders, 1, 1,
				TimeUnit.SECONDS);
	}

	@Override
	public void stop() throws Exception {
		if (this.sweeping != null) {
			this.sweeping.cancel(false);
		}
		super.stop();
	}

	/// A connection from its first packet on.
	private static final class Open {

		private static final long NEVER = Long.MIN_VALUE;

		private final InetAddress address;

		/// When the present request began to arrive; [#NEVER] while one is answered or
		/// none has begun.
		private long headersSince = System.nanoTime();

		Open(InetAddress address) {
			this.address = address;
		}

		/// The headers are complete, or the next piece of them is judged.
		synchronized long pause() {
			long since = this.headersSince;
			this.headersSince = NEVER;
			return since;
		}

		synchronized void resume(long since) {
			this.headersSince = since;
		}

		/// Whether the headers took too long, which is said once.
		synchronized boolean isOverdue(long now, Duration limit) {
			boolean overdue = this.headersSince != NEVER && now - this.headersSince > limit.toNanos();
			if (overdue) {
				this.headersSince = NEVER;
			}
			return overdue;
		}

	}

	private static final class Endpoint extends NioEndpoint {

		private static final long QUIET = Duration.ofMinutes(1).toNanos();

		private final Map<SocketChannel, Open> open = new ConcurrentHashMap<>();

		private final Map<InetAddress, Integer> counts = new ConcurrentHashMap<>();

		private volatile @Nullable HttpSettings limits;

		private long toldAt = System.nanoTime() - QUIET;

		@Override
		protected NioChannel createChannel(SocketBufferHandler buffer) {
			return PacedChannels.create(isSSLEnabled(), buffer, this, () -> this.limits);
		}

		@Override
		protected boolean setSocketOptions(SocketChannel socket) {
			InetAddress address = address(socket);
			if (address == null || !admit(address)) {
				destroySocket(socket);
				return false;
			}
			this.open.put(socket, new Open(address));
			if (super.setSocketOptions(socket)) {
				return true;
			}
			forget(socket);
			return false;
		}

		private static @Nullable InetAddress address(SocketChannel socket) {
			try {
				return (socket.getRemoteAddress() instanceof InetSocketAddress remote) ? remote.getAddress() : null;
			}
			catch (IOException ex) {
				return null; // it left before it was looked at
			}
		}

		private boolean admit(InetAddress address) {
			int count = this.counts.merge(address, 1, Integer::sum);
			HttpSettings known = this.limits;
			if (known == null || known.connectionsPerAddress() == 0 || count <= known.connectionsPerAddress()
					|| known.unlimitedAddresses().contains(address)) {
				return true;
			}
			leave(address);
			long now = System.nanoTime();
			if (now - this.toldAt >= QUIET) {
				this.toldAt = now;
				LOGGER.warn("{} has {} connections open, which is the limit of one address; further ones are closed",
						address.getHostAddress(), known.connectionsPerAddress());
			}
			return false;
		}

		private void leave(InetAddress address) {
			this.counts.computeIfPresent(address, (_, count) -> (count == 1) ? null : count - 1);
		}

		private void forget(SocketChannel socket) {
			Open left = this.open.remove(socket);
			if (left != null) {
				leave(left.address);
			}
		}

		private void closeSlowHeaders() {
			HttpSettings known = this.limits;
			if (known == null) {
				return;
			}
			long now = System.nanoTime();
			this.open.forEach((socket, one) -> {
				if (one.isOverdue(now, known.headerTimeout())) {
					SocketWrapperBase<NioChannel> wrapper = this.connections.get(socket);
					if (wrapper != null) {
						wrapper.close();
					}
				}
			});
		}

	}

	/// Between Tomcat's endpoint and its parser: sees when the headers of a request are
	/// complete and when a connection is
	/// closed.
	private record Watching(Handler<NioChannel> inner, Endpoint endpoint) implements Handler<NioChannel> {

		@Override
		public SocketState process(SocketWrapperBase<NioChannel> wrapper, SocketEvent event) {
			Open one = this.endpoint.open.get(wrapper.getSocket().getIOChannel());
			if (one == null) {
				return this.inner.process(wrapper, event);
			}
			long since = one.pause();
			PacedChannels.next(wrapper.getSocket());
			SocketState state = this.inner.process(wrapper, event);
			if (state == SocketState.LONG) {
				one.resume((since != Open.NEVER) ? since : System.nanoTime());
			}
			return state;
		}

		@Override
		public Object getGlobal() {
			return this.inner.getGlobal();
		}

		@Override
		public void release(SocketWrapperBase<NioChannel> wrapper) {
			try {
				this.inner.release(wrapper);
			}
			finally {
				this.endpoint.forget(wrapper.getSocket().getIOChannel());
			}
		}

		@Override
		public void pause() {
			this.inner.pause();
		}

		@Override
		public void recycle() {
			this.inner.recycle();
		}

	}

}
