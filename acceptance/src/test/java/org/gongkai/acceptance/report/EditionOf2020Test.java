package org.gongkai.acceptance.report;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.gongkai.acceptance.TriedOffice;
import org.gongkai.log.EventJson;
import org.gongkai.query.report.published.Place;
import org.gongkai.query.report.published.PrintedReport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/// A bureau alone, and a county with its township, published 2020 on the form of 2019 (国办公开办函〔2019〕60号).
@Tag("outside")
class EditionOf2020Test {

	@TempDir
	static Path dir;

	private static final String BUREAU = TriedOffice.code("formB");

	private static final String COUNTY = TriedOffice.code("formC");

	private static final String TOWN = TriedOffice.code("formT");

	private static ReportingOffice office;

	@BeforeAll
	static void publish() {
		office = new ReportingOffice(2020);
		office.registered(BUREAU, "department", null);
		office.registered(COUNTY, "county", null);
		office.registered(TOWN, "township", COUNTY);
		office.done("make-document",
				"""
						{"agency": "%s", "kind": "normative_document", "documentNo": "〔2019〕1号", "title": "甲办法", "madeOn": "2019-05-06"}"""
					.formatted(BUREAU));
		office.done("make-document",
				"""
						{"agency": "%s", "kind": "normative_document", "documentNo": "〔2020〕1号", "title": "乙办法", "madeOn": "2020-05-06"}"""
					.formatted(BUREAU));
		tally(BUREAU, "1", "licence_items", "2018-12-31", "\"count\": 120");
		tally(BUREAU, "2", "licence_items", "2020-05-01", "\"count\": -3");
		tally(BUREAU, "3", "fee_items", "2020-05-01", "\"count\": 2");
		tally(BUREAU, "4", "penalties", "2020-06-01", "\"count\": 13");
		tally(BUREAU, "5", "other_services", "2020-06-01", "\"count\": 7");
		tally(BUREAU, "6", "procurements", "2020-06-01", "\"count\": 6");
		tally(BUREAU, "7", "procurement_amount", "2020-06-01", "\"amountWanYuan\": 25.1");
		tally(BUREAU, "8", "procurement_amount", "2020-07-01", "\"amountWanYuan\": 0.00015");
		tally(COUNTY, "1", "licence_items", "2018-12-31", "\"count\": 120");
		office.drafted(BUREAU, false);
		office.published(BUREAU, "2021-01-05");
		office.drafted(COUNTY, true);
		office.published(COUNTY, "2021-01-05");
	}

	@AfterAll
	static void close() {
		office.close();
	}

	@Test
	void its_table_two_is_fixed_in_the_columns_of_that_form_and_printed_so() {
		assertThat(office.get("/api/reports/" + BUREAU + "/2020/editions/1")
			.path("table2")
			.valueStream()
			.map(JsonNode::toString)).containsExactly("""
					{"item":"regulations","newlyMade":0,"newlyPublished":0,"publishedTotal":0}""", """
					{"item":"normative_documents","newlyMade":1,"newlyPublished":1,"publishedTotal":2}""", """
					{"item":"licences","lastYearItems":120,"change":-3,"decisions":0}""", """
					{"item":"other_services","lastYearItems":0,"change":0,"decisions":7}""", """
					{"item":"penalties","lastYearItems":0,"change":0,"decisions":13}""", """
					{"item":"coercions","lastYearItems":0,"change":0,"decisions":0}""", """
					{"item":"fees","lastYearItems":0,"change":2}""", """
					{"item":"procurement","items":6,"amount":"251001.5元"}""");
		assertThat(office.run("report", "--agency", BUREAU, "--year", "2020").getValue()).containsSubsequence("对外公开总数",
				"上一年项目", "120", "-3", "采购总金额", "251001.5元");
	}

