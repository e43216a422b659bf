package org.gongkai.acceptance.report;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/// The township T published 2023: T/1 granted, T/2 carried out. On 9 January it writes down that T/2 had been decided on 29 December.
class LateEntryTest {

	private static final String DECIDED = """
			{"applicationId": "T/2", "outcome": "granted", "decidedOn": "2023-12-29"}""";

	@TempDir
	Path dir;

	private ReportingOffice office;

	@BeforeEach
	void publish() {
		this.office = new ReportingOffice(this.dir.resolve("office"));
		this.office.registered("T", "township", null);
		this.office.received("T", "1", "2023-03-01");
		this.office.done("decide-application", """
				{"applicationId": "T/1", "outcome": "granted", "decidedOn": "2023-03-20"}""");
		this.office.received("T", "2", "2023-12-04");
		this.office.drafted("T", false);
		this.office.published("T", "2024-01-05");
	}

	@AfterEach
	void close() {
		this.office.close();
	}

	@Test
	void the_published_report_stays_to_the_byte_and_the_difference_is_told_case_by_case() {
		Map<String, byte[]> before = this.office.files("T", 1);
		assertThat(new String(before.get("html"), StandardCharsets.UTF_8)).contains("全年收到申请2件，结转1件。");

		HttpResponse<byte[]> refused = this.office.post("decide-application", DECIDED, null);
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(ReportingOffice.text(refused)).contains("changes-published", "\"carried_out\"");
		HttpResponse<byte[]> accepted = this.office.post("decide-application", DECIDED, "年末送达，节后补录");
		assertThat(accepted.statusCode()).as(ReportingOffice.text(accepted)).isEqualTo(200);

		assertThat(this.office.files("T", 1))
			.allSatisfy((format, bytes) -> assertThat(bytes).as(format).isEqualTo(before.get(format)));
		assertThat(this.office.get("/api/reports/T/2023/editions/1/comparison").path("cells"))
			.extracting(LateEntryTest::words)
			.containsExactly("granted natural_person 1 -> 2 [] [\"T/2\"]", "granted total 1 -> 2 [] [\"T/2\"]",
					"total natural_person 1 -> 2 [] [\"T/2\"]", "total total 1 -> 2 [] [\"T/2\"]",
					"carried_out natural_person 1 -> 0 [\"T/2\"] []", "carried_out total 1 -> 0 [\"T/2\"] []");
		JsonNode bridge = this.office.get("/api/reports/T/2024/bridge");
		assertThat(bridge.path("carriedOut").asInt()).isEqualTo(1);
		assertThat(bridge.path("carriedIn").asInt()).isZero();
		assertThat(bridge.path("footnote").asString()).contains("2号申请已于2023-12-29办结", "年末送达，节后补录");
		assertThat(this.office.get("/api/reports/T/2024").path("table3").path("carried_in").path(0).asInt()).isZero();
	}

	@Test
	void a_correction_is_a_second_edition_beside_the_first() {
		Map<String, byte[]> first = this.office.files("T", 1);
		this.office.post("decide-application", DECIDED, "年末送达，节后补录");
		this.office.done("reopen-report", """
				{"reportId": "T/2023", "reopenedOn": "2024-02-01", "reason": "漏计一件办结"}""");
		this.office.published("T", "2024-02-02");

		assertThat(this.office.get("/api/reports/T/2023/editions/2").path("table3").path("granted").path(6).asInt())
			.isEqualTo(2);
		assertThat(ReportingOffice.text(this.office.file("T", 2, "html"))).contains("全年收到申请2件，结转0件。");
		assertThat(this.office.files("T", 1))
			.allSatisfy((format, bytes) -> assertThat(bytes).as(format).isEqualTo(first.get(format)));
		assertThat(this.office.get("/api/reports/T/2024/bridge").path("differences")).isEmpty();
	}

	@Test
	void a_late_file_is_taken_when_its_importer_says_why() throws IOException {
		Path register = this.dir.resolve("late.csv");
		Files.writeString(register, """
				application_no,agency,applicant_kind,applicant_name,channel,submitted_on,received_on,subject
				3,T,business,申请人,oral,2023-12-27,2023-12-27,某事项
				4,T,business,申请人,oral,2024-01-08,2024-01-08,某事项
				""");

		Map.Entry<Integer, String> refused = this.office.run("import", register.toString());
		Map.Entry<Integer, String> taken = this.office.run("import", register.toString(), "--reason", "节后补录");

		assertThat(refused.getKey()).isOne();
		assertThat(refused.getValue()).contains("T/2023表三“一、本年新收政府信息公开申请数量”商业企业0→1",
				"T/2023 table 3 carried_out total 1 -> 2", "2 rows: 1 recorded, 0 unchanged, 1 refused");
		assertThat(taken.getKey()).isZero();
		assertThat(taken.getValue()).contains("2 rows: 1 recorded, 1 unchanged, 0 refused");
		assertThat(this.office.get("/api/reports/T/2024/bridge").path("footnote").asString()).contains("3号申请", "节后补录");
	}

	private static String words(JsonNode cell) {
		return cell.path("row").asString() + " " + cell.path("column").asString() + " "
				+ cell.path("published").asString() + " -> " + cell.path("counted").asString() + " " + cell.path("gone")
				+ " " + cell.path("come");
	}

}
