package org.gongkai.command;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/// The township T published 2022 and 2023, the county C 2023 with all below it.
class PublishedReportsTest {

	private static final String REVIEW = """
			{"agency": "T", "disputeNo": "%s", "against": "other", "filedOn": "%s"}""";

	private static final String DOCUMENT = """
			{"agency": "T", "kind": "normative_document", "documentNo": "%s", "title": "河道管理办法", "madeOn": "%s"%s}""";

	private static PublishedOffices offices;

	@BeforeAll
	static void publish() {
		offices = new PublishedOffices().publish("T/2022", false).publish("T/2023", false).publish("C/2023", true);
	}

	@AfterAll
	static void close() {
		offices.close();
	}

	@Test
	void a_late_decision_changes_table_three_of_the_township_and_of_the_county_above_it() {
		String grant = "{\"applicationId\": \"T/2\", \"outcome\": \"granted\", \"decidedOn\": \"2023-12-29\"}";

		List<String> changes = offices.refusedChanges("decide-application", grant);

		assertThat(changes).isEqualTo(inBoth("3 granted natural_person 1: 1 -> 2", "3 granted total 1: 1 -> 2",
				"3 total natural_person 1: 1 -> 2", "3 total total 1: 1 -> 2", "3 carried_out natural_person 1: 1 -> 0",
				"3 carried_out total 1: 1 -> 0"));
		assertThat(offices.preview("decide-application", grant.replace("2023-12-29", "2024-01-08"))).isEmpty();
		offices.acceptedBecause("decide-application", grant);
		assertThat(offices.refusedChanges("strike-entry", """
				{"applicationId": "T/2", "struckSequence": 1, "struckOn": "2024-02-01", "reason": "误录"}"""))
			.hasSize(12);
	}

	@Test
	void a_late_review_changes_every_published_year_at_whose_end_it_was_pending() {
		String filed = REVIEW.formatted("复1", "2022-12-20");

		List<String> changes = offices.refusedChanges("file-review", filed);

		List<String> expected = new ArrayList<>(inBoth("4 review pending 2: 2 -> 3", "4 review total 2: 2 -> 3"));
		expected.add("T/2022 4 review pending 2: 2 -> 3");
		expected.add("T/2022 4 review total 2: 2 -> 3");
		assertThat(changes).containsExactlyInAnyOrderElementsOf(expected);
		offices.acceptedBecause("file-review", filed);

		String concluded = """
				{"disputeId": "review:T/复1", "outcome": "corrected", "concludedOn": "%s"}""";
		assertThat(offices.preview("conclude-review", concluded.formatted("2024-01-08"))).isEmpty();
		assertThat(offices.refusedChanges("conclude-review", concluded.formatted("2023-11-02")))
			.isEqualTo(inBoth("4 review corrected 0: 0 -> 1", "4 review pending 2: 2 -> 1"));
		assertThat(offices.refusedChanges("withdraw-review", """
				{"disputeId": "review:T/复1", "withdrawnOn": "2023-11-02"}"""))
			.isEqualTo(inBoth("4 review other 0: 0 -> 1", "4 review pending 2: 2 -> 1"));
		offices.acceptedBecause("conclude-review", concluded.formatted("2023-11-02"));
		assertThat(offices.refusedChanges("rectify-dispute", """
				{"disputeId": "review:T/复1", "rectifiedOn": "2024-02-01", "reason": "误录", "outcome": "upheld"}"""))
			.isEqualTo(inBoth("4 review upheld 0: 0 -> 1", "4 review corrected 0: 0 -> -1"));
	}

	@Test
	void a_lawsuit_counts_in_its_own_block_and_not_at_all_where_another_organ_answers_for_it() {
		String suit = """
				{"agency": "T", "disputeNo": "%s", "kind": "direct", "against": "other", "filedOn": "2023-05-04", "coDefendant": %s}""";

		assertThat(offices.preview("file-lawsuit", suit.formatted("行初1", true))).isEmpty();
		assertThat(offices.refusedChanges("file-lawsuit", suit.formatted("行初1", false)))
			.isEqualTo(inBoth("4 direct pending 0: 0 -> 1", "4 direct total 0: 0 -> 1"));
		offices.accepted("file-review", REVIEW.formatted("复2", "2024-03-01"));
	}

	@Test
	void another_way_of_counting_disputes_changes_the_reports_of_who_chooses_it_alone() {
		String choice = """
				{"code": "%s", "counting": "%s", "fromYear": %d, "chosenOn": "2024-02-01"}""";

		assertThat(offices.refusedChanges("choose-dispute-counting", choice.formatted("T", "new_only", 2023)))
			.containsExactly("T/2023 4 review pending 2: 2 -> 1", "T/2023 4 review total 2: 2 -> 1");
		assertThat(offices.preview("choose-dispute-counting", choice.formatted("T", "new_only", 2024))).isEmpty();
		assertThat(offices.preview("choose-dispute-counting", choice.formatted("T", "including_carried_in", 2023)))
			.isEmpty();
		assertThat(offices.preview("choose-dispute-counting", choice.formatted("O", "new_only", 2023))).isEmpty();
	}

