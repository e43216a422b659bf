package org.gongkai.standalone.access;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// An office whose PostgreSQL has lost its connections and takes no new ones for a while.
class DatabaseOutageTest {

	private static final String CASE = """
			{"agency": "own", "applicationNo": "%s", "applicantKind": "natural_person", "channel": "online",
			"submittedOn": "2024-03-04", "receivedOn": "2024-03-04", "personal": {"name": "张三"}}""";

	@Test
	void everything_is_answered_with_503_until_the_database_is_back_and_then_goes_on() throws Exception {
		try (House house = new House()) {
			house.account("program", "clerk", ", \"agency\": \"own\"");
			assertThat(receive(house, "1").statusCode()).isEqualTo(200);
			assertThat(anonymous(house, "/management/health/readiness").statusCode()).isEqualTo(200);
			long server = house.office.databasePid();

			signal("STOP", server);
			try {
				for (long connection : connections(server)) {
					signal("TERM", connection);
				}

				problem(house.call("program", "GET", "/api/agencies", ""));
				problem(house.call("owner", "GET", "/api/agencies", ""));
				problem(receive(house, "2"));
				HttpResponse<String> page = anonymous(house, "/sign-in?refused", "gongkai-session",
						"MDAwMDAwMDAtMDAwMC0wMDAwLTAwMDAtMDAwMDAwMDAwMDAw");
				assertThat(page.statusCode()).isEqualTo(503);
				assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
				assertThat(page.headers().firstValue("Retry-After")).isPresent();
				assertThat(page.body()).contains("系统暂时不能提供服务", "The service is not available");
				// health is kept for a second
				await().untilAsserted(() -> {
					HttpResponse<String> readiness = anonymous(house, "/management/health/readiness");
					assertThat(readiness.statusCode()).isEqualTo(503);
					assertThat(readiness.body()).isEqualTo("{\"status\":\"DOWN\"}");
				});
				assertThat(anonymous(house, "/management/health/liveness").statusCode()).isEqualTo(200);
			}
			finally {
				signal("CONT", server);
			}

			await().untilAsserted(
					() -> assertThat(anonymous(house, "/management/health/readiness").statusCode()).isEqualTo(200));
			assertThat(receive(house, "2").statusCode()).as("with the same key").isEqualTo(200);
			assertThat(receive(house, "2").statusCode()).isEqualTo(200);
			assertThat(house.get("program", "/api/application?fresh=true&id=own/1").toString()).contains("own/1");
			assertThat(house.get("program", "/api/application?fresh=true&id=own/2").toString()).contains("own/2");
		}
	}

	private static void problem(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
		assertThat(answer.headers().firstValue("Retry-After")).isPresent();
		assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
		assertThat(answer.body()).contains("\"code\":\"unavailable\"");
	}

	private static HttpResponse<String> receive(House house, String number) {
		return house.send(house.request("program", "/api/commands/receive-application")
			.header("Content-Type", "application/json")
			.header("Idempotency-Key", "case-" + number)
			.POST(BodyPublishers.ofString(CASE.formatted(number))));
	}

	private static HttpResponse<String> anonymous(House house, String path) {
		return house.send(HttpRequest.newBuilder(URI.create(house.office.url() + path)));
	}

	private static HttpResponse<String> anonymous(House house, String path, String cookie, String value) {
		return house
			.send(HttpRequest.newBuilder(URI.create(house.office.url() + path)).header("Cookie", cookie + "=" + value));
	}

	/// The processes of PostgreSQL that serve a client each.
	private static List<Long> connections(long server) {
		return ProcessHandle.of(server)
			.orElseThrow()
			.children()
			.map(ProcessHandle::pid)
			.filter((pid) -> title(pid).contains("127.0.0.1("))
			.toList();
	}

	private static String title(long pid) {
		try {
			return Files.readString(Path.of("/proc", String.valueOf(pid), "cmdline"));
		}
		catch (IOException ex) {
			return ""; // it has ended
		}
	}

	private static void signal(String name, long pid) throws Exception {
		new ProcessBuilder("kill", "-" + name, String.valueOf(pid)).inheritIO().start().waitFor();
	}

}
