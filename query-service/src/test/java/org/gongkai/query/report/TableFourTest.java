package org.gongkai.query.report;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import org.gongkai.events.agency.AgencyKind;
import org.gongkai.events.agency.AgencyRegistered;
import org.gongkai.events.agency.DisputeCounting;
import org.gongkai.events.agency.DisputeCountingChosen;
import org.gongkai.events.application.ApplicantKind;
import org.gongkai.events.application.ApplicationDecided;
import org.gongkai.events.application.ApplicationReceived;
import org.gongkai.events.application.ApplicationRedecided;
import org.gongkai.events.application.Channel;
import org.gongkai.events.application.Outcome;
import org.gongkai.events.application.Personal;
import org.gongkai.events.application.PersonalText;
import org.gongkai.events.application.RedecisionOrdered;
import org.gongkai.events.review.DisputeEntryStruck;
import org.gongkai.events.review.DisputeOutcome;
import org.gongkai.events.review.DisputeRectified;
import org.gongkai.events.review.DisputedAct;
import org.gongkai.events.review.LawsuitConcluded;
import org.gongkai.events.review.LawsuitFiled;
import org.gongkai.events.review.LawsuitKind;
import org.gongkai.events.review.LawsuitWithdrawn;
import org.gongkai.events.review.ReviewConcluded;
import org.gongkai.events.review.ReviewFiled;
import org.gongkai.events.review.RulingForm;
import org.gongkai.query.QueryServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class TableFourTest {

	private static QueryServer server;

	@BeforeAll
	static void open() {
		server = new QueryServer();
		server.record(agency("C", null), agency("T", "C"));
		server.record(received("T/1", "2022-12-01"), decided("T/1", Outcome.DENIED_6, "2022-12-28"));
		server.record(review("T", "1", "T/1", "2022-12-30"), concluded("T", "1", DisputeOutcome.UPHELD, "2023-02-10"),
				suit("T", "1", LawsuitKind.AFTER_REVIEW, "T/1", "review:T/1", "2023-02-20", false),
				review("T", "2", null, "2023-05-04"), concluded("T", "2", DisputeOutcome.CORRECTED, "2024-01-09"),
				suit("T", "2", LawsuitKind.DIRECT, null, null, "2023-06-01", false),
				new LawsuitWithdrawn("lawsuit:T/2", LocalDate.parse("2023-07-03"), null),
				suit("T", "3", LawsuitKind.AFTER_REVIEW, null, null, "2023-06-02", true));
	}

	@AfterAll
	static void close() {
		server.close();
	}

	@Test
	void a_dispute_counts_when_filed_and_while_pending_with_its_outcome_of_the_year() {
		assertThat(table("T/2022")).isEqualTo(List.of(0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
		assertThat(table("T/2023")).isEqualTo(List.of(1, 0, 0, 1, 2, 0, 0, 1, 0, 1, 0, 0, 0, 1, 1));
		assertThat(table("T/2024")).isEqualTo(List.of(0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1));
		assertThat(table("C/2023?withSubordinates=true")).isEqualTo(table("T/2023"));
		assertThat(server.get("/api/reports/T/2023").at("/disputeCounting").asString())
			.isEqualTo("including_carried_in");
	}

	@Test
	void an_office_may_count_what_is_new_alone_from_a_year_on() {
		server.record(agency("N", null), review("N", "1", null, "2022-05-04"), review("N", "2", null, "2023-05-04"),
				new DisputeCountingChosen("N", DisputeCounting.NEW_ONLY, 2024, LocalDate.parse("2024-07-01")));

		assertThat(table("N/2023").subList(3, 5)).isEqualTo(List.of(2, 2));
		assertThat(table("N/2024").subList(3, 5)).isEqualTo(List.of(0, 0));
		assertThat(server.call("GET", "/reports/N/2023").body()).contains("注：行政复议、行政诉讼数量含上年度结转数量。");
		assertThat(server.call("GET", "/reports/N/2024").body()).contains("不含上年度结转数量。");

		long known = server.get("/api/reports/N/2024").at("/asOf/position").asLong();
		server.record(new DisputeCountingChosen("N", DisputeCounting.INCLUDING_CARRIED_IN, 2024,
				LocalDate.parse("2024-07-02")));
		assertThat(table("N/2024").subList(3, 5)).isEqualTo(List.of(2, 2));
		assertThat(table("N/2024?knownAt=" + known).subList(3, 5)).isEqualTo(List.of(0, 0));
	}

	@Test
	void what_was_recorded_later_does_not_change_the_table_as_it_was_known() {
		server.record(agency("K", null), review("K", "1", null, "2023-05-04"));
		long known = server.get("/api/reports/K/2023").at("/asOf/position").asLong();
		server.record(concluded("K", "1", DisputeOutcome.OTHER, "2023-06-20"));

		assertThat(table("K/2023")).startsWith(0, 0, 1, 0, 1);
		assertThat(table("K/2023?knownAt=" + known)).startsWith(0, 0, 0, 1, 1);
		assertThat(disputes("K/2023", "block=review&result=pending&knownAt=" + known)).containsExactly("review:K/1");
	}

	@Test
	void a_rectified_day_moves_the_dispute_and_a_struck_one_counts_nowhere() {
		server.record(agency("R", null), review("R", "1", null, "2024-01-02"), review("R", "2", null, "2024-01-03"),
				suit("R", "3", LawsuitKind.DIRECT, null, null, "2024-01-04", false),
				new DisputeRectified("review:R/1", LocalDate.parse("2024-02-01"), "录入错误", null, null, null, null, null,
						LocalDate.parse("2023-12-29"), null, null, null, null, null, null),
				new DisputeEntryStruck("review:R/2", LocalDate.parse("2024-02-01"), 0, "重复登记"),
				new DisputeRectified("lawsuit:R/3", LocalDate.parse("2024-02-01"), "录入错误", null, null,
						LawsuitKind.AFTER_REVIEW, null, null, null, null, null, null, null, null, null));

		assertThat(table("R/2023")).startsWith(0, 0, 0, 1, 1);
		assertThat(table("R/2024")).isEqualTo(List.of(0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1));
	}

	@Test
	void every_cell_opens_into_its_disputes() {
		assertThat(disputes("T/2023", "block=review")).containsExactly("review:T/1", "review:T/2");
		assertThat(disputes("T/2023", "block=direct&result=other")).containsExactly("lawsuit:T/2");
		assertThat(disputes("T/2024", "block=after_review&result=pending")).containsExactly("lawsuit:T/1");
		assertThat(server.call("GET", "/reports/T/2023").body())
			.contains("/reports/T/2023/disputes?row=after_review&amp;column=pending");
		assertThat(server.call("GET", "/reports/T/2023/disputes?row=after_review&column=pending").body())
			.contains("lawsuit:T/1", "行政诉讼（复议后起诉）");
		assertThat(server.call("GET", "/api/reports/T/2023/table-four/disputes?block=appeal").statusCode())
			.isEqualTo(404);
	}

	@Test
	void a_new_answer_that_was_ordered_changes_no_row_of_table_three() {
		server.record(agency("A", null), received("A/1", "2023-02-01"), decided("A/1", Outcome.DENIED_6, "2023-02-20"));
		JsonNode before2023 = server.get("/api/reports/A/2023").at("/table3");
		JsonNode before2024 = server.get("/api/reports/A/2024").at("/table3");

		server.record(review("A", "1", "A/1", "2023-03-01"),
				new ReviewConcluded("review:A/1", DisputeOutcome.CORRECTED, RulingForm.REVOKED,
						LocalDate.parse("2024-04-01"), null, true),
				new RedecisionOrdered("A/1", LocalDate.parse("2024-07-01"), "review:A/1", null));
		JsonNode open = server.get("/api/application?id=A/1").at("/application");

		assertThat(open.at("/outcome").asString()).isEqualTo("denied_6");
		assertThat(open.at("/dueOn").asString()).isEqualTo("2024-07-29");
		assertThat(open.at("/overdue").asBoolean()).isTrue();
		assertThat(server.call("GET", "/api/applications?agency=A&state=overdue").body()).contains("A/1");

		server.record(new ApplicationRedecided("A/1", Outcome.GRANTED, LocalDate.parse("2024-07-30"), "〔2024〕9号", null,
				List.of(), null));
		JsonNode again = server.get("/api/application?id=A/1").at("/application");

		assertThat(again.at("/redecision/outcome").asString()).isEqualTo("granted");
		assertThat(again.at("/concludedOn").asString()).isEqualTo("2023-02-20");
		assertThat(server.get("/api/applications?agency=A&state=open").at("/items")).isEmpty();
		assertThat(server.get("/api/reports/A/2023").at("/table3")).isEqualTo(before2023);
		assertThat(server.get("/api/reports/A/2024").at("/table3")).isEqualTo(before2024);
		assertThat(server.call("GET", "/applications/show?id=A/1").body()).contains("重新答复", "责令", "〔2024〕9号",
				"/disputes/show?id=review:A/1");
	}

	@Test
	void a_dispute_is_shown_with_what_looks_wrong_in_it_and_its_history() {
		server.record(agency("W", null),
				new ApplicationReceived("W/1", "W", "1", ApplicantKind.BUSINESS, Channel.ORAL,
						LocalDate.parse("2024-01-02"), LocalDate.parse("2024-01-02"), false, nobody()),
				decided("W/1", Outcome.DENIED_1, "2024-01-10"),
				suit("W", "1", LawsuitKind.DIRECT, "W/1", null, "2024-02-01", false),
				new LawsuitConcluded("lawsuit:W/1", DisputeOutcome.UPHELD, RulingForm.REVOKED,
						LocalDate.parse("2024-05-06"), null, false));
		JsonNode dispute = server.get("/api/dispute?id=lawsuit:W/1").at("/dispute");

		assertThat(dispute.at("/warnings/0/code").asString()).isEqualTo("review-first");
		assertThat(dispute.at("/warnings/1/code").asString()).isEqualTo("unusual-outcome");
		assertThat(server.get("/api/dispute/history?id=lawsuit:W/1").at("/entries/1/zh").asString())
			.isEqualTo("诉讼审结：结果维持（撤销）");
		assertThat(server.call("GET", "/disputes/show?id=lawsuit:W/1").body()).contains("应当先申请行政复议", "被提起行政诉讼", "王科员");
		assertThat(server.call("GET", "/applications/show?id=W/1").body()).contains("应当先申请行政复议");
		assertThat(server.call("GET", "/disputes?agency=W&block=direct&result=upheld&filedIn=2024&q=W").body())
			.contains("lawsuit:W/1");
		assertThat(server.get("/api/disputes?agency=W&result=pending").at("/total").asInt()).isZero();
		assertThat(server.call("GET", "/api/dispute?id=lawsuit:W/2").statusCode()).isEqualTo(404);
		assertThat(server.call("GET", "/api/dispute/history?id=W/1").statusCode()).isEqualTo(404);
		assertThat(server.call("GET", "/api/application/history?id=lawsuit:W/1").statusCode()).isEqualTo(404);
		assertThat(server.call("GET", "/api/disputes?size=0").statusCode()).isEqualTo(400);
	}

	@Test
	void the_documents_hold_table_four() {
		server.get("/api/status");

		assertThat(server.call("GET", "/api/reports/T/2023?format=csv&table=table4").body()).contains("after_review,",
				",0,0,0,1,1\r\n");
		assertThat(server.call("GET", "/api/reports/T/2023?format=html").body()).contains("四、政府信息公开行政复议、行政诉讼情况",
				"未经复议直接起诉", "注：行政复议、行政诉讼数量含上年度结转数量。");
	}

	@Test
	void the_read_models_rebuilt_are_equal_to_the_live_ones_row_for_row() {
		server.get("/api/status");
		List<String> tables = List.of("dispute_register", "dispute_facts", "agency_dispute_counting", "case_register");
		List<List<String>> live = tables.stream().map(TableFourTest::rows).toList();

		assertThat(server.call("POST", "/api/projections/all/rebuild").statusCode()).isEqualTo(200);

		assertThat(live).noneMatch(List::isEmpty);
		assertThat(tables.stream().map(TableFourTest::rows).toList()).isEqualTo(live);
	}

	private static List<String> rows(String table) {
		return server.sql.queryForList("select t::text from " + table + " t order by 1", String.class);
	}

	private static List<Integer> table(String path) {
		JsonNode cells = server.get("/api/reports/" + path).at("/table4");
		return IntStream.range(0, cells.size()).mapToObj((cell) -> cells.get(cell).asInt()).toList();
	}

	private static List<String> disputes(String path, String cell) {
		return StreamSupport
			.stream(server.get("/api/reports/" + path + "/table-four/disputes?" + cell).at("/items").spliterator(),
					false)
			.map((item) -> item.at("/disputeId").asString())
			.toList();
	}

	private static AgencyRegistered agency(String code, String parent) {
		return new AgencyRegistered(code, "机关" + code, AgencyKind.TOWNSHIP, parent, LocalDate.parse("2000-01-01"));
	}

	private static ApplicationReceived received(String id, String day) {
		return new ApplicationReceived(id, id.substring(0, 1), id.substring(2), ApplicantKind.NATURAL_PERSON,
				Channel.IN_PERSON, LocalDate.parse(day), LocalDate.parse(day), false, nobody());
	}

	private static Personal nobody() {
		return new Personal(null, null, null, null, null, null, null, null);
	}

	private static ApplicationDecided decided(String id, Outcome outcome, String day) {
		return new ApplicationDecided(id, outcome, LocalDate.parse(day), "〔2023〕1号", null, List.of(), null);
	}

	private static ReviewFiled review(String agency, String number, String applicationId, String day) {
		return new ReviewFiled("review:" + agency + "/" + number, agency, number, applicationId,
				(applicationId == null) ? DisputedAct.OTHER : DisputedAct.REPLY, "某市政府", LocalDate.parse(day),
				new PersonalText("李某", null));
	}

	private static ReviewConcluded concluded(String agency, String number, DisputeOutcome outcome, String day) {
		return new ReviewConcluded("review:" + agency + "/" + number, outcome, null, LocalDate.parse(day), null, false);
	}

	private static LawsuitFiled suit(String agency, String number, LawsuitKind kind, String applicationId,
			String reviewId, String day, boolean coDefendant) {
		return new LawsuitFiled("lawsuit:" + agency + "/" + number, agency, number, kind, applicationId, reviewId,
				(applicationId == null) ? DisputedAct.OTHER : DisputedAct.REPLY, "某法院", LocalDate.parse(day),
				coDefendant, new PersonalText("李某", null));
	}

}
