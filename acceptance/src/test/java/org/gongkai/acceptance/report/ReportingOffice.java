package org.gongkai.acceptance.report;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.gongkai.acceptance.TriedOffice;
import org.gongkai.standalone.cli.GongkaiCommand;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/// The office, called over HTTP as its users call it, with agencies that publish reports of one year.
final class ReportingOffice implements AutoCloseable {

	private static final List<String> FORMATS = List.of("json", "html", "docx", "pdf", "xlsx", "csv", "zip");

	private final OfficeOverHttp office = new OfficeOverHttp();

	private final int year;

	/// Publishes reports of 2023.
	ReportingOffice() {
		this(2023);
	}

	ReportingOffice(int year) {
		this.year = year;
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

	/// Opens a report and writes its parts.
	void drafted(String agency, boolean withSubordinates) {
		done("open-report", """
				{"reportId": "%s/%d", "withSubordinates": %s, "openedOn": "%d-01-03"}""".formatted(agency, this.year,
				withSubordinates, this.year + 1));
		for (String section : List.of("proactive_disclosure", "information_management", "platform", "supervision",
				"problems", "other_matters")) {
			written(agency, section, "如实办理。");
		}
		written(agency, "applications", "全年收到申请{{applications.new}}件，结转{{applications.carried_out}}件。");
	}

	void published(String agency, String day) {
		for (String step : List.of("submit", "approve", "publish")) {
			String on = step.equals("publish") ? "published" : step.equals("submit") ? "submitted" : "approved";
			done(step + "-report",
					"{\"reportId\": \"" + agency + "/" + this.year + "\", \"" + on + "On\": \"" + day + "\"}");
		}
	}

	private void written(String agency, String section, String body) {
		done("write-section", """
				{"reportId": "%s/%d", "section": "%s", "body": "%s", "writtenOn": "%d-01-04"}""".formatted(agency,
				this.year, section, body, this.year + 1));
	}

	/// The files of an edition by format.
	Map<String, byte[]> files(String agency, int edition) {
		Map<String, byte[]> files = new LinkedHashMap<>();
		FORMATS.forEach((format) -> files.put(format, file(agency, edition, format).body()));
		return files;
	}

	HttpResponse<byte[]> file(String agency, int edition, String format) {
		return this.office
			.answer("/api/reports/" + agency + "/" + this.year + "/editions/" + edition + "?format=" + format);
	}

	JsonNode get(String path) {
		return get(path, false);
	}

	JsonNode get(String path, boolean withSubordinates) {
		return this.office.get(path + (withSubordinates ? "?withSubordinates=true" : ""));
	}

	void done(String command, String json) {
		this.office.done(command, json);
	}

	HttpResponse<byte[]> post(String command, String json, @Nullable String reason) {
		return this.office.post(command, json, reason);
	}

	/// Runs a command line against this office.
	/// @return exit code and what was printed
	Map.Entry<Integer, String> run(String... arguments) {
		TriedOffice tried = TriedOffice.get();
		CommandLine line = GongkaiCommand.commandLine();
		StringWriter out = new StringWriter();
		line.setOut(new PrintWriter(out, true));
		List<String> all = new ArrayList<>(List.of(arguments));
		all.addAll(List.of("--server", tried.url().toString(), "--token-file", tried.tokenFile().toString()));
		int exit = line.execute(all.toArray(String[]::new));
		return Map.entry(exit, out.toString());
	}

	static String text(HttpResponse<byte[]> answer) {
		return OfficeOverHttp.text(answer);
	}

	@Override
	public void close() {
		this.office.close();
	}

}
