package org.gongkai.acceptance.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.gongkai.log.EventJson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/// The county C published 2023 with its bureau B and its township T: each has an annex, and the annexes add up.
class CountyEditionTest {

	private static final String EDITION = "/api/reports/C/2023/editions/1";

	@TempDir
	Path dir;

	private OfficeOverHttp office;

	@BeforeEach
	void publish() {
		this.office = new OfficeOverHttp(this.dir.resolve("office"));
		agency("C", "某县人民政府", "county", "");
		agency("B", "某县某局", "department", ", \"parent\": \"C\"");
		agency("T", "某镇人民政府", "township", ", \"parent\": \"C\"");
		received("C", "1", "2023-02-01");
		decided("C/1", "denied_3", "2023-02-20");
		received("B", "1", "2023-03-01");
		decided("B/1", "granted", "2023-03-20");
		received("T", "1", "2023-04-03");
		decided("T/1", "granted", "2023-04-20");
		received("T", "2", "2023-12-20");
		this.office.done("file-review", """
				{"agency": "B", "disputeNo": "7", "against": "other", "filedOn": "2023-06-01"}""");
		this.office.done("record-tally",
				"""
						{"agency": "T", "tallyNo": "1", "item": "penalties", "from": "2023-01-01", "to": "2023-12-31", "count": 13}""");
		this.office.done("open-report", """
				{"reportId": "C/2023", "withSubordinates": true, "openedOn": "2024-01-03"}""");
		for (String section : List.of("proactive_disclosure", "applications", "information_management", "platform",
				"supervision", "problems", "other_matters")) {
			this.office.done("write-section", "{\"reportId\": \"C/2023\", \"section\": \"" + section
					+ "\", \"body\": \"全县新收{{applications.new}}件。\", \"writtenOn\": \"2024-01-04\"}");
		}
		for (String step : List.of("submit-report submittedOn", "approve-report approvedOn",
				"publish-report publishedOn")) {
			this.office.done(step.split(" ")[0],
					"{\"reportId\": \"C/2023\", \"" + step.split(" ")[1] + "\": \"2024-01-05\"}");
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
		JsonNode whole = this.office.get(EDITION);
		assertThat(whole.at("/table3/new/6").asInt()).isEqualTo(4);
		Map<String, Integer> sums = new TreeMap<>();
		annexes.forEach((annex) -> cells(annex).forEach((cell, number) -> sums.merge(cell, number, Integer::sum)));
		assertThat(sums).hasSize(25 * 7 + 15).isEqualTo(cells(whole));
		assertThat(annexes).filteredOn((annex) -> annex.at("/agency/code").asString().equals("T"))
			.singleElement()
			.satisfies((annex) -> assertThat(annex.at("/table2/3/decisions").asInt()).isEqualTo(13));
	}

	@ParameterizedTest
	@ValueSource(strings = { "html", "docx", "pdf", "xlsx", "json", "zip" })
	void what_is_recorded_later_changes_no_byte(String format) {
		String path = EDITION + "?format=" + format;
		byte[] before = this.office.file(path);

		assertThat(this.office.post("decide-application", """
				{"applicationId": "T/2", "outcome": "granted", "decidedOn": "2023-12-29"}""", "节后补录").statusCode())
			.isEqualTo(200);

		assertThat(this.office.file(path)).isEqualTo(before);
	}

	@Test
	void the_document_lists_its_annexes() {
		assertThat(new String(this.office.file(EDITION + "?format=html"), StandardCharsets.UTF_8))
			.containsSubsequence("某县人民政府2023年政府信息公开工作年度报告", "全县新收4件。", "附件1", "附件2", "附件3");
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
				new ByteArrayInputStream(this.office.file(EDITION + "?format=zip")))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				files.put(entry.getName(), zip.readAllBytes());
			}
		}
		return files;
	}

}
