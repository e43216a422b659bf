package org.gongkai.command;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// What a command-service tells of itself.
class MetersTest {

	private static final String TOWN = "{\"code\":\"%s\",\"name\":\"河口镇\",\"kind\":\"township\",\"registeredOn\":\"2000-01-01\"}";

	private static CommandServer server;

	@BeforeAll
	static void start() {
		server = new CommandServer();
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	@Test
	void a_command_is_counted_by_how_it_ended_and_a_refusal_by_its_rule() {
		server.post("register-agency", TOWN.formatted("m1"));
		server.post("register-agency", TOWN.formatted("m2"));
		server.post("register-agency", TOWN.formatted("m1"));
		server.post("rename-agency", "{\"code\":\"m1\"");

		assertThat(meters())
			.contains("gongkai_commands_seconds_count{command=\"register-agency\",outcome=\"accepted\"} 2")
			.contains("gongkai_commands_seconds_count{command=\"register-agency\",outcome=\"refused\"} 1")
			.contains("gongkai_commands_seconds_count{command=\"rename-agency\",outcome=\"refused\"} 1")
			.contains("gongkai_refusals_total{rule=\"agency-exists\"} 1.0")
			.contains("gongkai_refusals_total{rule=\"malformed\"} 1.0");
	}

	@Test
	void what_a_caller_sends_for_a_name_is_no_label() {
		server.post("zhao-buganjian", "{}");

		assertThat(meters()).contains("command=\"unknown\"").doesNotContain("zhao");
	}

	@Test
	void the_rows_of_a_file_are_counted_and_those_of_a_rehearsal_are_not() throws Exception {
		String file = "code,name,kind,registered_on\nr1,某镇,township,2000-01-01\nr2,某镇,no-such-kind,2000-01-01\n";
		imported("true", file);
		assertThat(meters()).doesNotContain("gongkai_imports_rows_total");
		imported("false", file);

		assertThat(meters()).contains("gongkai_imports_rows_total{outcome=\"recorded\"} 1.0")
			.contains("gongkai_imports_rows_total{outcome=\"refused\"} 1.0");
	}

	@Test
	void the_height_of_the_log_and_the_delay_of_positions_are_told() {
		server.post("register-agency", TOWN.formatted("m3"));

		await().atMost(30, TimeUnit.SECONDS)
			.untilAsserted(() -> assertThat(meters()).contains("gongkai_log_position " + server.allEvents() + ".0")
				.contains("gongkai_log_waiting 0.0")
				.contains("gongkai_sequencer_leading 1.0")
				.containsPattern("gongkai_sequencer_delay_seconds_count [1-9]"));
	}

	@Test
	void a_service_at_work_is_alive_and_ready() {
		assertThat(server.get("/management/health/liveness").body()).contains("\"status\":\"UP\"");
		assertThat(server.get("/management/health/readiness").body()).contains("\"positions\":{\"status\":\"UP\"}")
			.contains("\"db\"")
			.startsWith("{\"components\"");
	}

	private static void imported(String dryRun, String file) {
		String answer = server
			.send("/api/imports/agencies?fileName=a.csv&dryRun=" + dryRun, file.getBytes(StandardCharsets.UTF_8))
			.body();
		String id = answer.replaceAll(".*\"id\":\"([^\"]*)\".*", "$1");
		await().atMost(30, TimeUnit.SECONDS)
			.untilAsserted(() -> assertThat(server.get("/api/imports/" + id).body()).contains("\"state\":\"done\""));
	}

	private static String meters() {
		return server.get("/management/prometheus").body();
	}

}
