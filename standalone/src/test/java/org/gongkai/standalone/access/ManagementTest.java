package org.gongkai.standalone.access;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// What an office tells of itself, and to whom.
class ManagementTest {

	private static House house;

	@BeforeAll
	static void open() {
		house = new House();
		house.account("monitor", "system", "");
		house.account("clerk", "clerk", "");
	}

	@AfterAll
	static void close() {
		house.close();
	}

	@Test
	void whether_it_is_well_is_told_to_everybody_and_not_why() {
		HttpResponse<String> ready = anonymous("/management/health/readiness");
		assertThat(ready.statusCode()).isEqualTo(200);
		assertThat(ready.body()).isEqualTo("{\"status\":\"UP\"}");
		assertThat(anonymous("/management/health").body()).doesNotContain("components");
		for (String part : new String[] { "db", "tables", "diskSpace", "readiness/db", "nothing" }) {
			assertThat(anonymous("/management/health/" + part).statusCode()).as(part).isEqualTo(302);
			assertThat(house.call("clerk", "GET", "/management/health/" + part, "").statusCode()).as(part)
				.isEqualTo(403);
		}
		assertThat(house.call("monitor", "GET", "/management/health/readiness", "").body())
			.contains("\"tables\":{\"status\":\"UP\"}", "\"positions\"")
			.doesNotContain("details");
		assertThat(house.call("monitor", "GET", "/management/health/db", "").statusCode()).isEqualTo(200);
		assertThat(anonymous("/management/health/liveness").statusCode()).isEqualTo(200);
		assertThat(ready.headers().firstValue("Set-Cookie").orElse("")).doesNotContain("gongkai-session");
	}

	@Test
	void meters_are_for_who_runs_it_and_for_systems() {
		assertThat(anonymous("/management/prometheus").statusCode()).isEqualTo(302);
		HttpResponse<String> refused = house.call("clerk", "GET", "/management/prometheus", "");
		assertThat(refused.statusCode()).isEqualTo(403);
		assertThat(refused.body()).contains("\"not-allowed\"", "no role of this account allows that");
		assertThat(house.call("monitor", "GET", "/management/prometheus", "").body()).contains(
				"gongkai_tables_complete", "gongkai_log_position", "gongkai_stream_lag", "jvm_memory_used_bytes",
				"http_server_requests_seconds_count");
	}

	@Test
	void nothing_else_of_the_framework_is_told() {
		for (String path : new String[] { "/management", "/management/env", "/management/beans", "/management/info" }) {
			assertThat(house.call("owner", "GET", path, "").statusCode()).as(path).isEqualTo(404);
		}
	}

	@Test
	void no_label_names_a_case_or_a_person() {
		house.received("own");
		house.get("clerk", "/api/application?id=own/1&fresh=true");
		house.call("clerk", "GET", "/reports/own/2024", "");

		assertThat(house.call("monitor", "GET", "/management/prometheus", "").body()).doesNotContain("own/1", "张三",
				"reports/own");
	}

	private static HttpResponse<String> anonymous(String path) {
		return house.send(HttpRequest.newBuilder(URI.create(house.office.url() + path)));
	}

}
