package org.gongkai.query.audit;

import java.time.LocalDate;
import java.util.List;

import org.gongkai.events.agency.AgencyKind;
import org.gongkai.events.agency.AgencyRegistered;
import org.gongkai.events.application.ApplicantKind;
import org.gongkai.events.application.ApplicationDecided;
import org.gongkai.events.application.ApplicationReceived;
import org.gongkai.events.application.Channel;
import org.gongkai.events.application.DeliveryWay;
import org.gongkai.events.application.Outcome;
import org.gongkai.events.application.Personal;
import org.gongkai.events.application.PersonalText;
import org.gongkai.events.application.RecordRectified;
import org.gongkai.events.application.ReplyDelivered;
import org.gongkai.events.audit.FindingAnswered;
import org.gongkai.events.audit.FindingClosed;
import org.gongkai.events.audit.FindingOpened;
import org.gongkai.events.audit.FindingResult;
import org.gongkai.events.disclosure.Category;
import org.gongkai.events.disclosure.InformationDrafted;
import org.gongkai.events.review.DisputedAct;
import org.gongkai.events.review.LawsuitFiled;
import org.gongkai.events.review.LawsuitKind;
import org.gongkai.query.QueryServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/// Today is 31 July 2024.
class FindingTest {

	private static final PersonalText SAID = new PersonalText(null, "送达回证在卷");

	private static QueryServer server;

	@BeforeAll
	static void open() {
		server = new QueryServer();
		server.record(new AgencyRegistered("C", "湘潭县", AgencyKind.COUNTY, null, on("2024-01-01")),
				new AgencyRegistered("T", "河口镇", AgencyKind.TOWNSHIP, "C", on("2023-01-01")),
				new AgencyRegistered("D", "司法所", AgencyKind.DISPATCHED_BODY, "T", on("2000-01-01")));
	}

	@AfterAll
	static void close() {
		server.close();
	}

	@Test
	void findings_are_listed_with_evidence_and_filtered() {
		record("1", "2023-03-31");
		record("2", "2023-03-20");
		server.record(new InformationDrafted("T/i1", "T", "i1", Category.ARTICLE_20_7, on("2024-06-03"), null,
				new PersonalText(null, "预算公开")));

		JsonNode late = server.get("/api/audit/findings?agency=T&rule=reply-overdue&record=T/1").at("/items/0");
		assertThat(late.path("findingId").asString()).isEqualTo("reply-overdue:T/1:0");
		assertThat(late.path("workingDays").asInt()).isEqualTo(2);
		assertThat(late.path("days").toString()).isEqualTo("[\"2023-03-29\",\"2023-03-31\"]");
		assertThat(late.path("evidence").valueStream().map((one) -> one.path("event").asString())).containsExactly(
				"application.ApplicationReceived", "application.ApplicationDecided", "application.ReplyDelivered");
		assertThat(late.path("severity").asString()).isEqualTo("serious");
		assertThat(late.path("article").asString()).isEqualTo("条例第三十三条");
		assertThat(late.path("state").asString()).isEqualTo("new");
		assertThat(server.get("/api/audit/findings?record=T/2").path("total").asInt()).isZero();
		assertThat(server.get("/api/audit/findings?agency=C&withSubordinates=true&rule=late-publication")
			.at("/items/0/record")
			.asString()).isEqualTo("information:T/i1");
		assertThat(server.get("/api/audit/findings?agency=C&rule=reply-overdue").path("total").asInt()).isZero();
		assertThat(server.get("/api/audit/findings?rule=no-such").path("code").asString()).isEqualTo("malformed");
		assertThat(server.get("/api/audit/findings?severity=note&agency=T&rule=reply-overdue").path("total").asInt())
			.isZero();
	}

	@Test
	void an_annual_report_without_publication_is_a_note_and_bodies_within_an_organ_have_none() {
		assertThat(server.get("/api/audit/findings?rule=late-annual-report")
			.path("items")
			.valueStream()
			.map((one) -> one.path("findingId").asString() + " " + one.path("severity").asString()))
			.containsExactly("late-annual-report:agency:T:2023 note");
	}

