package org.gongkai.access;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

/// How many calls are answered: three at once and two a second of an account, one and one of an address.
class CallLimitTest {

	private static final Caller WANG = new Caller("wang", "王科员", List.of(), false);

	private final Hand clock = new Hand(Instant.parse("2024-07-30T01:00:00Z"));

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final CallLimits limits = new CallLimits(
			new AccessSettings.Calls(new AccessSettings.Calls.Limit(2, 3), new AccessSettings.Calls.Limit(1, 1)),
			this.clock, this.meters);

	@Test
	void an_account_calls_as_often_as_its_bucket_holds_and_then_as_it_fills() throws IOException {
		assertThat(List.of(call(WANG), call(WANG), call(WANG), call(WANG))).containsExactly(200, 200, 200, 429);
		this.clock.to("2024-07-30T01:00:00.499Z");
		assertThat(call(WANG)).isEqualTo(429);
		this.clock.to("2024-07-30T01:00:00.500Z");
		assertThat(List.of(call(WANG), call(WANG))).containsExactly(200, 429);
		this.clock.to("2024-07-31T01:00:00Z");
		assertThat(List.of(call(WANG), call(WANG), call(WANG), call(WANG))).containsExactly(200, 200, 200, 429);
		assertThat(this.meters.counter("gongkai.refusals", "rule", "too-many-calls").count()).isEqualTo(4);
	}

	@Test
	void nobody_known_is_counted_by_address_and_each_apart() throws IOException {
		assertThat(List.of(call(null, "10.0.0.1"), call(null, "10.0.0.1"), call(null, "10.0.0.2"), call(WANG)))
			.containsExactly(200, 429, 200, 200);
	}

	@Test
	void who_is_at_home_and_whoever_looks_after_the_office_is_not_limited() throws IOException {
		for (int i = 0; i < 10; i++) {
			assertThat(call(Caller.operator("所有者"))).isEqualTo(200);
			MockHttpServletRequest health = new MockHttpServletRequest("GET", "/management/health");
			assertThat(this.limits.refuse(null, health, new MockHttpServletResponse())).isFalse();
		}
	}

	@Test
	void a_program_is_told_when_to_call_again_and_a_person_gets_a_page() throws IOException {
		call(null);
		MockHttpServletResponse told = new MockHttpServletResponse();
		this.limits.refuse(null, new MockHttpServletRequest("GET", "/api/agencies"), told);
		MockHttpServletResponse shown = new MockHttpServletResponse();
		this.limits.refuse(null, new MockHttpServletRequest("GET", "/agencies"), shown);

		assertThat(told.getContentType()).isEqualTo("application/problem+json");
		assertThat(told.getContentAsString()).contains("\"code\":\"too-many-calls\"");
		assertThat(told.getHeader("Retry-After")).isEqualTo("1");
		assertThat(shown.getStatus()).isEqualTo(429);
		assertThat(shown.isCommitted()).isTrue();
		assertThat(shown.getContentAsString()).isEmpty();
	}

	private int call(@Nullable Caller caller) throws IOException {
		return call(caller, "127.0.0.1");
	}

	private int call(@Nullable Caller caller, String address) throws IOException {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/agencies");
		request.setRemoteAddr(address);
		MockHttpServletResponse response = new MockHttpServletResponse();
		assertThat(this.limits.refuse(caller, request, response)).isEqualTo(response.getStatus() == 429);
		return response.getStatus();
	}

	/// A clock that is set by hand.
	private static final class Hand extends Clock {

		private Instant now;

		Hand(Instant now) {
			this.now = now;
		}

		void to(String instant) {
			this.now = Instant.parse(instant);
		}

		@Override
		public Instant instant() {
			return this.now;
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			throw new UnsupportedOperationException();
		}

	}

}
