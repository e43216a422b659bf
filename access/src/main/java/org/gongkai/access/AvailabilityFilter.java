package org.gongkai.access;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.gongkai.access.connector.BodyArrival;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.filter.OncePerRequestFilter;

/// The first filter: queues requests, and answers 503 for every failure of the surroundings that no controller has answered, be it in
/// the session, in a filter of the gate or in a template.
final class AvailabilityFilter extends OncePerRequestFilter {

	/// For people; complete by itself, as nothing that fills a page can be queried.
	/// Absent where there is no console.
	private static final String PAGE = "/templates/error/503.html";

	private final RequestQueue queue;

	private final BooleanSupplier storage;

	private final Runnable onUnavailable;

	/// @param storage whether something can be recorded
	/// @param onUnavailable called after each answer of 503
	AvailabilityFilter(RequestQueue queue, BooleanSupplier storage, Runnable onUnavailable) {
		this.queue = queue;
		this.storage = storage;
		this.onUnavailable = onUnavailable;
	}

	/// A page of an error may fail like any other.
	@Override
	protected boolean shouldNotFilterErrorDispatch() {
		return false;
	}

	/// Files and health use no connection to the database or one at a time, and are
	/// wanted most while others wait.
	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		String path = request.getRequestURI();
		return path.startsWith(Management.BASE + "/") || path.startsWith("/gongkai.") || path.equals("/proof.html");
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try (RequestQueue.Place place = this.queue.enter(request)) {
			if (place == null || RequestQueue.records(request) && !this.storage.getAsBoolean()) {
				answer(request, response, Unavailable.problem());
				return;
			}
			request.setAttribute(BodyArrival.ATTRIBUTE, this.queue.arrival(request));
			chain.doFilter(request, response);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			answer(request, response, Unavailable.problem());
		}
		catch (ServletException | IOException | RuntimeException ex) {
			if (response.isCommitted() || !Unavailable.causedBy(ex)) {
				throw ex;
			}
			answer(request, response, Unavailable.problem(ex));
		}
		finally {
			RequestQueue.leave(request);
			request.removeAttribute(BodyArrival.ATTRIBUTE);
			if (response.getStatus() == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
				this.onUnavailable.run();
			}
		}
	}

	/// Answers a request that failed for want of something that the service runs on.
	static void answer(HttpServletRequest request, HttpServletResponse response, ProblemDetail problem)
			throws IOException {
		response.reset();
		response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
		response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(Unavailable.RETRY_AFTER));
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		byte[] page = isProgram(request) ? null : page();
		if (page != null) {
			response.setContentType(MediaType.TEXT_HTML_VALUE);
			response.setCharacterEncoding(StandardCharsets.UTF_8);
			response.getOutputStream().write(page);
		}
		else {
			response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
			response.getOutputStream().write(Problems.json(problem));
		}
	}

	private static boolean isProgram(HttpServletRequest request) {
		return Problems.isProgram(request)
				|| request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed
						&& failed.startsWith("/api/");
	}

	private static byte @Nullable [] page() throws IOException {
		try (InputStream page = AvailabilityFilter.class.getResourceAsStream(PAGE)) {
			return (page == null) ? null : page.readAllBytes();
		}
	}

}