	@Test
	void what_looks_wrong_in_a_dispute_is_told() {
		server.record(new LawsuitFiled("lawsuit:T/1", "T", "1", LawsuitKind.DIRECT, null, null, DisputedAct.INACTION,
				null, on("2024-02-01"), false, new PersonalText(null, null)));

		JsonNode found = server.get("/api/audit/findings?record=lawsuit:T/1").at("/items/0");
		assertThat(found.path("findingId").asString()).isEqualTo("review-first:lawsuit:T/1:0");
		assertThat(found.path("severity").asString()).isEqualTo("note");
		assertThat(found.at("/evidence/0/event").asString()).isEqualTo("review.LawsuitFiled");
	}

	@Test
	void what_inspector_and_office_said_stands_beside_it() {
		record("3", "2023-03-31");
		server.record(opened("3"));
		assertThat(state("3")).isEqualTo("open");
		server.record(new FindingAnswered("reply-overdue:T/3:0", on("2024-07-02"), true, SAID));
		JsonNode answered = server.get("/api/audit/findings?record=T/3&state=answered").at("/items/0");
		assertThat(answered.at("/handling/disputed").asBoolean()).isTrue();
		server.record(new FindingClosed("reply-overdue:T/3:0", on("2024-07-03"), FindingResult.UPHELD, SAID));
		assertThat(state("3")).isEqualTo("closed");
		assertThat(server.call("GET", "/audit/findings/show?id=reply-overdue:T/3:0").body()).contains("机关有异议：送达回证在卷",
				"结案，属实", "application.ReplyDelivered");
	}

	@Test
	void a_finding_that_is_gone_by_a_later_correction_says_so() {
		record("4", "2023-03-31");
		server.record(opened("4"));
		assertThat(state("4")).isEqualTo("open");
		server.record(new RecordRectified("T/4", on("2024-07-05"), "收到日期登记有误", null, null, null, on("2023-03-06"), null,
				null, null, null));

		JsonNode gone = server.get("/api/audit/findings?record=T/4").at("/items/0");
		assertThat(gone.path("vanished").asBoolean()).isTrue();
		assertThat(gone.path("zh").asString()).startsWith("记录后经更正，该问题已不存在。原为：答复期限至2023-03-29");
		assertThat(gone.path("workingDays").asInt()).isEqualTo(2);
		assertThat(gone.path("state").asString()).isEqualTo("open");
	}

	@Test
	void the_page_lists_and_filters() {
		record("5", "2023-03-31");
		server.get("/api/status");

		assertThat(server.call("GET", "/audit/findings?rule=reply-overdue&agency=T").body()).contains("T/5", "答复超过法定期限",
				"严重");
		assertThat(server.call("GET", "/audit/findings?rule=fee-off-schedule").body()).doesNotContain("T/5");
		assertThat(server.call("GET", "/audit/findings/show?id=reply-overdue:T/0:0").statusCode()).isEqualTo(404);
		assertThat(server.get("/api/audit/rules").path("rules").size()).isGreaterThan(20);
	}

	private static String state(String number) {
		return server.get("/api/audit/findings?record=T/" + number).at("/items/0/state").asString();
	}

	private static FindingOpened opened(String number) {
		return new FindingOpened("reply-overdue:T/" + number + ":0", "reply-overdue", "T/" + number, "T",
				on("2024-07-01"), SAID);
	}

	/// Received on 1 March 2023, due on 29 March.
	private static void record(String number, String delivered) {
		String id = "T/" + number;
		server.record(
				new ApplicationReceived(id, "T", number, ApplicantKind.NATURAL_PERSON, Channel.ONLINE, on("2023-03-01"),
						on("2023-03-01"), false, new Personal("申请人", null, null, null, null, "所求", null, null)),
				new ApplicationDecided(id, Outcome.GRANTED, on("2023-03-20"), null, "条例第三十六条", List.of(), null),
				new ReplyDelivered(id, DeliveryWay.POST, on(delivered)));
	}

	private static LocalDate on(String day) {
		return LocalDate.parse(day);
	}

}
