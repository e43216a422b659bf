package org.gongkai.standalone.access;

import java.net.http.HttpResponse;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// What an account sees, what is written down of that, and what it may not do alone.
class ScopeTest {

	private static House house;

	@BeforeAll
	static void open() {
		house = new House();
		List.of("own", "below", "above", "foreign").forEach(house::received);
		house.account("clerk", "clerk", ", \"agency\": \"own\", \"withSubordinates\": true");
		house.account("narrow", "clerk", ", \"agency\": \"own\"");
		house.account("inspector", "inspector", "");
		house.account("administrator", "administrator", "");
	}

	@AfterAll
	static void close() {
		house.close();
	}

	@Test
	void a_search_that_names_no_agency_finds_what_is_in_one_s_charge() {
		house.get("owner", "/api/applications?fresh=true");

		assertThat(found("clerk")).containsExactlyInAnyOrder("own/1", "below/1");
		assertThat(found("narrow")).containsExactly("own/1");
		assertThat(found("inspector")).hasSize(4);
		assertThat(house.call("clerk", "GET", "/applications", "").body()).contains("own/1", "below/1")
			.doesNotContain("above/1", "foreign/1");
		assertThat(house.call("clerk", "GET", "/", "").body()).contains("id=own/1", "id=below/1")
			.doesNotContain("id=above/1", "id=foreign/1");
		assertThat(house.call("administrator", "GET", "/", "").body()).contains("没有在办的申请")
			.doesNotContain("张三", "id=own/1");
	}

	@Test
	void who_was_shown_a_case_is_written_down_and_stays() {
		house.get("clerk", "/api/application?fresh=true&id=below/1");

		assertThat(house.get("inspector", "/api/sightings?record=below/1").path("sightings").valueStream())
			.anySatisfy((sighting) -> {
				assertThat(sighting.path("account").asString()).isEqualTo("clerk");
				assertThat(sighting.path("place").asString()).isEqualTo("GET /api/application");
				assertThat(sighting.path("address").asString()).isEqualTo("127.0.0.1");
			});
		assertThat(house.call("clerk", "GET", "/api/sightings?record=below/1", "").statusCode()).isEqualTo(403);
	}

	@Test
	void who_drafted_a_piece_of_information_does_not_review_it() {
		house.account("drafter", "clerk", ", \"agency\": \"own\"");
		assertThat(house.call("owner", "POST", "/api/accounts/drafter/grants", "{\"role\": \"reviewer\"}").statusCode())
			.isEqualTo(200);
		house.account("reviewer", "reviewer", ", \"agency\": \"own\"");
		String draft = """
				{"agency": "own", "informationNo": "X1", "category": "article_20_1", "madeOn": "2024-03-04", "personal": {"text": "规划"}}""";
		String review = """
				{"informationId": "own/X1", "reviewedOn": "2024-03-05", "secrecy": "passed", "privacy": "passed", "result": "publish", "reviewer": "赵科长"}""";
		assertThat(house.call("drafter", "POST", "/api/commands/draft-information", draft).statusCode()).isEqualTo(200);

		HttpResponse<String> own = house.call("drafter", "POST", "/api/commands/review-information", review);

		assertThat(own.statusCode()).isEqualTo(403);
		assertThat(House.json(own).path("code").asString()).isEqualTo("four-eyes");
		assertThat(house.call("reviewer", "POST", "/api/commands/review-information", review).statusCode())
			.isEqualTo(200);
	}

	@Test
	void who_drafted_a_reply_does_not_decide_it_and_it_is_decided_as_drafted() {
		house.done("receive-application",
				"""
						{"agency": "own", "applicationNo": "D1", "applicantKind": "natural_person", "channel": "online", "submittedOn": "2024-03-04", "receivedOn": "2024-03-04"}""");
		house.account("author", "clerk", ", \"agency\": \"own\"");
		house.account("signer", "approver", ", \"agency\": \"own\"");
		assertThat(house.call("owner", "POST", "/api/accounts/author/grants", "{\"role\": \"approver\"}").statusCode())
			.isEqualTo(200);
		String reply = """
				{"applicationId": "own/D1", "outcome": "partly_granted", "legalBasis": "条例第三十七条", "withheldParts": [{"ground": "denied_5", "description": "会议记录"}]""";
		String decision = reply + ", \"decidedOn\": \"2024-03-12\", \"replyNo\": \"7号\"}";

		refused("author", "decide-application", decision, "decision-not-drafted");
		assertThat(
				house.call("author", "POST", "/api/commands/draft-decision", reply + ", \"draftedOn\": \"2024-03-11\"}")
					.statusCode())
			.isEqualTo(200);
		refused("author", "decide-application", decision, "four-eyes");
		refused("signer", "decide-application",
				decision.replace("partly_granted", "granted")
					.replace("[{\"ground\": \"denied_5\", \"description\": \"会议记录\"}]", "[]"),
				"decision-not-as-drafted");
		house.get("owner", "/api/application?fresh=true&id=own/D1");
		String page = house.call("signer", "GET", "/applications/show?id=own/D1", "").body();
		assertThat(page).contains("id=\"decide-application\"", "id=\"return-draft\"", "会议记录", "2024-03-11的拟稿");
		assertThat(house.call("signer", "POST", "/api/commands/decide-application", decision).statusCode())
			.isEqualTo(200);
	}

