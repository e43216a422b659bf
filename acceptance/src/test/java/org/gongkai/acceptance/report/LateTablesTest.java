package org.gongkai.acceptance.report;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.gongkai.acceptance.TriedOffice;
import org.gongkai.events.report.ReportContent;
import org.gongkai.log.EventJson;
import org.gongkai.statute.report.Cell;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/// A township and the county above it published 2023, the county with all below it. Each late entry is told beforehand by the guard as
/// the tables count it afterwards.
@Tag("outside")
class LateTablesTest {

	private static final String TOWN = TriedOffice.code("lateT");

	private static final String COUNTY = TriedOffice.code("lateC");

	private static final String OTHER = TriedOffice.code("lateD");

	private static ReportingOffice office;

	private static Map<String, byte[]> published;

	@BeforeAll
	static void publish() {
		office = new ReportingOffice();
		office.registered(COUNTY, "county", null);
		office.registered(OTHER, "county", null);
		office.registered(TOWN, "township", COUNTY);
		office.received(TOWN, "1", "2023-03-01");
		office.done("make-document",
				"""
						{"agency": "%s", "kind": "normative_document", "documentNo": "〔2022〕1号", "title": "甲办法", "madeOn": "2022-05-04"}"""
					.formatted(TOWN));
		office.done("record-tally",
				"""
						{"agency": "%s", "tallyNo": "费1", "item": "fees", "from": "2023-01-01", "to": "2023-06-30", "amountWanYuan": 0.1900}"""
					.formatted(TOWN));
		office.done("file-review", """
				{"agency": "%s", "disputeNo": "复1", "against": "other", "filedOn": "2022-11-02"}""".formatted(TOWN));
		for (String agency : List.of(TOWN, COUNTY)) {
			office.drafted(agency, agency.equals(COUNTY));
			office.published(agency, "2024-01-05");
		}
		published = office.files(COUNTY, 1);
	}

	@AfterAll
	static void close() {
		office.close();
	}

	@Test
	void late_reviews_documents_and_tallies_differ_from_the_published_edition_as_the_guard_foretold() {
		foretold("file-review", """
				{"agency": "%s", "disputeNo": "复2", "against": "other", "filedOn": "2023-12-20"}""".formatted(TOWN));
		foretold("conclude-review", """
				{"disputeId": "review:%s/复1", "outcome": "corrected", "concludedOn": "2023-12-28"}""".formatted(TOWN));
		foretold("make-document",
				"""
						{"agency": "%s", "kind": "normative_document", "documentNo": "〔2023〕9号", "title": "乙办法", "madeOn": "2023-11-06"}"""
					.formatted(TOWN));
		foretold("repeal-document", """
				{"documentId": "%s/〔2022〕1号", "repealedOn": "2023-12-01", "way": "repealed"}""".formatted(TOWN));
		foretold("record-tally",
				"""
						{"agency": "%s", "tallyNo": "费2", "item": "fees", "from": "2023-07-01", "to": "2023-12-31", "amountWanYuan": 0.315}"""
					.formatted(TOWN));
		foretold("rectify-tally", """
				{"tallyId": "%s/费1", "rectifiedOn": "2024-02-01", "reason": "误录", "amountWanYuan": 0.2000}"""
			.formatted(TOWN));

		assertThat(comparison(COUNTY).valueStream().map(LateTablesTest::words)).containsExactly(
				"2 normative_documents made 0 -> 1 [] [〔2023〕9号]",
				"2 normative_documents repealed 0 -> 1 [] [〔2022〕1号]",
				"2 fees amountWanYuan 0.1900 -> 0.5150 [费1] [费2, 费1]", "4 review corrected 0 -> 1 [] [复1]",
				"4 review total 1 -> 2 [] [复2]");

		foretold("choose-dispute-counting", """
				{"code": "%s", "counting": "new_only", "fromYear": 2023, "chosenOn": "2024-02-01"}"""
			.formatted(COUNTY));
		foretold("reparent-agency", """
				{"code": "%s", "parent": "%s", "movedOn": "2023-06-01"}""".formatted(TOWN, OTHER));
		assertThat(office.files(COUNTY, 1))
			.allSatisfy((format, bytes) -> assertThat(bytes).as(format).isEqualTo(published.get(format)));
	}

	/// Asks, is refused, gives a reason, and finds each foretold number counted.
	private static void foretold(String command, String json) {
		HttpResponse<byte[]> preview = office.post(command + "/preview", json, null);
		List<JsonNode> changes = EventJson.mapper().readTree(preview.body()).path("changes").valueStream().toList();
		assertThat(changes).as(ReportingOffice.text(preview)).isNotEmpty();
		assertThat(ReportingOffice.text(office.post(command, json, null))).contains("changes-published");
		List<String> before = Stream.of(COUNTY, TOWN).flatMap(LateTablesTest::numbers).toList();

		assertThat(office.post(command, json, "漏登").statusCode()).isEqualTo(200);

		List<String> after = Stream.of(COUNTY, TOWN).flatMap(LateTablesTest::numbers).toList();
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
		JsonNode content = office.get("/api/reports/" + agency + "/2023/content", agency.equals(COUNTY))
			.path("content");
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
				+ own(cell.path("gone")) + " " + own(cell.path("come"));
	}

	/// What an agency calls its records.
	private static List<String> own(JsonNode records) {
		return records.valueStream().map((one) -> one.asString().replaceFirst("^.*/", "")).toList();
	}

}
