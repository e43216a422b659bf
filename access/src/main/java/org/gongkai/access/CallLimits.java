package org.gongkai.access;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.gongkai.statute.Rule;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/// Keeps one caller from taking the office away from the others: each account, and each network address of callers who are
/// nobody yet, has a bucket of calls that fills up steadily. The owner of the data folder and the services of the house are not
/// limited. Each node counts for itself.
final class CallLimits {

	/// Callers whose buckets are remembered, the latest; who is not remembered has a full
	/// one.
	private static final int CALLERS = 10_000;

	private static final double NANOS = Duration.ofSeconds(1).toNanos();

	private final AccessSettings.Calls settings;

	private final Clock clock;

	private final MeterRegistry meters;

	private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {

		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
			return size() > CALLERS;
		}

	};

	CallLimits(AccessSettings.Calls settings, Clock clock, MeterRegistry meters) {
		this.settings = settings;
		this.clock = clock;
		this.meters = meters;
	}

	private record Bucket(double calls, Instant at) {

		Bucket filled(Instant now, AccessSettings.Calls.Limit limit) {
			double come = Math.max(0, Duration.between(this.at, now).toNanos() / NANOS * limit.perSecond());
			return new Bucket(Math.min(limit.burst(), this.calls + come), now);
		}

	}

	/// Answers a call that is one too many.
	/// @param caller null for nobody known
	/// @return whether it did, and nothing else is to be done
	boolean refuse(@Nullable Caller caller, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		boolean ours = caller != null && caller.isOperator();
		if (ours || request.getRequestURI().startsWith(Management.BASE + "/")) {
			return false;
		}
		long wait = (caller != null) ? take("account " + caller.account(), this.settings.account())
				: take("address " + request.getRemoteAddr(), this.settings.address());
		if (wait == 0) {
			return false;
		}
		this.meters.counter("gongkai.refusals", "rule", Rule.TOO_MANY_CALLS.code()).increment();
		response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait));
		if (Problems.isProgram(request)) {
			Problems.write(response, HttpStatus.TOO_MANY_REQUESTS, Rule.TOO_MANY_CALLS,
					"too many calls within a short time; call again after " + wait + " s");
		}
		else {
			response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
		}
		return true;
	}

	/// Takes a call out.
	/// @return 0, or after how many seconds there is one again
	private synchronized long take(String who, AccessSettings.Calls.Limit limit) {
		Instant now = this.clock.instant();
		Bucket bucket = this.buckets.getOrDefault(who, new Bucket(limit.burst(), now)).filled(now, limit);
		boolean left = bucket.calls() >= 1;
		this.buckets.put(who, left ? new Bucket(bucket.calls() - 1, now) : bucket);
		return left ? 0 : Math.max(1, (long) Math.ceil((1 - bucket.calls()) / limit.perSecond()));
	}

}
