package org.gongkai.acceptance.report;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.gongkai.log.EventJson;
import org.gongkai.standalone.Office;
import org.gongkai.standalone.cli.GongkaiCommand;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/// A whole office, called over HTTP as its users call it, that publishes reports of 2023.
final class ReportingOffice implements AutoCloseable {

	private static final List<String> FORMATS = List.of("json", "html", "docx", "pdf", "xlsx", "csv", "zip");

	private final HttpClient client = HttpClient.newHttpClient();

	private final Office office;

	ReportingOffice(Path folder) {
		this.office = Office.open(folder, Office.Door.anywhere());
	}

	void registered(String code, String kind, @Nullable String parent) {
		done("register-agency", """
				{"code": "%s", "name": "某机关%s", "kind": "%s", "registeredOn": "2000-01-01"%s}""".formatted(code, code,
				kind, (parent == null) ? "" : ", \"parent\": \"" + parent + "\""));
	}

	void received(String agency, String number, String day) {
		done("receive-application",
				"""
						{"agency": "%s", "applicationNo": "%s", "applicantKind": "natural_person", "channel": "online", "submittedOn": "%s", "receivedOn": "%s"}"""
					.formatted(agency, number, day, day));
	}

	/// Opens a report of 2023 and writes its parts.
	void drafted(String agency, boolean withSubordinates) {
		done("open-report", """
				{"reportId": "%s/2023", "withSubordinates": %s, "openedOn": "2024-01-03"}""".formatted(agency,
				withSubordinates));
		for (String section : List.of("proactive_disclosure", "information_management", "platform", "supervision",
				"problems", "other_matters")) {
			written(agency, section, "如实办理。");
		}
		written(agency, "applications", "全年收到申请{{applications.new}}件，结转{{applications.carried_out}}件。");
	}

	void published(String agency, String day) {
		for (String step : List.of("submit", "approve", "publish")) {
			String on = step.equals("publish") ? "published" : step.equals("submit") ? "submitted" : "approved";
			done(step + "-report", "{\"reportId\": \"" + agency + "/2023\", \"" + on + "On\": \"" + day + "\"}");
		}
	}

	private void written(String agency, String section, String body) {
		done("write-section", """
				{"reportId": "%s/2023", "section": "%s", "body": "%s", "writtenOn": "2024-01-04"}""".formatted(agency,
				section, body));
	}

	/// The files of an edition by format.
	Map<String, byte[]> files(String agency, int edition) {
		Map<String, byte[]> files = new LinkedHashMap<>();
		FORMATS.forEach((format) -> files.put(format, file(agency, edition, format).body()));
		return files;
	}

	HttpResponse<byte[]> file(String agency, int edition, String format) {
		HttpResponse<byte[]> file = send(HttpRequest.newBuilder(
				address("/api/reports/" + agency + "/2023/editions/" + edition + "?fresh=true&format=" + format)));
		assertThat(file.statusCode()).as(text(file)).isEqualTo(200);
		return file;
	}

	JsonNode get(String path) {
		return get(path, false);
	}

	JsonNode get(String path, boolean withSubordinates) {
		HttpResponse<byte[]> answer = send(HttpRequest
			.newBuilder(address(path + "?fresh=true" + (withSubordinates ? "&withSubordinates=true" : ""))));
		assertThat(answer.statusCode()).as(text(answer)).isEqualTo(200);
		return EventJson.mapper().readTree(answer.body());
	}

	void done(String command, String json) {
		HttpResponse<byte[]> answer = post(command, json, null);
		assertThat(answer.statusCode()).as(command + " " + text(answer)).isEqualTo(200);
	}

	HttpResponse<byte[]> post(String command, String json, @Nullable String reason) {
		HttpRequest.Builder request = HttpRequest.newBuilder(address("/api/commands/" + command))
			.header("Content-Type", "application/json")
			.header("Gongkai-Actor", "wang")
			.POST(HttpRequest.BodyPublishers.ofString(json));
		if (reason != null) {
			request.header("Gongkai-Reason", URLEncoder.encode(reason, StandardCharsets.UTF_8));
		}
		return send(request);
	}

	/// Runs a command line against this office.
	/// @return exit code and what was printed
	Map.Entry<Integer, String> run(String... arguments) {
		CommandLine line = GongkaiCommand.commandLine();
		StringWriter out = new StringWriter();
		line.setOut(new PrintWriter(out, true));
		List<String> all = new ArrayList<>(List.of(arguments));
		all.addAll(List.of("--data", this.office.folder().toString()));
		int exit = line.execute(all.toArray(String[]::new));
		return Map.entry(exit, out.toString());
	}

	private URI address(String path) {
		return URI.create(this.office.url() + path);
	}

	private HttpResponse<byte[]> send(HttpRequest.Builder builder) {
		HttpRequest request = builder.header("Authorization", "Bearer " + this.office.operatorToken()).build();
		try {
			return this.client.send(request, HttpResponse.BodyHandlers.ofByteArray());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	static String text(HttpResponse<byte[]> answer) {
		return new String(answer.body(), StandardCharsets.UTF_8);
	}

	@Override
	public void close() {
		this.client.close();
		this.office.close();
	}

}
