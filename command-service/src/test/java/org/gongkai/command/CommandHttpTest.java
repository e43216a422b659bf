package org.gongkai.command;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CommandHttpTest {

	private static CommandServer server;

	@BeforeAll
	static void open() {
		server = new CommandServer();
		accepted("register-agency",
				"{\"code\":\"430321\",\"name\":\"河口镇\",\"kind\":\"township\",\"registeredOn\":\"2000-01-01\"}");
	}

	@AfterAll
	static void close() {
		server.close();
	}

	@Test
	void an_accepted_command_tells_its_events_and_the_new_version() {
		HttpResponse<String> reply = receive("2024-1");

		assertThat(reply.statusCode()).isEqualTo(200);
		assertThat(reply.body())
			.isEqualTo("{\"stream\":\"430321/2024-1\",\"version\":0,\"events\":[\"application.ApplicationReceived\"]}");
		assertThat(reply.headers().firstValue("ETag")).hasValue("\"0\"");
		assertThat(server.sql.queryForMap(
				"""
						select metadata ->> 'actor' as actor, metadata ->> 'via' as via, payload -> 'personal' ->> 'cipher' as cipher,
						payload::text like '%李某%' as clear,
						payload ->> 'receivedOn' as received, recorded_at::text as recorded, stream_type from log.events
						where stream_id = '430321/2024-1'"""))
			.containsEntry("actor", "王科员")
			.containsEntry("via", "http")
			.containsEntry("cipher", "aes-256-gcm")
			.containsEntry("clear", false)
			.containsEntry("received", "2024-07-01")
			.containsEntry("stream_type", "application");
	}

	@Test
	void a_broken_rule_is_a_problem_with_its_article_and_leaves_nothing() {
		receive("2024-2");
		long before = server.events();

		HttpResponse<String> reply = server.post("decide-application",
				"{\"applicationId\":\"430321/2024-2\",\"outcome\":\"granted\",\"decidedOn\":\"2024-06-30\"}");

		assertThat(reply.statusCode()).isEqualTo(422);
		assertThat(reply.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
		assertThat(reply.body()).contains("\"code\":\"before-receipt\"", "条例第三十一条",
				"urn:gongkai:problem:before-receipt");
		assertThat(server.events()).isEqualTo(before);
	}

	@Test
	void bad_input_of_every_kind_is_refused_clearly_and_leaves_nothing() {
		receive("2024-3");
		long before = server.events();

		problem(server.post("receive-application", "{"), 400, "malformed");
		problem(server.post("receive-application", ""), 400, "malformed");
		problem(server.post("receive-application", "null"), 400, "malformed");
		problem(server.post("receive-application", "[]"), 400, "malformed");
		problem(server.post("receive-application", "{\"agencyy\":\"x\"}"), 400, "malformed");
		problem(server.post("decide-application",
				"{\"applicationId\":\"430321/2024-3\",\"outcome\":\"given\",\"decidedOn\":\"2024-07-02\"}"), 400,
				"malformed");
		problem(server.post("decide-application",
				"{\"applicationId\":\"430321/2024-3\",\"outcome\":\"granted\",\"decidedOn\":\"2024-02-30\"}"), 400,
				"malformed");
		problem(server.post("decide-application",
				"{\"applicationId\":\"430321/2024-3\",\"outcome\":\"granted\",\"decidedOn\":\"2024-08-01\"}"), 422,
				"future-day");
		problem(server.post("decide-application",
				"{\"applicationId\":\"430321/none\",\"outcome\":\"granted\",\"decidedOn\":\"2024-07-02\"}"), 404,
				"unknown-application");
		problem(server.post("receive-application", received("999", "1")), 422, "unknown-agency");
		problem(server.post("receive-application", received("430321", "2024-3")), 422, "application-exists");
		problem(server.post("no-such-command", "{}"), 404, "unknown-command");
		problem(server.post("receive-application", received("430321", "4"), "no actor"), 400, "actor-missing");
		problem(server.post("rename-agency", "{\"code\":\"none\",\"name\":\"x\",\"renamedOn\":\"2024-01-01\"}"), 422,
				"unknown-agency");

		assertThat(server.events()).isEqualTo(before);
	}

	@Test
	void a_subject_of_40_megabytes_is_refused_without_being_read() {
		String start = received("430321", "big").replace("\"某项目", "\"");
		byte[] block = "宽".repeat(1 << 16).getBytes(java.nio.charset.StandardCharsets.UTF_8);
		long before = server.events();

		HttpResponse<String> announced = server.post("receive-application", start + "x".repeat(40_000_000));
		HttpResponse<String> chunked = server.post("receive-application",
				HttpRequest.BodyPublishers.ofByteArrays(Collections.nCopies(200, block)));

		problem(announced, 413, "too-long");
		problem(chunked, 413, "too-long");
		problem(server.post("receive-application", received("430321", "big").replace("某项目", "宽".repeat(4_001))), 422,
				"too-long");
		assertThat(server.events()).isEqualTo(before);
	}

	@Test
	void a_repeated_call_with_its_key_gets_the_first_answer_even_after_a_restart() {
		String body = received("430321", "2024-5");
		HttpResponse<String> first = server.post("receive-application", body, "Idempotency-Key", "k-5");
		long events = server.events();

		HttpResponse<String> again = server.post("receive-application", body, "Idempotency-Key", "k-5");
		server.restart();
		HttpResponse<String> later = server.post("receive-application", body, "Idempotency-Key", "k-5");

		assertThat(List.of(again.body(), later.body())).containsOnly(first.body());
		assertThat(server.events()).isEqualTo(events);
		problem(server.post("receive-application", received("430321", "2024-6"), "Idempotency-Key", "k-5"), 422,
				"idempotency-key-reused");
	}

	@Test
	void a_key_is_not_spent_by_a_refusal() {
		problem(server.post("receive-application", received("999", "7"), "Idempotency-Key", "k-7"), 422,
				"unknown-agency");

		assertThat(
				server.post("receive-application", received("430321", "2024-7"), "Idempotency-Key", "k-7").statusCode())
			.isEqualTo(200);
	}

	@Test
	void a_stale_version_is_refused() {
		receive("2024-8");
		String asked = "{\"applicationId\":\"430321/2024-8\",\"askedOn\":\"2024-07-03\"}";

		assertThat(server.post("ask-for-reasons", asked, "If-Match", "\"0\"").statusCode()).isEqualTo(200);
		problem(server.post("consult-third-party", asked, "If-Match", "\"0\""), 412, "version-conflict");
		problem(server.post("consult-third-party", asked, "If-Match", "zero"), 400, "malformed");
		assertThat(server.post("consult-third-party", asked, "If-Match", "\"1\"").headers().firstValue("ETag"))
			.hasValue("\"2\"");
	}

	@Test
	void of_many_decisions_at_once_one_is_recorded() {
		receive("2024-9");

		List<CompletableFuture<Integer>> replies = IntStream.range(0, 16)
			.mapToObj((_) -> CompletableFuture.supplyAsync(() -> server
				.post("decide-application",
						"{\"applicationId\":\"430321/2024-9\",\"outcome\":\"granted\",\"decidedOn\":\"2024-07-05\"}")
				.statusCode()))
			.toList();

		assertThat(replies.stream().map(CompletableFuture::join)).containsOnlyOnce(200).containsOnly(200, 422);
		assertThat(server.sql.queryForObject("select count(*) from log.events where stream_id = '430321/2024-9'",
				Long.class))
			.isEqualTo(2);
	}

	private static HttpResponse<String> receive(String number) {
		return accepted("receive-application", received("430321", number));
	}

	private static HttpResponse<String> accepted(String command, String json) {
		HttpResponse<String> reply = server.post(command, json);
		assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
		return reply;
	}

	private static String received(String agency, String number) {
		return """
				{"agency":"%s","applicationNo":"%s","applicantKind":"natural_person","channel":"in_person",
				"submittedOn":"2024-07-01","receivedOn":"2024-07-01","personal":{"name":"李某","subject":"某项目批复"}}"""
			.formatted(agency, number);
	}

	private static void problem(HttpResponse<String> reply, int status, String code) {
		assertThat(reply.body()).contains("\"code\":\"" + code + "\"");
		assertThat(reply.statusCode()).as(reply.body()).isEqualTo(status);
	}

}
