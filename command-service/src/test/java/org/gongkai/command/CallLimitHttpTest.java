package org.gongkai.command;

import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Two calls of one address are answered before somebody signs in there; the clock stands still.
class CallLimitHttpTest {

	@Test
	void an_address_is_the_one_that_the_proxy_names_and_health_is_told_to_everybody() {
		try (CommandServer server = new CommandServer("gongkai.access.calls.address.burst=2",
				"server.forward-headers-strategy=native")) {
			assertThat(server.getFrom("192.0.2.1", "/api/accounts").statusCode()).isEqualTo(401);
			assertThat(server.getFrom("192.0.2.1", "/api/accounts").statusCode()).isEqualTo(401);
			HttpResponse<String> refused = server.getFrom("192.0.2.1", "/api/accounts");
			assertThat(refused.statusCode()).isEqualTo(429);
			assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
			assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
			assertThat(refused.body()).contains("\"too-many-calls\"", "调用过于频繁");

			assertThat(server.getFrom("192.0.2.2", "/api/accounts").statusCode()).isEqualTo(401);
			assertThat(server.getFrom("192.0.2.1", "/management/health").statusCode()).isEqualTo(200);
			assertThat(server.get("/api/accounts").statusCode()).isEqualTo(200);
			assertThat(server.get("/management/prometheus").body())
				.contains("gongkai_refusals_total{rule=\"too-many-calls\"} 1.0");
		}
	}

}