	@Test
	void a_late_document_changes_what_was_made_and_what_is_in_force() {
		String made = DOCUMENT.formatted("〔2023〕9号", "2023-11-06", "");

		assertThat(offices.refusedChanges("make-document", made))
			.isEqualTo(inBoth("2 normative_documents made 0: 0 -> 1", "2 normative_documents inForce 1: 1 -> 2"));
		offices.acceptedBecause("make-document", made);

		String repealed = """
				{"documentId": "T/〔2023〕9号", "repealedOn": "%s", "way": "repealed"}""";
		assertThat(offices.preview("repeal-document", repealed.formatted("2024-02-01"))).isEmpty();
		assertThat(offices.refusedChanges("repeal-document", repealed.formatted("2023-12-29")))
			.isEqualTo(inBoth("2 normative_documents repealed 0: 0 -> 1", "2 normative_documents inForce 1: 1 -> 0"));
		offices.accepted("amend-document", "{\"documentId\": \"T/〔2023〕9号\", \"amendedOn\": \"2023-12-01\"}");
		assertThat(offices.refusedChanges("rectify-document", """
				{"documentId": "T/〔2023〕9号", "rectifiedOn": "2024-02-01", "reason": "误录", "opening": true}"""))
			.contains("T/2022 2 normative_documents inForce 1: 1 -> 2", "T/2023 2 normative_documents made 0: 0 -> -1");
		offices.accepted("make-document", DOCUMENT.formatted("〔2024〕1号", "2024-01-08", ""));
	}

	@Test
	void opening_stock_counts_as_in_force_in_every_year_and_as_made_in_none() {
		assertThat(offices.refusedChanges("make-document",
				DOCUMENT.formatted("〔2015〕3号", "2015-06-01", ", \"opening\": true")))
			.containsExactlyInAnyOrder("T/2022 2 normative_documents inForce 1: 1 -> 2",
					"T/2023 2 normative_documents inForce 1: 1 -> 2", "C/2023 2 normative_documents inForce 1: 1 -> 2");
	}

	@Test
	void a_late_tally_its_correction_and_its_striking_change_decisions_and_fees_to_the_last_digit() {
		String tally = """
				{"agency": "T", "tallyNo": "%s", "item": "%s", "from": "2023-10-01", "to": "2023-12-31", %s}""";

		assertThat(offices.refusedChanges("record-tally", tally.formatted("费1", "fees", "\"amountWanYuan\": 0.3150")))
			.isEqualTo(inBoth("2 fees amountWanYuan 0.19: 0.19 -> 0.5050"));
		String penalties = tally.formatted("罚1", "penalties", "\"count\": 4");
		assertThat(offices.refusedChanges("record-tally", penalties))
			.isEqualTo(inBoth("2 penalties decisions 13: 13 -> 17"));
		offices.acceptedBecause("record-tally", penalties);
		assertThat(offices.refusedChanges("rectify-tally", """
				{"tallyId": "T/罚1", "rectifiedOn": "2024-02-01", "reason": "误录", "count": 3}"""))
			.isEqualTo(inBoth("2 penalties decisions 13: 13 -> 12"));
		assertThat(offices.refusedChanges("strike-tally", """
				{"tallyId": "T/罚1", "struckOn": "2024-02-01", "reason": "误录"}"""))
			.isEqualTo(inBoth("2 penalties decisions 13: 13 -> 9"));
		offices.accepted("record-tally", tally.formatted("诉1", "complaints", "\"count\": 2"));
		offices.accepted("record-tally", tally.formatted("许1", "licences", "\"count\": 0"));
	}

	@Test
	void an_agency_that_moves_on_a_past_day_takes_its_numbers_along() {
		String moved = "{\"code\": \"T\", \"parent\": \"O\", \"movedOn\": \"%s\"}";

		List<String> changes = offices.refusedChanges("reparent-agency", moved.formatted("2023-06-01"));

		assertThat(changes).allMatch((change) -> change.startsWith("C/2023 "))
			.contains("C/2023 2 normative_documents inForce 1: 1 -> 0",
					"C/2023 2 fees amountWanYuan 0.19: 0.19 -> 0.00", "C/2023 3 new natural_person 2: 2 -> 0",
					"C/2023 4 review pending 2: 2 -> 0");
		assertThat(offices.preview("reparent-agency", moved.formatted("2024-01-02"))).isEmpty();
		assertThat(offices.refusedChanges("reparent-agency",
				"{\"code\": \"O\", \"parent\": \"C\", \"movedOn\": \"2023-06-01\"}"))
			.contains("C/2023 2 penalties decisions 13: 13 -> 26");
	}

