package org.gongkai.acceptance.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.gongkai.acceptance.TriedOffice;
import org.gongkai.log.EventJson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/// A county published 2023 with its bureau and its township: each has an annex, and the annexes add up.
@Tag("outside")
class CountyEditionTest {

	private final String county = TriedOffice.code("editionC");

	private final String bureau = TriedOffice.code("editionB");

	private final String town = TriedOffice.code("editionT");

	private final String edition = "/api/reports/" + this.county + "/2023/editions/1";

	private final OfficeOverHttp office = new OfficeOverHttp();

	@BeforeEach
	void publish() {
		agency(this.county, "某县人民政府", "county", "");
		agency(this.bureau, "某县某局", "department", below());
		agency(this.town, "某镇人民政府", "township", below());
		received(this.county, "1", "2023-02-01");
		decided(this.county + "/1", "denied_3", "2023-02-20");
		received(this.bureau, "1", "2023-03-01");
		decided(this.bureau + "/1", "granted", "2023-03-20");
		received(this.town, "1", "2023-04-03");
		decided(this.town + "/1", "granted", "2023-04-20");
		received(this.town, "2", "2023-12-20");
		this.office.done("file-review", """
				{"agency": "%s", "disputeNo": "7", "against": "other", "filedOn": "2023-06-01"}"""
			.formatted(this.bureau));
		this.office.done("record-tally",
				"""
						{"agency": "%s", "tallyNo": "1", "item": "penalties", "from": "2023-01-01", "to": "2023-12-31", "count": 13}"""
					.formatted(this.town));
		this.office.done("open-report", """
				{"reportId": "%s/2023", "withSubordinates": true, "openedOn": "2024-01-03"}""".formatted(this.county));
		for (String section : List.of("proactive_disclosure", "applications", "information_management", "platform",
				"supervision", "problems", "other_matters")) {
			this.office.done("write-section", "{\"reportId\": \"" + this.county + "/2023\", \"section\": \"" + section
					+ "\", \"body\": \"全县新收{{applications.new}}件。\", \"writtenOn\": \"2024-01-04\"}");
		}
		for (String step : List.of("submit-report submittedOn", "approve-report approvedOn",
				"publish-report publishedOn")) {
			this.office.done(step.split(" ")[0],
					"{\"reportId\": \"" + this.county + "/2023\", \"" + step.split(" ")[1] + "\": \"2024-01-05\"}");
		}
	}

	@AfterEach
	void close() {
		this.office.close();
	}

	@Test
	void the_annexes_of_the_zip_add_up_to_the_report() throws IOException {
		Map<String, byte[]> files = unzipped();

		List<JsonNode> annexes = files.entrySet()
			.stream()
			.filter((file) -> file.getKey().startsWith("附件/") && file.getKey().endsWith(".json"))
			.map((file) -> EventJson.mapper().readTree(file.getValue()))
			.toList();
		assertThat(annexes).extracting((annex) -> annex.at("/agency/name").asString())
			.containsExactlyInAnyOrder("某县人民政府", "某县某局", "某镇人民政府");
		JsonNode whole = this.office.get(this.edition);
		assertThat(whole.at("/table3/new/6").asInt()).isEqualTo(4);
		Map<String, Integer> sums = new TreeMap<>();
		annexes.forEach((annex) -> cells(annex).forEach((cell, number) -> sums.merge(cell, number, Integer::sum)));
		assertThat(sums).hasSize(25 * 7 + 15).isEqualTo(cells(whole));
		assertThat(annexes).filteredOn((annex) -> annex.at("/agency/code").asString().equals(this.town))
			.singleElement()
			.satisfies((annex) -> assertThat(annex.at("/table2/3/decisions").asInt()).isEqualTo(13));
	}

	@ParameterizedTest
	@ValueSource(strings = { "html", "docx", "pdf", "xlsx", "json", "zip" })
	void what_is_recorded_later_changes_no_byte(String format) {
		String path = this.edition + "?format=" + format;
		byte[] before = this.office.file(path);

		assertThat(
				this.office
					.post("decide-application",
							"""
									{"applicationId": "%s/2", "outcome": "granted", "decidedOn": "2023-12-29"}"""
								.formatted(this.town),
							"节后补录")
					.statusCode())
			.isEqualTo(200);

		assertThat(this.office.file(path)).isEqualTo(before);
	}

	@Test
	void the_document_lists_its_annexes() {
		assertThat(new String(this.office.file(this.edition + "?format=html"), StandardCharsets.UTF_8))
			.containsSubsequence("某县人民政府2023年政府信息公开工作年度报告", "全县新收4件。", "附件1", "附件2", "附件3");
	}

	private String below() {
		return ", \"parent\": \"" + this.county + "\"";
	}

	private void agency(String code, String name, String kind, String more) {
		this.office.done("register-agency", "{\"code\": \"" + code + "\", \"name\": \"" + name + "\", \"kind\": \""
				+ kind + "\", \"registeredOn\": \"2000-01-01\"" + more + "}");
	}

	private void received(String agency, String number, String day) {
		this.office.done("receive-application",
				"""
						{"agency": "%s", "applicationNo": "%s", "applicantKind": "business", "channel": "online", "submittedOn": "%s", "receivedOn": "%s"}"""
					.formatted(agency, number, day, day));
	}

	private void decided(String id, String outcome, String day) {
		this.office.done("decide-application", "{\"applicationId\": \"" + id + "\", \"outcome\": \"" + outcome
				+ "\", \"decidedOn\": \"" + day + "\", \"legalBasis\": \"第十四条\"}");
	}

	private static Map<String, Integer> cells(JsonNode report) {
		Map<String, Integer> cells = new TreeMap<>();
		report.path("table3").properties().forEach((row) -> {
			for (int column = 0; column < 7; column++) {
				cells.put(row.getKey() + " " + column, row.getValue().path(column).asInt());
			}
		});
		for (int cell = 0; cell < 15; cell++) {
			cells.put("table4 " + cell, report.path("table4").path(cell).asInt());
		}
		return cells;
	}

	private Map<String, byte[]> unzipped() throws IOException {
		Map<String, byte[]> files = new LinkedHashMap<>();
		try (ZipInputStream zip = new ZipInputStream(
				new ByteArrayInputStream(this.office.file(this.edition + "?format=zip")))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				files.put(entry.getName(), zip.readAllBytes());
			}
		}
		return files;
	}

}
