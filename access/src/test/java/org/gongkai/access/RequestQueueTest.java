package org.gongkai.access;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import org.gongkai.log.EventJson;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// One place for readers, one for writers, and no waiting.
class RequestQueueTest {

	private final RequestQueue queue = new RequestQueue(new RequestQueueSettings(1, 1, Duration.ZERO));

	private final AtomicInteger unavailable = new AtomicInteger();

	private boolean usable = true;

	private final AvailabilityFilter filter = new AvailabilityFilter(this.queue, () -> this.usable,
			this.unavailable::incrementAndGet);

	@Test
	void readers_writers_and_files_have_places_of_their_own() throws InterruptedException {
		try (RequestQueue.Place reader = this.queue.enter(request("GET", "/applications"));
				RequestQueue.Place writer = this.queue.enter(request("POST", "/api/commands/decide-application"));
				RequestQueue.Place file = this.queue.enter(request("POST", "/api/imports/applications"))) {
			assertThat(reader).isNotNull();
			assertThat(writer).isNotNull();
			assertThat(file).isNotNull();
			assertThat(this.queue.enter(request("POST", "/api/applications/search"))).isNull();
			assertThat(this.queue.enter(request("POST", "/applications/acts/decide-application"))).isNull();
		}
		assertThat(this.queue.enter(request("POST", "/api/applications/search"))).isNotNull();
	}

	@Test
	void a_place_that_was_given_back_early_is_not_given_back_twice() throws InterruptedException {
		MockHttpServletRequest heavy = request("GET", "/api/audit/findings");
		try (RequestQueue.Place _ = this.queue.enter(heavy)) {
			RequestQueue.leave(heavy);
			assertThat(this.queue.enter(request("GET", "/agencies"))).isNotNull();
		}
		assertThat(this.queue.enter(request("GET", "/agencies"))).isNull();
	}

	@Test
	void who_gets_no_place_is_answered_503() throws Exception {
		try (RequestQueue.Place _ = this.queue.enter(request("GET", "/agencies"))) {
			refused(request("GET", "/api/agencies"), new MockFilterChain());
		}
		assertThat(this.unavailable).hasValue(1);
	}

	@Test
	void nothing_is_recorded_on_a_full_disk_and_reading_goes_on() throws Exception {
		this.usable = false;
		refused(request("POST", "/api/commands/decide-application"), new MockFilterChain());
		assertThat(answer(request("GET", "/api/agencies"), new MockFilterChain()).getStatus()).isEqualTo(200);
	}

	@Test
	void a_failed_database_is_answered_503_and_a_bug_is_not() throws Exception {
		refused(request("GET", "/api/agencies"), (_, _) -> {
			throw new ServletException(new IllegalStateException(new SQLException("starting", "57P03")));
		});
		assertThatThrownBy(() -> answer(request("GET", "/api/agencies"), (_, _) -> {
			throw new IllegalStateException("a bug");
		})).hasMessage("a bug");
	}

	private void refused(MockHttpServletRequest request, FilterChain chain) throws Exception {
		MockHttpServletResponse answer = answer(request, chain);
		assertThat(answer.getStatus()).isEqualTo(503);
		assertThat(answer.getHeader("Retry-After")).isEqualTo("5");
		JsonNode problem = EventJson.mapper().readTree(answer.getContentAsString());
		assertThat(problem.propertyNames()).contains("type", "title", "status", "detail", "code")
			.doesNotContain("properties");
		assertThat(problem.required("code").asString()).isEqualTo("unavailable");
	}

	private MockHttpServletResponse answer(MockHttpServletRequest request, FilterChain chain)
			throws IOException, ServletException {
		MockHttpServletResponse response = new MockHttpServletResponse();
		this.filter.doFilter(request, response, chain);
		return response;
	}

	private static MockHttpServletRequest request(String method, String path) {
		return new MockHttpServletRequest(method, path);
	}

}
