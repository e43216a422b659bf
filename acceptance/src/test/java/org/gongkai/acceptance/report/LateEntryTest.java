package org.gongkai.acceptance.report;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.gongkai.log.EventJson;
import org.gongkai.standalone.Office;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/// The township T published 2023: T/1 granted, T/2 carried out. On 9 January it writes down that T/2 had been decided on 29 December.
class LateEntryTest {

	private static final List<String> FORMATS = List.of("json", "html", "docx", "pdf", "xlsx", "csv", "zip");

	private static final String DECIDED = """
			{"applicationId": "T/2", "outcome": "granted", "decidedOn": "2023-12-29"}""";

	@TempDir
	Path dir;

	private final HttpClient client = HttpClient.newHttpClient();

	private @Nullable Office office;

	@BeforeEach
	void publish() {
		this.office = Office.open(this.dir.resolve("office"), Office.Door.anywhere());
		done("register-agency", """
				{"code": "T", "name": "某镇人民政府", "kind": "township", "registeredOn": "2000-01-01"}""");
		received("1", "2023-03-01");
		done("decide-application", """
				{"applicationId": "T/1", "outcome": "granted", "decidedOn": "2023-03-20"}""");
		received("2", "2023-12-04");
		done("open-report", """
				{"reportId": "T/2023", "withSubordinates": false, "openedOn": "2024-01-03"}""");
		for (String section : List.of("proactive_disclosure", "information_management", "platform", "supervision",
				"problems", "other_matters")) {
			written(section, "如实办理。");
		}
		written("applications", "全年收到申请{{applications.new}}件，结转{{applications.carried_out}}件。");
		published("2024-01-05");
	}

	@AfterEach
	void close() {
		this.client.close();
		if (this.office != null) {
			this.office.close();
		}
	}

	@Test
	void the_published_report_stays_to_the_byte_and_the_difference_is_told_case_by_case() {
		Map<String, byte[]> before = files(1);
		assertThat(new String(before.get("html"), StandardCharsets.UTF_8)).contains("全年收到申请2件，结转1件。");

		HttpResponse<byte[]> refused = post("decide-application", DECIDED, null);
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(text(refused)).contains("changes-published", "\"carried_out\"");
		HttpResponse<byte[]> accepted = post("decide-application", DECIDED, "年末送达，节后补录");
		assertThat(accepted.statusCode()).as(text(accepted)).isEqualTo(200);

		assertThat(files(1)).allSatisfy((format, bytes) -> assertThat(bytes).as(format).isEqualTo(before.get(format)));
		assertThat(get("/api/reports/T/2023/editions/1/comparison").path("cells")).extracting(LateEntryTest::words)
			.containsExactly("granted natural_person 1 -> 2 [] [\"T/2\"]", "granted total 1 -> 2 [] [\"T/2\"]",
					"total natural_person 1 -> 2 [] [\"T/2\"]", "total total 1 -> 2 [] [\"T/2\"]",
					"carried_out natural_person 1 -> 0 [\"T/2\"] []", "carried_out total 1 -> 0 [\"T/2\"] []");
		JsonNode bridge = get("/api/reports/T/2024/bridge");
		assertThat(bridge.path("carriedOut").asInt()).isEqualTo(1);
		assertThat(bridge.path("carriedIn").asInt()).isZero();
		assertThat(bridge.path("footnote").asString()).contains("2号申请已于2023-12-29办结", "年末送达，节后补录");
		assertThat(get("/api/reports/T/2024").path("table3").path("carried_in").path(0).asInt()).isZero();
	}

	@Test
	void a_correction_is_a_second_edition_beside_the_first() {
		Map<String, byte[]> first = files(1);
		post("decide-application", DECIDED, "年末送达，节后补录");
		done("reopen-report", """
				{"reportId": "T/2023", "reopenedOn": "2024-02-01", "reason": "漏计一件办结"}""");
		published("2024-02-02");

		assertThat(get("/api/reports/T/2023/editions/2").path("table3").path("granted").path(6).asInt()).isEqualTo(2);
		assertThat(text(file(2, "html"))).contains("全年收到申请2件，结转0件。");
		assertThat(files(1)).allSatisfy((format, bytes) -> assertThat(bytes).as(format).isEqualTo(first.get(format)));
		assertThat(get("/api/reports/T/2024/bridge").path("differences")).isEmpty();
	}

	private void received(String number, String day) {
		done("receive-application",
				"""
						{"agency": "T", "applicationNo": "%s", "applicantKind": "natural_person", "channel": "online", "submittedOn": "%s", "receivedOn": "%s"}"""
					.formatted(number, day, day));
	}

	private void written(String section, String body) {
		done("write-section", """
				{"reportId": "T/2023", "section": "%s", "body": "%s", "writtenOn": "2024-01-04"}""".formatted(section,
				body));
	}

	private void published(String day) {
		done("submit-report", "{\"reportId\": \"T/2023\", \"submittedOn\": \"" + day + "\"}");
		done("approve-report", "{\"reportId\": \"T/2023\", \"approvedOn\": \"" + day + "\"}");
		done("publish-report", "{\"reportId\": \"T/2023\", \"publishedOn\": \"" + day + "\"}");
	}

	private Map<String, byte[]> files(int edition) {
		Map<String, byte[]> files = new LinkedHashMap<>();
		FORMATS.forEach((format) -> files.put(format, file(edition, format).body()));
		return files;
	}

	private HttpResponse<byte[]> file(int edition, String format) {
		HttpResponse<byte[]> file = send(HttpRequest
			.newBuilder(address("/api/reports/T/2023/editions/" + edition + "?fresh=true&format=" + format))
			.build());
		assertThat(file.statusCode()).as(text(file)).isEqualTo(200);
		return file;
	}

	private JsonNode get(String path) {
		HttpResponse<byte[]> answer = send(HttpRequest.newBuilder(address(path + "?fresh=true")).build());
		assertThat(answer.statusCode()).as(text(answer)).isEqualTo(200);
		return EventJson.mapper().readTree(answer.body());
	}

	private void done(String command, String json) {
		HttpResponse<byte[]> answer = post(command, json, null);
		assertThat(answer.statusCode()).as(command + " " + text(answer)).isEqualTo(200);
	}

	private HttpResponse<byte[]> post(String command, String json, @Nullable String reason) {
		HttpRequest.Builder request = HttpRequest.newBuilder(address("/api/commands/" + command))
			.header("Content-Type", "application/json")
			.header("Gongkai-Actor", "wang")
			.POST(HttpRequest.BodyPublishers.ofString(json));
		if (reason != null) {
			request.header("Gongkai-Reason", URLEncoder.encode(reason, StandardCharsets.UTF_8));
		}
		return send(request.build());
	}

	private URI address(String path) {
		if (this.office == null) {
			throw new IllegalStateException("the office is closed");
		}
		return URI.create(this.office.url() + path);
	}

	private HttpResponse<byte[]> send(HttpRequest request) {
		try {
			return this.client.send(request, HttpResponse.BodyHandlers.ofByteArray());
		}
		catch (java.io.IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static String words(JsonNode cell) {
		return cell.path("row").asString() + " " + cell.path("column").asString() + " "
				+ cell.path("published").asString() + " -> " + cell.path("counted").asString() + " " + cell.path("gone")
				+ " " + cell.path("come");
	}

	private static String text(HttpResponse<byte[]> answer) {
		return new String(answer.body(), StandardCharsets.UTF_8);
	}

}
