package org.gongkai.acceptance.report;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.gongkai.acceptance.TriedOffice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/// A township published 2023: its 1 granted, its 2 carried out. On 9 January it writes down that 2 had been decided on 29 December.
@Tag("outside")
class LateEntryTest {

	@TempDir
	Path dir;

	private final ReportingOffice office = new ReportingOffice();

	private final String town = TriedOffice.code("late");

	@BeforeEach
	void publish() {
		this.office.registered(this.town, "township", null);
		this.office.received(this.town, "1", "2023-03-01");
		this.office.done("decide-application", decided("1", "2023-03-20"));
		this.office.received(this.town, "2", "2023-12-04");
		this.office.drafted(this.town, false);
		this.office.published(this.town, "2024-01-05");
	}

	@AfterEach
	void close() {
		this.office.close();
	}

	@Test
	void the_published_report_stays_to_the_byte_and_the_difference_is_told_case_by_case() {
		Map<String, byte[]> before = this.office.files(this.town, 1);
		assertThat(new String(before.get("html"), StandardCharsets.UTF_8)).contains("全年收到申请2件，结转1件。");

		HttpResponse<byte[]> refused = this.office.post("decide-application", decided("2", "2023-12-29"), null);
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(ReportingOffice.text(refused)).contains("changes-published", "\"carried_out\"");
		HttpResponse<byte[]> accepted = this.office.post("decide-application", decided("2", "2023-12-29"), "年末送达，节后补录");
		assertThat(accepted.statusCode()).as(ReportingOffice.text(accepted)).isEqualTo(200);

		assertThat(this.office.files(this.town, 1))
			.allSatisfy((format, bytes) -> assertThat(bytes).as(format).isEqualTo(before.get(format)));
		assertThat(this.office.get("/api/reports/" + this.town + "/2023/editions/1/comparison").path("cells"))
			.extracting(this::words)
			.containsExactly("granted natural_person 1 -> 2 [] [2]", "granted total 1 -> 2 [] [2]",
					"total natural_person 1 -> 2 [] [2]", "total total 1 -> 2 [] [2]",
					"carried_out natural_person 1 -> 0 [2] []", "carried_out total 1 -> 0 [2] []");
		JsonNode bridge = this.office.get("/api/reports/" + this.town + "/2024/bridge");
		assertThat(bridge.path("carriedOut").asInt()).isEqualTo(1);
		assertThat(bridge.path("carriedIn").asInt()).isZero();
		assertThat(bridge.path("footnote").asString()).contains("2号申请已于2023-12-29办结", "年末送达，节后补录");
		assertThat(this.office.get("/api/reports/" + this.town + "/2024")
			.path("table3")
			.path("carried_in")
			.path(0)
			.asInt()).isZero();
	}

	@Test
	void a_correction_is_a_second_edition_beside_the_first() {
		Map<String, byte[]> first = this.office.files(this.town, 1);
		this.office.post("decide-application", decided("2", "2023-12-29"), "年末送达，节后补录");
		this.office.done("reopen-report", """
				{"reportId": "%s/2023", "reopenedOn": "2024-02-01", "reason": "漏计一件办结"}""".formatted(this.town));
		this.office.published(this.town, "2024-02-02");

		assertThat(this.office.get("/api/reports/" + this.town + "/2023/editions/2")
			.path("table3")
			.path("granted")
			.path(6)
			.asInt()).isEqualTo(2);
		assertThat(ReportingOffice.text(this.office.file(this.town, 2, "html"))).contains("全年收到申请2件，结转0件。");
		assertThat(this.office.files(this.town, 1))
			.allSatisfy((format, bytes) -> assertThat(bytes).as(format).isEqualTo(first.get(format)));
		assertThat(this.office.get("/api/reports/" + this.town + "/2024/bridge").path("differences")).isEmpty();
	}

	@Test
	void a_late_file_is_taken_when_its_importer_says_why() throws IOException {
		Path register = this.dir.resolve("late.csv");
		Files.writeString(register, """
				application_no,agency,applicant_kind,applicant_name,channel,submitted_on,received_on,subject
				3,%1$s,business,申请人,oral,2023-12-27,2023-12-27,某事项
				4,%1$s,business,申请人,oral,2024-01-08,2024-01-08,某事项
				""".formatted(this.town));

		Map.Entry<Integer, String> refused = this.office.run("import", register.toString());
		Map.Entry<Integer, String> taken = this.office.run("import", register.toString(), "--reason", "节后补录");

		assertThat(refused.getKey()).isOne();
		assertThat(refused.getValue()).contains(this.town + "/2023表三“一、本年新收政府信息公开申请数量”商业企业0→1",
				this.town + "/2023 table 3 carried_out total 1 -> 2", "2 rows: 1 recorded, 0 unchanged, 1 refused");
		assertThat(taken.getKey()).isZero();
		assertThat(taken.getValue()).contains("2 rows: 1 recorded, 1 unchanged, 0 refused");
		assertThat(this.office.get("/api/reports/" + this.town + "/2024/bridge").path("footnote").asString())
			.contains("3号申请", "节后补录");
	}

	private String decided(String number, String day) {
		return """
				{"applicationId": "%s/%s", "outcome": "granted", "decidedOn": "%s"}""".formatted(this.town, number,
				day);
	}

	private String words(JsonNode cell) {
		return cell.path("row").asString() + " " + cell.path("column").asString() + " "
				+ cell.path("published").asString() + " -> " + cell.path("counted").asString() + " "
				+ numbers(cell.path("gone")) + " " + numbers(cell.path("come"));
	}

	private List<String> numbers(JsonNode cases) {
		return cases.valueStream().map((one) -> one.asString().replaceFirst("^.*/", "")).toList();
	}

}
