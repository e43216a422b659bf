package org.gongkai.query;

import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// A thousand calls of one address are answered before somebody signs in there; the clock stands still.
class CallLimitHttpTest {

	private static final int BURST = 1000;

	@Test
	void a_flood_of_nobody_known_is_turned_away_and_others_are_answered() {
		try (QueryServer server = new QueryServer()) {
			for (int i = 0; i < BURST; i++) {
				assertThat(server.unknown("/api/status").statusCode()).isEqualTo(401);
			}
			HttpResponse<String> refused = server.unknown("/api/status");
			assertThat(refused.statusCode()).isEqualTo(429);
			assertThat(refused.body()).contains("\"too-many-calls\"");
			HttpResponse<String> page = server.unknown("/applications");
			assertThat(page.statusCode()).isEqualTo(429);
			assertThat(page.body()).contains("请稍后再试");

			assertThat(server.call("GET", "/api/status").statusCode()).isEqualTo(200);
		}
	}

}
