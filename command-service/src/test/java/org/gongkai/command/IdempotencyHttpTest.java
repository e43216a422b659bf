package org.gongkai.command;

import java.net.http.HttpResponse;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.gongkai.log.personal.PersonalKeys;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Whose a key is, what is compared when it returns, and how long it is kept.
class IdempotencyHttpTest {

	private static final String KEY = "Idempotency-Key";

	private static CommandServer server;

	@BeforeAll
	static void start() {
		server = new CommandServer();
		for (String agency : List.of("own", "foreign")) {
			server.post("register-agency", "{\"code\": \"" + agency
					+ "\", \"name\": \"某局\", \"kind\": \"county\", \"registeredOn\": \"2000-01-01\"}");
		}
		account("wang", "own");
		account("chen", "own");
		account("li", "foreign");
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	private static void account(String name, String agency) {
		server.json("/api/accounts",
				"{\"account\": \"" + name + "\", \"displayName\": \"" + name + "\", \"machine\": true}");
		server.json("/api/accounts/" + name + "/grants", "{\"role\": \"clerk\", \"agency\": \"" + agency + "\"}");
	}

	private static String received(String number) {
		return "{\"agency\": \"own\", \"applicationNo\": \"" + number
				+ "\", \"applicantKind\": \"business\", \"channel\": \"online\", \"submittedOn\": \"2024-07-01\", \"receivedOn\": \"2024-07-01\"}";
	}

	private static HttpResponse<String> by(String account, String command, String body, String... headers) {
		String[] all = new String[headers.length + 2];
		all[0] = "Gongkai-Account";
		all[1] = account;
		System.arraycopy(headers, 0, all, 2, headers.length);
		return server.post(command, body, all);
	}

	private static void refused(HttpResponse<String> answer, int status, String code) {
		assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
		assertThat(answer.statusCode()).isEqualTo(status);
	}

	@Test
	void an_account_without_the_right_is_refused_though_it_knows_key_and_body() {
		String first = by("wang", "receive-application", received("1"), KEY, "k-1").body();
		assertThat(first).contains("\"own/1\"");

		HttpResponse<String> foreign = by("li", "receive-application", received("1"), KEY, "k-1");
		refused(foreign, 403, "not-allowed");
		assertThat(foreign.body()).doesNotContain("own/1");
		assertThat(by("wang", "receive-application", received("1"), KEY, "k-1").body()).isEqualTo(first);
	}

	@Test
	void an_account_that_lost_its_role_does_not_get_its_receipt_again() {
		account("zhao", "own");
		assertThat(by("zhao", "receive-application", received("2"), KEY, "k-2").statusCode()).isEqualTo(200);

		server.json("/api/accounts/zhao/revocations", "{\"role\": \"clerk\", \"agency\": \"own\"}");
		refused(by("zhao", "receive-application", received("2"), KEY, "k-2"), 403, "not-allowed");
	}

	@Test
	void each_account_has_its_own_keys() {
		assertThat(by("wang", "receive-application", received("3"), KEY, "same").body()).contains("\"own/3\"");
		assertThat(by("chen", "receive-application", received("4"), KEY, "same").body()).contains("\"own/4\"");
		assertThat(server.post("receive-application", received("5"), KEY, "same").body()).contains("\"own/5\"");

		// an equal call of another account is a call of its own
		refused(by("chen", "receive-application", received("3"), KEY, "other"), 422, "application-exists");
		refused(by("chen", "receive-application", received("3"), KEY, "same"), 422, "idempotency-key-reused");
	}

	@Test
	void a_call_that_tells_another_version_reason_or_actor_is_another_call() {
		assertThat(by("wang", "receive-application", received("6"), KEY, "k-6").statusCode()).isEqualTo(200);
		String act = "{\"applicationId\": \"own/6\", \"askedOn\": \"2024-07-08\"}";
		String first = by("wang", "consult-third-party", act, KEY, "k-6a", "If-Match", "\"0\"").body();
		assertThat(first).contains("\"version\":1");

		assertThat(by("wang", "consult-third-party", act, KEY, "k-6a", "If-Match", "\"0\"").body()).isEqualTo(first);
		refused(by("wang", "consult-third-party", act, KEY, "k-6a", "If-Match", "\"1\""), 422,
				"idempotency-key-reused");
		refused(by("wang", "consult-third-party", act, KEY, "k-6a"), 422, "idempotency-key-reused");
		refused(by("wang", "consult-third-party", act, KEY, "k-6a", "If-Match", "\"0\"", Actor.REASON, "x"), 422,
				"idempotency-key-reused");

		String owner = server.post("receive-application", received("7"), KEY, "k-7").body();
		assertThat(owner).contains("\"own/7\"");
		refused(server.post("receive-application", received("7"), KEY, "k-7", Actor.HEADER, "chen"), 422,
				"idempotency-key-reused");
	}

	@Test
	void equal_calls_at_once_record_once_and_get_one_answer() {
		long before = server.events();
		List<CompletableFuture<HttpResponse<String>>> calls = IntStream.range(0, 8)
			.mapToObj((_) -> CompletableFuture
				.supplyAsync(() -> by("wang", "receive-application", received("8"), KEY, "k-8")))
			.toList();

		assertThat(calls.stream().map((call) -> call.join().statusCode() + call.join().body()).distinct()).hasSize(1)
			.allSatisfy((answer) -> assertThat(answer).startsWith("200").contains("\"own/8\""));
		assertThat(server.events()).isEqualTo(before + 1);
	}

	@Test
	void a_call_that_an_earlier_build_recorded_is_not_recorded_again() {
		String first = by("wang", "receive-application", received("9"), KEY, "k-9").body();
		String reply = server.sql.queryForObject("select reply from command.idempotent_replies where key = 'k-9'",
				String.class);
		server.sql.update("delete from command.idempotent_replies where key = 'k-9'");
		// the statement of the earlier build
		server.sql.update("insert into command.idempotent_replies values (?, ?, ?, ?)", "k-9",
				server.part(PersonalKeys.class).fingerprint("receive-application\n" + received("9")), reply,
				Timestamp.from(CommandServer.NOW));
		long before = server.events();

		assertThat(by("wang", "receive-application", received("9"), KEY, "k-9").body()).isEqualTo(first);
		refused(by("li", "receive-application", received("9"), KEY, "k-9"), 403, "not-allowed");
		refused(by("wang", "receive-application", received("10"), KEY, "k-9"), 422, "idempotency-key-reused");
		assertThat(server.events()).isEqualTo(before);
	}

	@Test
	void an_earlier_build_beside_this_one_finds_what_this_one_recorded() {
		by("wang", "receive-application", received("11"), KEY, "k-11");

		assertThat(server.sql.queryForList("select request_hash from command.idempotent_replies where key = 'k-11'",
				String.class))
			.containsExactly(server.part(PersonalKeys.class).fingerprint("receive-application\n" + received("11")));
	}

	@Test
	void replies_are_deleted_after_their_retention() {
		Timestamp expired = Timestamp
			.from(CommandServer.NOW.minus(IdempotentReplies.RETENTION).minus(Duration.ofSeconds(1)));
		Timestamp kept = Timestamp.from(CommandServer.NOW.minus(IdempotentReplies.RETENTION));
		server.sql.update("insert into command.idempotent_replies select 'old-' || n, 'x', '{}', ?, 'wang', 'x'"
				+ " from generate_series(1, 1500) n", expired);
		server.sql.update("insert into command.idempotent_replies values ('kept', 'x', '{}', ?, 'wang', 'x')", kept);

		// the first call after a start deletes, and then one in a hundred
		server.restart();
		by("wang", "receive-application", received("12"), KEY, "k-12");
		assertThat(left()).isEqualTo(500);
		server.restart();
		by("wang", "receive-application", received("13"), KEY, "k-13");
		assertThat(left()).isZero();
		assertThat(server.sql.queryForObject("select count(*) from command.idempotent_replies where key = 'kept'",
				Long.class))
			.isEqualTo(1);
	}

	private static long left() {
		Map<String, Object> row = server.sql
			.queryForMap("select count(*) as left from command.idempotent_replies where key like 'old-%'");
		return (long) row.get("left");
	}

}
