package org.gongkai.command;

import java.net.http.HttpResponse;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DisclosureHttpTest {

	private static CommandServer server;

	@BeforeAll
	static void open() {
		server = new CommandServer();
		accepted("register-agency",
				"{\"code\":\"T\",\"name\":\"河口镇\",\"kind\":\"township\",\"registeredOn\":\"2000-01-01\"}");
	}

	@AfterAll
	static void close() {
		server.close();
	}

	@Test
	void a_piece_lives_from_draft_to_withdrawal() {
		accepted("draft-information", """
				{"agency":"T","informationNo":"2024-1","category":"article_20_7","madeOn":"2024-03-04",
				"personal":{"text":"财政决算"}}""");
		refused("publish-information",
				"{\"informationId\":\"T/2024-1\",\"channel\":\"website\",\"publishedOn\":\"2024-03-12\"}",
				"not-reviewed");
		accepted("review-information", """
				{"informationId":"T/2024-1","reviewedOn":"2024-03-08","secrecy":"passed","privacy":"passed",
				"result":"publish","reviewer":"赵科长"}""");
		accepted("publish-information",
				"{\"informationId\":\"T/2024-1\",\"channel\":\"website\",\"publishedOn\":\"2024-03-12\"}");
		HttpResponse<String> last = accepted("withdraw-information",
				"{\"informationId\":\"T/2024-1\",\"withdrawnOn\":\"2024-04-01\"}");

		assertThat(last.body()).isEqualTo(
				"{\"stream\":\"information:T/2024-1\",\"version\":3,\"events\":[\"disclosure.InformationWithdrawn\"]}");
	}

	@Test
	void a_document_and_an_application_of_one_number_are_two_records() {
		accepted("receive-application", """
				{"agency":"T","applicationNo":"7","applicantKind":"business","channel":"oral",
				"submittedOn":"2024-07-01","receivedOn":"2024-07-01"}""");
		accepted("make-document", """
				{"agency":"T","kind":"normative_document","documentNo":"7","title":"管理办法","madeOn":"2024-07-01"}""");
		accepted("repeal-document", "{\"documentId\":\"T/7\",\"repealedOn\":\"2024-07-02\",\"way\":\"lapsed\"}");

		refused("decide-application",
				"{\"applicationId\":\"document:T/7\",\"outcome\":\"granted\",\"decidedOn\":\"2024-07-02\"}",
				"malformed");
	}

	@Test
	void fees_are_stored_as_they_were_written() {
		accepted("record-tally", """
				{"agency":"T","tallyNo":"fees-2023","item":"fees","from":"2023-01-01","to":"2023-12-31",
				"amountWanYuan":59237.2400}""");

		assertThat(server.sql.queryForObject(
				"select payload ->> 'amountWanYuan' from log.events where stream_id = 'tally:T/fees-2023'",
				String.class))
			.isEqualTo("59237.2400");
	}

	@Test
	void days_ahead_and_records_that_are_not_there_are_refused() {
		refused("record-tally",
				"{\"agency\":\"T\",\"tallyNo\":\"x\",\"item\":\"licences\",\"from\":\"2024-01-01\",\"to\":\"2024-12-31\",\"count\":1}",
				"future-day");
		refused("strike-tally", "{\"tallyId\":\"T/none\",\"struckOn\":\"2024-07-01\",\"reason\":\"误\"}",
				"unknown-disclosure");
		refused("amend-document", "{\"documentId\":\"none\",\"amendedOn\":\"2024-07-01\"}", "malformed");
		assertThat(
				server.post("amend-document", "{\"documentId\":\"T/none\",\"amendedOn\":\"2024-07-01\"}").statusCode())
			.isEqualTo(404);
		accepted("draft-information", """
				{"agency":"T","informationNo":"later","category":"article_21","madeOn":"2024-07-30",
				"dueOn":"2024-08-30"}""");
	}

	private static HttpResponse<String> accepted(String command, String json) {
		HttpResponse<String> reply = server.post(command, json);
		assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
		return reply;
	}

	private static void refused(String command, String json, String code) {
		long before = server.events();
		assertThat(server.post(command, json).body()).contains("\"code\":\"" + code + "\"");
		assertThat(server.events()).isEqualTo(before);
	}

}