	@Test
	void a_draft_that_was_returned_is_decided_by_nobody() {
		house.done("receive-application",
				"""
						{"agency": "own", "applicationNo": "D2", "applicantKind": "natural_person", "channel": "online", "submittedOn": "2024-03-04", "receivedOn": "2024-03-04"}""");
		house.account("writer", "clerk", ", \"agency\": \"own\"");
		house.account("leader", "approver", ", \"agency\": \"own\"");
		house.call("writer", "POST", "/api/commands/draft-decision",
				"{\"applicationId\": \"own/D2\", \"outcome\": \"granted\", \"draftedOn\": \"2024-03-11\"}");

		assertThat(house
			.call("leader", "POST", "/api/commands/return-draft",
					"{\"applicationId\": \"own/D2\", \"returnedOn\": \"2024-03-12\", \"reason\": \"依据不明\"}")
			.statusCode()).isEqualTo(200);

		refused("leader", "decide-application",
				"{\"applicationId\": \"own/D2\", \"outcome\": \"granted\", \"decidedOn\": \"2024-03-12\"}",
				"decision-not-drafted");
		house.get("owner", "/api/application?fresh=true&id=own/D2");
		assertThat(house.call("leader", "GET", "/applications/show?id=own/D2", "").body()).contains("退回拟稿，原因：依据不明")
			.doesNotContain("id=\"decide-application\"");
	}

	private static void refused(String account, String command, String json, String code) {
		HttpResponse<String> answer = house.call(account, "POST", "/api/commands/" + command, json);
		assertThat(House.json(answer).path("code").asString()).as(answer.body()).isEqualTo(code);
	}

	@Test
	void a_file_records_the_rows_of_one_s_own_agency_and_refuses_the_others() {
		HttpResponse<String> taken = house.call("narrow", "POST", "/api/imports/tallies?fileName=t.csv",
				"application/octet-stream",
				"机关代码,统计项目,起始日期,截止日期,数量\nown,行政许可,2024-01-01,2024-06-30,5\nforeign,行政许可,2024-01-01,2024-06-30,5\n");
		String id = House.json(taken).path("id").asString();
		org.awaitility.Awaitility.await()
			.until(() -> house.get("narrow", "/api/imports/" + id).path("state").asString().equals("done"));

		assertThat(house.get("narrow", "/api/imports/" + id).path("recorded").asInt()).isEqualTo(1);
		assertThat(house.get("narrow", "/api/imports/" + id).at("/findings/0/code").asString())
			.isEqualTo("not-allowed");
		assertThat(house.call("clerk", "GET", "/api/imports/" + id, "").statusCode()).isEqualTo(404);
	}

	@Test
	void nobody_grants_to_himself_and_what_is_taken_back_is_taken_back_at_once() {
		assertThat(house.call("administrator", "POST", "/api/accounts/administrator/grants", "{\"role\": \"clerk\"}")
			.statusCode()).isEqualTo(403);
		house.account("gone", "clerk", ", \"agency\": \"own\"");
		house.get("gone", "/api/applications");
		house.call("administrator", "POST", "/api/accounts/gone/revocations",
				"{\"role\": \"clerk\", \"agency\": \"own\"}");
		assertThat(house.call("gone", "GET", "/api/applications", "").statusCode()).isEqualTo(403);
		house.call("administrator", "POST", "/api/accounts/gone/lock", "");
		assertThat(house.call("gone", "GET", "/api/applications", "").statusCode()).isEqualTo(401);
	}

	private static List<String> found(String account) {
		return house.get(account, "/api/applications?fresh=true")
			.path("items")
			.valueStream()
			.map((item) -> item.path("applicationId").asString())
			.toList();
	}

}
