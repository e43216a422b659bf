package org.gongkai.access;

import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// Lets few heavy requests run at once, all kinds of them together: each one's memory is bounded, and so is their sum. Some more wait a
/// short time for their turn, in order, without a database connection; the others are refused at once.
final class AdmissionGate implements HandlerInterceptor {

	private static final String ADMITTED = AdmissionGate.class.getName();

	private final AdmissionSettings settings;

	private final Semaphore turns;

	private final AtomicInteger waiting = new AtomicInteger();

	AdmissionGate(AdmissionSettings settings) {
		this.settings = settings;
		this.turns = new Semaphore(settings.atOnce(), true);
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		// a request that is dispatched again keeps its turn
		if (isHeavy(request, handler) && request.getAttribute(ADMITTED) == null) {
			// who waits for this gate must not keep light requests waiting
			RequestQueue.leave(request);
			enter();
			request.setAttribute(ADMITTED, true);
		}
		return true;
	}

	@Override
	public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable Exception failure) {
		if (isHeavy(request, handler) && request.getAttribute(ADMITTED) != null) {
			request.removeAttribute(ADMITTED);
			this.turns.release();
		}
	}

	/// @throws Overloaded where there is no turn
	private void enter() {
		if (this.turns.tryAcquire()) {
			return;
		}
		if (this.waiting.incrementAndGet() > this.settings.waiting()) {
			this.waiting.decrementAndGet();
			throw Overloaded.busy();
		}
		try {
			if (!this.turns.tryAcquire(this.settings.longestWait().toMillis(), TimeUnit.MILLISECONDS)) {
				throw Overloaded.busy();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw Overloaded.busy();
		}
		finally {
			this.waiting.decrementAndGet();
		}
	}

	private static boolean isHeavy(HttpServletRequest request, Object handler) {
		HeavyRequest heavy = (handler instanceof HandlerMethod method) ? method.getMethodAnnotation(HeavyRequest.class)
				: null;
		return heavy != null && (heavy.only().length == 0
				|| Arrays.stream(heavy.only()).map((only) -> only.split("=", 2)).anyMatch((only) -> {
					String[] given = request.getParameterValues(only[0]);
					return given != null && Arrays.stream(given).anyMatch(only[1]::equalsIgnoreCase);
				}));
	}

}
