package org.gongkai.query.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.gongkai.events.agency.AgencyKind;
import org.gongkai.events.agency.AgencyRegistered;
import org.gongkai.events.application.ApplicantKind;
import org.gongkai.events.application.ApplicationReceived;
import org.gongkai.events.application.Channel;
import org.gongkai.events.application.Personal;
import org.gongkai.query.QueryServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class ReportFilesTest {

	private static QueryServer server;

	@BeforeAll
	static void open() {
		server = new QueryServer();
		server.record(agency("C", null), agency("T1", "C"), agency("T2", "C"));
		server.record(received("C/1", "2023-02-01"), received("T1/1", "2023-03-01"), received("T1/2", "2023-04-03"),
				received("T2/1", "2023-05-04"));
		server.get("/api/status");
	}

	@AfterAll
	static void close() {
		server.close();
	}

	@Test
	void every_format_is_served_with_its_type_and_a_file_name() {
		assertThat(type("docx")).isEqualTo("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
		assertThat(type("xlsx")).isEqualTo("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
		assertThat(type("pdf")).isEqualTo("application/pdf");
		assertThat(type("zip")).isEqualTo("application/zip");
		assertThat(type("html")).isEqualTo("text/html;charset=UTF-8");
		assertThat(server.bytes("/api/reports/T1/2023?format=pdf").headers().firstValue("Content-Disposition"))
			.hasValueSatisfying((name) -> assertThat(name).contains("T1-2023.pdf"));
	}

	@Test
	void the_annexes_add_up_to_the_report_with_subordinates() throws IOException {
		byte[] bundle = server.bytes("/api/reports/C/2023?format=zip&withSubordinates=true").body();
		List<String> names = new ArrayList<>();
		List<List<Integer>> received = new ArrayList<>();
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bundle), StandardCharsets.UTF_8)) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				names.add(entry.getName());
				if (entry.getName().endsWith(".json")) {
					received.add(received(JsonMapper.shared().readTree(zip.readAllBytes())));
				}
			}
		}

		assertThat(names).contains("机关C2023年政府信息公开工作年度报告.pdf", "附件/1-机关C/机关C2023年政府信息公开工作年度报告.docx",
				"附件/3-机关T2/机关T22023年政府信息公开工作年度报告.pdf");
		assertThat(received).containsExactlyInAnyOrder(List.of(4, 0, 0, 0, 0, 0, 4), List.of(1, 0, 0, 0, 0, 0, 1),
				List.of(2, 0, 0, 0, 0, 0, 2), List.of(1, 0, 0, 0, 0, 0, 1));
	}

	@Test
	void a_report_names_its_annexes_when_asked_for_them() {
		assertThat(server.call("GET", "/api/reports/C/2023?format=html&withSubordinates=true&annexes=true").body())
			.contains("附件2　机关T12023年", "本机关及下级机关共3个");
		assertThat(server.call("GET", "/api/reports/C/2023?format=html&withSubordinates=true").body())
			.doesNotContain("附件");
	}

	private static String type(String format) {
		HttpResponse<byte[]> reply = server.bytes("/api/reports/T1/2023?format=" + format);
		assertThat(reply.statusCode()).isEqualTo(200);
		return reply.headers().firstValue("Content-Type").orElseThrow();
	}

	private static List<Integer> received(JsonNode report) {
		return StreamSupport.stream(report.at("/table3/new").spliterator(), false).map(JsonNode::asInt).toList();
	}

	private static AgencyRegistered agency(String code, String parent) {
		return new AgencyRegistered(code, "机关" + code, AgencyKind.TOWNSHIP, parent, LocalDate.parse("2000-01-01"));
	}

	private static ApplicationReceived received(String id, String day) {
		LocalDate on = LocalDate.parse(day);
		String[] parts = id.split("/");
		return new ApplicationReceived(id, parts[0], parts[1], ApplicantKind.NATURAL_PERSON, Channel.IN_PERSON, on, on,
				false, new Personal("李某", null, null, null, null, "某项目", null, null));
	}

}