	@Test
	void what_no_cell_counts_needs_no_reason() {
		offices.accepted("register-agency", """
				{"code": "N", "name": "新设机构", "kind": "department", "parent": "C", "registeredOn": "2023-01-01"}""");
		offices.accepted("rename-agency", """
				{"code": "T", "name": "某街道办事处", "renamedOn": "2023-03-01"}""");
		offices.accepted("announce-calendar", """
				{"year": 2023, "daysOff": ["2023-12-29"], "source": "县政府通知", "announcedOn": "2023-12-01"}""");
		offices.accepted("draft-information", """
				{"agency": "T", "informationNo": "1", "category": "article_20_1", "madeOn": "2023-12-01"}""");
		offices.accepted("file-review", REVIEW.formatted("复9", "2023-12-20").replace("\"T\"", "\"O\""));
	}

	@Test
	void a_row_of_a_list_is_refused_with_its_cells_and_its_neighbour_is_recorded() {
		JsonNode end = offices.imported("documents", """
				agency,kind,number,title,made_on,repealed_on,opening
				T,normative_document,甲1,甲办法,2023-03-01,2023-12-29,
				T,normative_document,乙1,乙办法,2024-03-01,,
				""");

		assertThat(end.path("recorded").asInt()).isEqualTo(1);
		JsonNode finding = end.path("findings").path(0);
		assertThat(finding.path("row").asInt()).isEqualTo(2);
		assertThat(finding.path("code").asString()).isEqualTo("changes-published");
		assertThat(finding.path("zh").asString()).contains("T/2023表二“行政规范性文件”本年制发件数0→1；T/2023表二“行政规范性文件”本年废止件数0→1");
		assertThat(PublishedOffices.words(finding.path("changes")))
			.isEqualTo(inBoth("2 normative_documents made 0: 0 -> 1", "2 normative_documents repealed 0: 0 -> 1"));
		assertThat(offices.reasons("document:T/甲1")).isEmpty();
	}

	@Test
	void with_a_reason_every_event_of_a_row_carries_it() {
		JsonNode documents = offices.imported("documents", """
				agency,kind,number,title,made_on,repealed_on,opening
				T,normative_document,丙1,丙办法,2023-03-01,2023-12-29,
				""", "Gongkai-Reason", "%E6%BC%8F%E6%8A%A5");
		JsonNode tallies = offices.imported("tallies", """
				agency,from,to,item,count,number
				T,2023-01-01,2023-12-31,licences,7,许9
				""", "Gongkai-Reason", "%E6%BC%8F%E6%8A%A5");

		assertThat(documents.path("recorded").asInt()).isEqualTo(1);
		assertThat(tallies.path("recorded").asInt()).isEqualTo(1);
		assertThat(offices.reasons("document:T/丙1")).containsExactly("漏报", "漏报");
		assertThat(offices.reasons("tally:T/许9")).containsExactly("漏报");
	}

	@Test
	void a_register_row_is_one_act_whose_disputes_count_with_it() {
		String register = """
				application_no,agency,applicant_kind,applicant_name,channel,submitted_on,received_on,subject,outcome,concluded_on,review_filed_on
				%s,T,business,申请人,oral,%s,%s,某事项,granted,%s,%s
				""";

		JsonNode late = offices.imported("applications",
				register.formatted("8", "2023-03-01", "2023-03-01", "2023-03-10", "2023-12-20"));
		JsonNode before = offices.imported("applications",
				register.formatted("9", "2021-03-01", "2021-03-01", "2021-03-10", ""));

		assertThat(PublishedOffices.words(late.path("findings").path(0).path("changes")))
			.isEqualTo(inBoth("3 new business 0: 0 -> 1", "3 new total 2: 2 -> 3", "3 granted business 0: 0 -> 1",
					"3 granted total 1: 1 -> 2", "3 total business 0: 0 -> 1", "3 total total 1: 1 -> 2",
					"4 review pending 2: 2 -> 3", "4 review total 2: 2 -> 3"));
		assertThat(before.path("findings")).isEmpty();
		assertThat(before.path("recorded").asInt()).isEqualTo(1);
	}

	@Test
	void a_reason_that_no_rule_of_writing_allows_is_refused_before_the_file_is_taken() {
		HttpResponse<String> broken = offices.server.send("/api/imports/documents?fileName=a.csv", new byte[0],
				"Gongkai-Reason", "%ZZ");
		assertThat(broken.statusCode()).isEqualTo(400);
	}

	private static List<String> inBoth(String... changes) {
		List<String> all = new ArrayList<>();
		for (String report : List.of("C/2023 ", "T/2023 ")) {
			for (String change : changes) {
				all.add(report + change);
			}
		}
		return all;
	}

}
