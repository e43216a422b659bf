package org.gongkai.access.connector;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.ContinueResponseTiming;
import org.apache.coyote.InputBuffer;

/// Before every filter and handler: bodies have a limit and a lowest rate, whoever reads them. What is left of a body after the answer
/// is read for a while, since a client that is cut off while it sends never reads the answer.
final class BodyValve extends ValveBase {

	private static final long LINGER = Duration.ofSeconds(10).toNanos();

	private static final String PACE = "org.gongkai.pace";

	private final HttpSettings limits;

	private final StoredBody.Room room;

	BodyValve(HttpSettings limits) {
		super(true);
		this.limits = limits;
		this.room = new StoredBody.Room(limits.bodiesOnDisk().toBytes());
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		org.apache.coyote.Request coyote = request.getCoyoteRequest();
		InputBuffer raw = coyote.getInputBuffer();
		PacedBody body = new PacedBody(raw, this.limits, this.room);
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
			body.close();
		}
	}

	private void linger(org.apache.coyote.Request coyote, InputBuffer raw, PacedBody read) {
		PacedBody rest = new PacedBody(raw, this.limits, this.room);
		rest.limit(this.limits.longestBody().toBytes() * 2);
		long began = System.nanoTime();
		try {
			boolean more = read.broken() != PacedBody.Broken.TOO_SLOW && read.broken() != PacedBody.Broken.CUT_OFF;
			while (more && System.nanoTime() - began < LINGER) {
				more = rest.receive(new PacedBody.Piece()) > 0;
			}
		}
		catch (IOException ex) {
			// the client is gone, or was given up
		}
		if (!coyote.isFinished()) {
			coyote.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
		}
	}

	/// Receives a form or JSON before any filter runs, and so before the request takes a
	/// place in a queue or a connection. A file is received
	/// when it is first asked for, since a client that may not hand one in should not
	/// fill the disk. A body of which is known, or turned
	/// out, that it is too long or too slow is refused with the page or the problem of
	/// its status.
	static final class Refusals extends ValveBase {

		private static final long SLACK = 1 << 20;

		private static final String RETRY_AFTER = "5";

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
			boolean parts = type.startsWith("multipart/");
			boolean file = (parts || type.startsWith("application/octet-stream"))
					&& FilePaths.contains(request.getRequestURI());
			long longest = (file ? this.limits.longestBody() : this.limits.longestForm()).toBytes();
			// beyond the limit of the parser, which answers 413
			body.limit((file && parts) ? longest + SLACK : longest);
			if (request.getContentLengthLong() > longest) {
				response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
				return;
			}
			if (file) {
				body.onArrival(() -> (request.getAttribute(BodyArrival.ATTRIBUTE) instanceof BodyArrival arrival)
						? arrival : null);
			}
			else {
				request.getCoyoteRequest().action(ActionCode.ACK, ContinueResponseTiming.ON_REQUEST_BODY_READ);
				if (!body.receive()) {
					forgetForm(request.getCoyoteRequest());
					refuse(response, body.broken());
					return;
				}
			}
			try {
				getNext().invoke(request, response);
			}
			finally {
				if (body.broken() != PacedBody.Broken.NOT && !response.isCommitted()) {
					response.reset();
					refuse(response, body.broken());
				}
			}
		}

		/// The page of an error does not look for fields in a body that is not there.
		private static void forgetForm(org.apache.coyote.Request request) {
			if (request.contentType() != null) {
				request.contentType().recycle();
			}
		}

		private static void refuse(Response response, PacedBody.Broken broken) throws IOException {
			if (broken == PacedBody.Broken.NO_ROOM) {
				response.setHeader("Retry-After", RETRY_AFTER);
			}
			response.sendError(switch (broken) {
				case TOO_LONG -> HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
				case TOO_SLOW -> HttpServletResponse.SC_REQUEST_TIMEOUT;
				case NO_ROOM -> HttpServletResponse.SC_SERVICE_UNAVAILABLE;
				case CUT_OFF, NOT -> HttpServletResponse.SC_BAD_REQUEST;
			});
		}

	}

}
