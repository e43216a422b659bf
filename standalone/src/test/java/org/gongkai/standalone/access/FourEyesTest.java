package org.gongkai.standalone.access;

import java.net.http.HttpResponse;
import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// What an account may not do alone.
class FourEyesTest {

	private static House house;

	@BeforeAll
	static void open() {
		house = new House();
	}

	@AfterAll
	static void close() {
		house.close();
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
		house.received("own", "D1");
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
		house.received("own", "D2");
		house.account("writer", "clerk", ", \"agency\": \"own\"");
		house.account("leader", "approver", ", \"agency\": \"own\"");
		house.call("writer", "POST", "/api/commands/draft-decision",
				"""
						{"applicationId": "own/D2", "outcome": "partly_granted", "draftedOn": "2024-03-11", "legalBasis": "条例第三十六条",
						"withheldParts": [{"ground": "denied_5", "description": "会议记录"}]}""");

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
		Element form = Jsoup.parse(house.call("writer", "GET", "/applications/show?id=own/D2", "").body())
			.getElementById("draft-decision");
		assertThat(form).isNotNull();
		assertThat(form.select("option[selected]").eachAttr("value")).containsExactly("partly_granted", "denied_5");
		assertThat(form.select("input[type=text]").eachAttr("value")).contains("条例第三十六条", "会议记录");
	}

	@Test
	void an_outcome_is_rectified_by_an_approver_who_did_not_decide_it() {
		house.received("own", "D3");
		house.account("preparer", "clerk", ", \"agency\": \"own\"");
		house.account("decider", "approver", ", \"agency\": \"own\"");
		house.account("other", "approver", ", \"agency\": \"own\"");
		house.call("preparer", "POST", "/api/commands/draft-decision",
				"{\"applicationId\": \"own/D3\", \"outcome\": \"granted\", \"draftedOn\": \"2024-03-11\"}");
		assertThat(house
			.call("decider", "POST", "/api/commands/decide-application",
					"{\"applicationId\": \"own/D3\", \"outcome\": \"granted\", \"decidedOn\": \"2024-03-12\"}")
			.statusCode()).isEqualTo(200);
		String right = """
				{"applicationId": "own/D3", "rectifiedOn": "2024-03-13", "reason": "误录", "outcome": "denied_1"}""";

		refused("preparer", "rectify-record", right, "not-allowed");
		refused("decider", "rectify-record", right, "four-eyes");
		assertThat(house
			.call("preparer", "POST", "/api/commands/rectify-record",
					right.replace("\"outcome\": \"denied_1\"", "\"channel\": \"fax\""))
			.statusCode()).isEqualTo(200);
		house.get("owner", "/api/application?fresh=true&id=own/D3");
		assertThat(rectifiable("preparer")).doesNotContain("outcome").contains("concludedOn");
		assertThat(rectifiable("other")).contains("outcome");
		assertThat(house.call("other", "POST", "/api/commands/rectify-record", right).statusCode()).isEqualTo(200);
	}

	private static List<String> rectifiable(String account) {
		Element form = Jsoup.parse(house.call(account, "GET", "/applications/show?id=own/D3", "").body())
			.getElementById("rectify-record");
		return (form == null) ? List.of() : form.select("[name]").eachAttr("name");
	}

	private static void refused(String account, String command, String json, String code) {
		HttpResponse<String> answer = house.call(account, "POST", "/api/commands/" + command, json);
		assertThat(House.json(answer).path("code").asString()).as(answer.body()).isEqualTo(code);
	}

}
