package org.gongkai.acceptance.report;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.gongkai.events.report.ReportContent;
import org.gongkai.log.EventJson;
import org.gongkai.statute.report.Cell;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/// The township T and the county C above it published 2023, C with all below it. Each late entry is told beforehand by the guard as
/// the tables count it afterwards.
class LateTablesTest {

	@TempDir
	static Path dir;

	private static ReportingOffice office;

	private static Map<String, byte[]> published;

	@BeforeAll
	static void publish() {
		office = new ReportingOffice(dir.resolve("office"));
		office.registered("C", "county", null);
		office.registered("D", "county", null);
		office.registered("T", "township", "C");
		office.received("T", "1", "2023-03-01");
		office.done("make-document",
				"""
						{"agency": "T", "kind": "normative_document", "documentNo": "〔2022〕1号", "title": "甲办法", "madeOn": "2022-05-04"}""");
		office.done("record-tally",
				"""
						{"agency": "T", "tallyNo": "费1", "item": "fees", "from": "2023-01-01", "to": "2023-06-30", "amountWanYuan": 0.1900}""");
		office.done("file-review", """
				{"agency": "T", "disputeNo": "复1", "against": "other", "filedOn": "2022-11-02"}""");
		for (String agency : List.of("T", "C")) {
			office.drafted(agency, agency.equals("C"));
			office.published(agency, "2024-01-05");
		}
		published = office.files("C", 1);
	}

	@AfterAll
	static void close() {
		office.close();
	}

	@Test
	void late_reviews_documents_and_tallies_differ_from_the_published_edition_as_the_guard_foretold() {
		foretold("file-review", """
				{"agency": "T", "disputeNo": "复2", "against": "other", "filedOn": "2023-12-20"}""");
		foretold("conclude-review", """
				{"disputeId": "review:T/复1", "outcome": "corrected", "concludedOn": "2023-12-28"}""");
		foretold("make-document",
				"""
						{"agency": "T", "kind": "normative_document", "documentNo": "〔2023〕9号", "title": "乙办法", "madeOn": "2023-11-06"}""");
		foretold("repeal-document", """
				{"documentId": "T/〔2022〕1号", "repealedOn": "2023-12-01", "way": "repealed"}""");
		foretold("record-tally",
				"""
						{"agency": "T", "tallyNo": "费2", "item": "fees", "from": "2023-07-01", "to": "2023-12-31", "amountWanYuan": 0.315}""");
		foretold("rectify-tally", """
				{"tallyId": "T/费1", "rectifiedOn": "2024-02-01", "reason": "误录", "amountWanYuan": 0.2000}""");

		assertThat(comparison("C").valueStream().map(LateTablesTest::words)).containsExactly(
				"2 normative_documents made 0 -> 1 [] [\"T/〔2023〕9号\"]",
				"2 normative_documents repealed 0 -> 1 [] [\"T/〔2022〕1号\"]",
				"2 fees amountWanYuan 0.1900 -> 0.5150 [\"T/费1\"] [\"T/费2\",\"T/费1\"]",
				"4 review corrected 0 -> 1 [] [\"review:T/复1\"]", "4 review total 1 -> 2 [] [\"review:T/复2\"]");

		foretold("choose-dispute-counting", """
				{"code": "C", "counting": "new_only", "fromYear": 2023, "chosenOn": "2024-02-01"}""");
		foretold("reparent-agency", """
				{"code": "T", "parent": "D", "movedOn": "2023-06-01"}""");
		assertThat(office.files("C", 1))
			.allSatisfy((format, bytes) -> assertThat(bytes).as(format).isEqualTo(published.get(format)));
	}

	/// Asks, is refused, gives a reason, and finds each foretold number counted.
	private static void foretold(String command, String json) {
		HttpResponse<byte[]> preview = office.post(command + "/preview", json, null);
		List<JsonNode> changes = EventJson.mapper().readTree(preview.body()).path("changes").valueStream().toList();
		assertThat(changes).as(ReportingOffice.text(preview)).isNotEmpty();
		assertThat(ReportingOffice.text(office.post(command, json, null))).contains("changes-published");
		List<String> before = Stream.of("C", "T").flatMap(LateTablesTest::numbers).toList();

		assertThat(office.post(command, json, "漏登").statusCode()).isEqualTo(200);

		List<String> after = Stream.of("C", "T").flatMap(LateTablesTest::numbers).toList();
		assertThat(after.stream().filter((number) -> !before.contains(number)))
			.containsExactlyInAnyOrderElementsOf(changes.stream().map((change) -> foretold(change, "to")).toList());
		assertThat(before.stream().filter((number) -> !after.contains(number)))
			.containsExactlyInAnyOrderElementsOf(changes.stream().map((change) -> foretold(change, "from")).toList());
	}

	private static String foretold(JsonNode change, String which) {
		return change.path("reportId").asString() + " " + change.path("table").asInt() + " "
				+ change.path("row").asString() + " " + change.path("column").asString() + " "
				+ plain(new BigDecimal(change.path(which).asString()));
	}

	/// Every number of the tables as they are counted now.
	private static Stream<String> numbers(String agency) {
		JsonNode content = office.get("/api/reports/" + agency + "/2023/content", agency.equals("C")).path("content");
		return Cell.numbers(EventJson.mapper().treeToValue(content, ReportContent.class))
			.entrySet()
			.stream()
			.map((number) -> agency + "/2023 " + number.getKey().table() + " " + number.getKey().row() + " "
					+ number.getKey().column() + " " + plain(number.getValue()));
	}

	/// A sum loses the zeros that only a removed part had.
	private static String plain(BigDecimal number) {
		return number.stripTrailingZeros().toPlainString();
	}

	private static JsonNode comparison(String agency) {
		return office.get("/api/reports/" + agency + "/2023/editions/1/comparison").path("cells");
	}

	private static String words(JsonNode cell) {
		return cell.path("table").asInt() + " " + cell.path("row").asString() + " " + cell.path("column").asString()
				+ " " + cell.path("published").asString() + " -> " + cell.path("counted").asString() + " "
				+ cell.path("gone") + " " + cell.path("come");
	}

}