	@ParameterizedTest
	@ValueSource(strings = { "json", "html", "docx", "pdf", "xlsx" })
	void each_format_read_back_holds_the_same_cells_and_is_without_a_finding(String format) throws IOException {
		Path file = Files.write(dir.resolve("B-2020." + format), office.file(BUREAU, 1, format).body());

		PrintedReport printed = PrintedReport.read(file);

		assertThat(cells(printed)).containsExactlyInAnyOrderEntriesOf(
				Map.ofEntries(Map.entry("regulations newlyMade", "0"), Map.entry("regulations newlyPublished", "0"),
						Map.entry("regulations publishedTotal", "0"), Map.entry("normative_documents newlyMade", "1"),
						Map.entry("normative_documents newlyPublished", "1"),
						Map.entry("normative_documents publishedTotal", "2"),
						Map.entry("licences lastYearItems", "120"), Map.entry("licences change", "-3"),
						Map.entry("licences decisions", "0"), Map.entry("other_services lastYearItems", "0"),
						Map.entry("other_services change", "0"), Map.entry("other_services decisions", "7"),
						Map.entry("penalties lastYearItems", "0"), Map.entry("penalties change", "0"),
						Map.entry("penalties decisions", "13"), Map.entry("coercions lastYearItems", "0"),
						Map.entry("coercions change", "0"), Map.entry("coercions decisions", "0"),
						Map.entry("fees lastYearItems", "0"), Map.entry("fees change", "2"),
						Map.entry("procurement items", "6"), Map.entry("procurement amount", "251001.5元")));
		Map.Entry<Integer, String> check = office.run("check-report", "--errors-only", file.toString());
		assertThat(check.getKey()).as(check.getValue()).isZero();
	}

	@Test
	void a_late_change_of_items_is_foretold_and_compared_in_the_cells_of_that_form() {
		String late = """
				{"agency": "%s", "tallyNo": "9", "item": "licence_items", "from": "2019-09-01", "to": "2019-09-01", "count": 2}"""
			.formatted(TOWN);
		Map<String, byte[]> published = office.files(COUNTY, 1);

		HttpResponse<byte[]> preview = office.post("record-tally/preview", late, null);
		assertThat(EventJson.mapper().readTree(preview.body()).path("changes").valueStream().map(JsonNode::toString))
			.containsExactly("""
					{"reportId":"%s/2020","table":2,"row":"licences","column":"lastYearItems",\
					"published":"120","from":"120","to":"122"}""".formatted(COUNTY));
		assertThat(office.post("record-tally", late, "漏登").statusCode()).isEqualTo(200);

		assertThat(office.get("/api/reports/" + COUNTY + "/2020/editions/1/comparison").path("cells")).singleElement()
			.satisfies((cell) -> assertThat(List.of(cell.path("column").asString(), cell.path("published").asString(),
					cell.path("counted").asString(), cell.path("come").toString()))
				.containsExactly("lastYearItems", "120", "122", "[\"" + TOWN + "/9\"]"));
		assertThat(office.get("/api/reports/" + COUNTY + "/2020", true).at("/table2/2").toString())
			.isEqualTo("{\"item\":\"licences\",\"lastYearItems\":122,\"change\":0,\"decisions\":0}");
		assertThat(office.files(COUNTY, 1))
			.allSatisfy((format, bytes) -> assertThat(bytes).as(format).isEqualTo(published.get(format)));
	}

	private static Map<String, String> cells(PrintedReport printed) {
		Map<String, String> cells = new TreeMap<>();
		printed.cells().forEach((place, cell) -> {
			if (place.table() == Place.Table.TWO) {
				cells.put(place.row() + " " + place.column(), cell.text());
			}
		});
		return cells;
	}

	private static void tally(String agency, String number, String item, String day, String value) {
		office.done("record-tally", """
				{"agency": "%s", "tallyNo": "%s", "item": "%s", "from": "%s", "to": "%s", %s}""".formatted(agency,
				number, item, day, day, value));
	}

}
