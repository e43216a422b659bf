package org.gongkai.command;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

import org.gongkai.command.application.ReceiveApplication;
import org.gongkai.events.application.ApplicantKind;
import org.gongkai.events.application.Channel;
import org.gongkai.log.EventJson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/// Text as the command-service takes it and stores it.
class TextHttpTest {

	private static CommandServer server;

	@BeforeAll
	static void open() {
		server = new CommandServer();
		server.post("register-agency", """
				{"code": "T", "name": "某镇", "kind": "township", "registeredOn": "2018-01-01"}""");
	}

	@AfterAll
	static void close() {
		server.close();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "applicationNo | a\\ud800 | text-encoding", "applicationNo | a\\u0000 | text-control",
					"applicationNo | 2024\\u200b1 | text-invisible", "applicationNo | a\\u202eb | text-invisible",
					"applicationNo | a\\u3000b | text-invisible", "personal.name | 张\\u2067三 | text-invisible",
					"personal.name | 张\\n三 | text-control", "personal.name | 张\\uffff三 | text-encoding",
					"personal.phone | 139\\u00ad8 | text-invisible", "personal.subject | a\\u0000 | text-control",
					"personal.subject | \\udc00\\ud800 | text-encoding",
					"personal.address | a\\u001b[31m | text-control" })
	void a_text_that_cannot_be_recorded_is_refused_by_its_field(String field, String text, String code) {
		long before = server.events();

		JsonNode problem = json(received(field.equals("applicationNo") ? text : "no-" + code,
				field.startsWith("personal.") ? "\"" + field.substring(9) + "\": \"" + text + "\"" : ""), 400);

		assertThat(problem.path("code").asString()).isEqualTo(code);
		assertThat(problem.path("field").asString()).isEqualTo(field);
		assertThat(problem.path("title").asString()).isNotBlank();
		assertThat(problem.path("detail").asString()).startsWith(field + " has ").contains("U+");
		assertThat(server.events()).isEqualTo(before);
	}

	@Test
	void what_is_accepted_is_stored_in_nfc_with_line_feeds() {
		json(received("Cafe\\u0301-1", "\"name\": \"葛\\udb40\\udd00城\", \"subject\": \"甲\\r\\n乙\\u000b丙e\\u0301\""),
				200);

		assertThat(server.sql.queryForObject(
				"select payload ->> 'applicationNo' from log.events where stream_id = 'T/Caf\u00E9-1'", String.class))
			.isEqualTo("Caf\u00E9-1");
		assertThat(json(received("Caf\\u00e9-1", ""), 422).path("code").asString()).isEqualTo("application-exists");
	}

	@Test
	void lengths_are_counted_in_characters() {
		assertThat(json(received("𠮷".repeat(64), "\"name\": \"" + "𠮷".repeat(200) + "\""), 200).path("stream")
			.asString()).isEqualTo("T/" + "𠮷".repeat(64));
		assertThat(json(received("n", "\"name\": \"" + "𠮷".repeat(201) + "\""), 422).path("code").asString())
			.isEqualTo("too-long");
	}

	@Test
	void a_number_that_was_stored_in_another_form_is_reached_in_every_form_and_not_given_twice() {
		server.commands()
			.handle(new ReceiveApplication("T", "\u1112\u1161\u11AB-1", ApplicantKind.BUSINESS, Channel.ORAL,
					LocalDate.of(2024, 3, 4), LocalDate.of(2024, 3, 4), null, false), Circumstances.of("王科员", "http"));

		json(server.post("extend-deadline",
				"{\"applicationId\": \"T/\uD55C-1\", \"notifiedOn\": \"2024-03-05\", \"workingDays\": 5, \"reason\": \"复杂\"}"),
				200);
		json(server.post("decide-application",
				"{\"applicationId\": \"T/\u1112\u1161\u11AB-1\", \"outcome\": \"granted\", \"decidedOn\": \"2024-03-06\"}"),
				200);
		assertThat(json(received("\uD55C-1", ""), 422).path("code").asString()).isEqualTo("number-spelt-alike");
		assertThat(server.sql.queryForObject("select count(*) from log.events where stream_id = ?", Long.class,
				"T/\u1112\u1161\u11AB-1"))
			.isEqualTo(3);
	}

	@Test
	void a_body_or_header_that_is_no_utf_8_is_refused() {
		byte[] lone = "{\"code\": \"\u00ED\u00A0\u0080\"}".getBytes(StandardCharsets.ISO_8859_1);
		HttpResponse<String> body = server.post("register-agency",
				java.net.http.HttpRequest.BodyPublishers.ofByteArray(lone));
		assertThat(json(body, 400).path("code").asString()).isEqualTo("malformed");

		for (String actor : new String[] { "%ED%A0%80", "%00", "a%E2%80%AE", "%FF" }) {
			JsonNode problem = json(server.post("register-agency", "{}", Actor.HEADER, actor), 400);
			assertThat(problem.path("code").asString()).as(actor).startsWith("text-");
		}
	}

	@Test
	void an_account_is_named_by_what_can_be_seen() {
		for (String name : new String[] { "a\\u0000", "a\\ud800", "a\\u202e", "\\u200b", "\\u2800" }) {
			assertThat(server.json("/api/accounts", "{\"account\": \"wang\", \"displayName\": \"" + name + "\"}"))
				.containsAnyOf("\"text-", "\"malformed\"")
				.contains("\"field\":\"displayName\"");
		}
		server.json("/api/accounts", "{\"account\": \"cafe\", \"displayName\": \"Cafe\\u0301\"}");
		assertThat(server.get("/api/accounts").body()).contains("Caf\u00E9");
		assertThat(server.json("/api/accounts/cafe/grants", "{\"role\": \"clerk\", \"agency\": \"\\u0000\"}"))
			.contains("\"text-control\"");
	}

	private static HttpResponse<String> received(String number, String personal) {
		return server.post("receive-application", """
				{"agency": "T", "applicationNo": "%s", "applicantKind": "natural_person", "channel": "oral",
				"submittedOn": "2024-03-04", "receivedOn": "2024-03-04", "personal": {%s}}""".formatted(number,
				personal));
	}

	private static JsonNode json(HttpResponse<String> answer, int status) {
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
		return EventJson.mapper().readTree(answer.body());
	}

}
