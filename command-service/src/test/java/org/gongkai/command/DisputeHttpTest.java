package org.gongkai.command;

import java.net.http.HttpResponse;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DisputeHttpTest {

	private static CommandServer server;

	@BeforeAll
	static void open() {
		server = new CommandServer();
		accepted("register-agency",
				"{\"code\":\"T\",\"name\":\"某镇\",\"kind\":\"township\",\"registeredOn\":\"2000-01-01\"}");
		accepted("receive-application", """
				{"agency":"T","applicationNo":"1","applicantKind":"business","channel":"oral",
				"submittedOn":"2024-03-04","receivedOn":"2024-03-04"}""");
		accepted("decide-application",
				"{\"applicationId\":\"T/1\",\"outcome\":\"denied_6\",\"decidedOn\":\"2024-03-29\"}");
	}

	@AfterAll
	static void close() {
		server.close();
	}

	@Test
	void a_warning_comes_with_the_receipt_and_again_with_the_repeated_call() {
		String filed = """
				{"agency":"T","disputeNo":"行初1","kind":"direct","applicationId":"T/1","against":"reply",
				"filedOn":"2024-04-15"}""";
		HttpResponse<String> reply = server.post("file-lawsuit", filed, "Idempotency-Key", "suit-1");

		assertThat(reply.body()).isEqualTo("""
				{"stream":"lawsuit:T/行初1","version":0,"events":["review.LawsuitFiled"],"warnings":[\
				{"code":"review-first","article":"行政复议法第二十三条","zh":"应当先申请行政复议，不得直接起诉",\
				"en":"a refusal of 2024-03-29 under articles 14 to 16 is reviewed before it is sued over"}]}""");
		assertThat(server.post("file-lawsuit", filed, "Idempotency-Key", "suit-1").body()).isEqualTo(reply.body());
	}

	@Test
	void a_decision_opens_the_case_again_and_the_new_answer_closes_it() {
		accepted("file-review", """
				{"agency":"T","disputeNo":"复1","applicationId":"T/1","against":"reply","filedOn":"2024-04-15"}""");
		String order = "{\"applicationId\":\"T/1\",\"orderedOn\":\"2024-06-05\",\"disputeId\":\"review:T/复1\"}";
		refused("order-redecision", order, 422, "redecision-not-ordered");
		accepted("conclude-review", """
				{"disputeId":"review:T/复1","outcome":"corrected","form":"revoked","concludedOn":"2024-06-03",
				"ordersRedecision":true}""");
		accepted("order-redecision", order);
		refused("decide-application",
				"{\"applicationId\":\"T/1\",\"outcome\":\"granted\",\"decidedOn\":\"2024-06-20\"}", 422,
				"redecision-running");
		assertThat(accepted("redecide-application",
				"{\"applicationId\":\"T/1\",\"outcome\":\"granted\",\"decidedOn\":\"2024-06-20\"}"))
			.contains("application.ApplicationRedecided");
	}

	@Test
	void what_cannot_be_is_refused_and_leaves_nothing() {
		refused("conclude-review",
				"{\"disputeId\":\"review:T/none\",\"outcome\":\"upheld\",\"concludedOn\":\"2024-06-03\"}", 404,
				"unknown-dispute");
		refused("conclude-review",
				"{\"disputeId\":\"lawsuit:T/1\",\"outcome\":\"upheld\",\"concludedOn\":\"2024-06-03\"}", 400,
				"malformed");
		refused("file-review",
				"{\"agency\":\"T\",\"disputeNo\":\"9\",\"against\":\"other\",\"filedOn\":\"2024-08-15\"}", 422,
				"future-day");
		refused("order-redecision", "{\"applicationId\":\"T/1\",\"orderedOn\":\"2024-06-05\",\"disputeId\":\"复1\"}",
				400, "malformed");
	}

	@Test
	void an_agency_chooses_how_disputes_count() {
		accepted("choose-dispute-counting",
				"{\"code\":\"T\",\"counting\":\"new_only\",\"fromYear\":2024,\"chosenOn\":\"2024-07-01\"}");
		refused("choose-dispute-counting",
				"{\"code\":\"T\",\"counting\":\"new_only\",\"fromYear\":2026,\"chosenOn\":\"2024-07-01\"}", 400,
				"malformed");
		refused("choose-dispute-counting",
				"{\"code\":\"none\",\"counting\":\"new_only\",\"fromYear\":2024,\"chosenOn\":\"2024-07-01\"}", 422,
				"unknown-agency");
	}

	private static String accepted(String command, String json) {
		HttpResponse<String> reply = server.post(command, json);
		assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
		return reply.body();
	}

	private static void refused(String command, String json, int status, String code) {
		long before = server.events();
		HttpResponse<String> reply = server.post(command, json);
		assertThat(reply.body()).contains("\"code\":\"" + code + "\"");
		assertThat(reply.statusCode()).isEqualTo(status);
		assertThat(server.events()).isEqualTo(before);
	}

}
