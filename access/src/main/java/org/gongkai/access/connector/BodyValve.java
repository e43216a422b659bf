package org.gongkai.access.connector;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Locale;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/// Before every filter and handler: bodies have a limit and a lowest rate, whoever reads them. What is left of a body after the answer
/// is read for a while, since a client that is cut off while it sends never reads the answer.
final class BodyValve extends ValveBase {

	private static final long LINGER = Duration.ofSeconds(10).toNanos();

	private static final String PACE = "org.gongkai.pace";

	private final HttpSettings limits;

	BodyValve(HttpSettings limits) {
		super(true);
		this.limits = limits;
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		org.apache.coyote.Request coyote = request.getCoyoteRequest();
		InputBuffer raw = coyote.getInputBuffer();
		PacedBody body = new PacedBody(raw, this.limits);
		coyote.setInputBuffer(body);
		request.setNote(PACE, body);
		try {
			if (request.getConnector().getProtocolHandler() instanceof BoundedHttpProtocol protocol
					&& protocol.isCrowded()) {
				response.setHeader("Connection", "close");
			}
			getNext().invoke(request, response);
			if (!request.isAsync() && !coyote.isFinished()) {
				response.finishResponse();
				linger(coyote, raw, body);
			}
		}
		finally {
			request.removeNote(PACE);
			coyote.setInputBuffer(raw);
		}
	}

	private void linger(org.apache.coyote.Request coyote, InputBuffer raw, PacedBody read) {
		PacedBody rest = new PacedBody(raw, this.limits);
		rest.limit(this.limits.longestBody().toBytes() * 2);
		long began = System.nanoTime();
		try {
			int count = (read.broken() == PacedBody.Broken.TOO_SLOW) ? 0 : 1;
			while (count > 0 && System.nanoTime() - began < LINGER) {
				count = rest.doRead(new Discarded());
			}
		}
		catch (IOException ex) {
			// the client is gone, or was given up
		}
		if (!coyote.isFinished()) {
			coyote.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
		}
	}

	/// Drops what was read.
	private static final class Discarded implements ApplicationBufferHandler {

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

	/// Refuses a body of which is known, or turned out, that it is too long or too slow,
	/// with the page or the problem of its status.
	static final class Refusals extends ValveBase {

		private static final long SLACK = 1 << 20;

		private final HttpSettings limits;

		Refusals(HttpSettings limits) {
			super(true);
			this.limits = limits;
		}

		@Override
		public void invoke(Request request, Response response) throws IOException, ServletException {
			if (!(request.getNote(PACE) instanceof PacedBody body)) {
				getNext().invoke(request, response);
				return;
			}
			String type = (request.getContentType() == null) ? "" : request.getContentType().toLowerCase(Locale.ROOT);
			body.limit(isParsedByServer(type) ? this.limits.longestBody().toBytes() + SLACK : longest(type));
			if (request.getContentLengthLong() > longest(type)) {
				response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
				return;
			}
			try {
				getNext().invoke(request, response);
			}
			finally {
				if (body.broken() != PacedBody.Broken.NOT && !response.isCommitted()) {
					response.reset();
					response.sendError((body.broken() == PacedBody.Broken.TOO_LONG)
							? HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE : HttpServletResponse.SC_REQUEST_TIMEOUT);
				}
			}
		}

		/// Tomcat closes the connection without an answer where it cannot read a form,
		/// but answers 413 where its own limit is reached.
		private static boolean isParsedByServer(String type) {
			return type.startsWith("multipart/") || type.startsWith("application/x-www-form-urlencoded");
		}

		/// Files come as multipart or as octets; everything else is a form or JSON.
		private long longest(String type) {
			return (type.startsWith("multipart/") || type.startsWith("application/octet-stream"))
					? this.limits.longestBody().toBytes() : this.limits.longestForm().toBytes();
		}

	}

}
