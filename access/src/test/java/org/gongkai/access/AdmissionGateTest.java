package org.gongkai.access;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.method.HandlerMethod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// How many heavy requests run at once.
class AdmissionGateTest {

	private static final Duration LONG = Duration.ofMinutes(2);

	private final HandlerMethod heavy = method("heavy");

	private final HandlerMethod light = method("light");

	public static class Controller {

		@HeavyRequest
		public void heavy() {
		}

		public void light() {
		}

	}

	@Test
	void as_many_run_at_once_as_set_and_the_next_is_refused_with_a_time_to_wait() {
		AdmissionGate gate = new AdmissionGate(new AdmissionSettings(2, 0, LONG));
		enter(gate, this.heavy);
		MockHttpServletRequest second = enter(gate, this.heavy);

		assertThatThrownBy(() -> enter(gate, this.heavy)).isInstanceOfSatisfying(Overloaded.class, (refused) -> {
			assertThat(refused.answer().getStatusCode().value()).isEqualTo(503);
			assertThat(refused.answer().getHeaders().getFirst("Retry-After")).isEqualTo("5");
			assertThat(refused.answer().getBody().getProperties()).containsEntry("code", "busy");
		});
		enter(gate, this.light);

		leave(gate, second, this.heavy);
		enter(gate, this.heavy);
	}

	@Test
	void a_request_waits_for_its_turn() {
		AdmissionGate gate = new AdmissionGate(new AdmissionSettings(1, 1, LONG));
		MockHttpServletRequest first = enter(gate, this.heavy);
		CompletableFuture<MockHttpServletRequest> waiting = CompletableFuture
			.supplyAsync(() -> enter(gate, this.heavy));

		leave(gate, first, this.heavy);

		assertThat(waiting.join()).isNotNull();
	}

	@Test
	void one_that_waits_too_long_is_refused() {
		AdmissionGate gate = new AdmissionGate(new AdmissionSettings(1, 1, Duration.ZERO));
		enter(gate, this.heavy);

		assertThatThrownBy(() -> enter(gate, this.heavy)).isInstanceOf(Overloaded.class);
	}

	@Test
	void a_request_that_never_had_a_turn_gives_none_back() {
		AdmissionGate gate = new AdmissionGate(new AdmissionSettings(1, 0, LONG));
		enter(gate, this.heavy);
		MockHttpServletRequest refused = new MockHttpServletRequest();
		assertThatThrownBy(() -> gate.preHandle(refused, new MockHttpServletResponse(), this.heavy))
			.isInstanceOf(Overloaded.class);

		leave(gate, refused, this.heavy);

		assertThatThrownBy(() -> enter(gate, this.heavy)).isInstanceOf(Overloaded.class);
	}

	private static MockHttpServletRequest enter(AdmissionGate gate, HandlerMethod handler) {
		MockHttpServletRequest request = new MockHttpServletRequest();
		assertThat(gate.preHandle(request, new MockHttpServletResponse(), handler)).isTrue();
		return request;
	}

	private static void leave(AdmissionGate gate, MockHttpServletRequest request, HandlerMethod handler) {
		gate.afterCompletion(request, new MockHttpServletResponse(), handler, null);
	}

	private static HandlerMethod method(String name) {
		try {
			return new HandlerMethod(new Controller(), name);
		}
		catch (NoSuchMethodException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
