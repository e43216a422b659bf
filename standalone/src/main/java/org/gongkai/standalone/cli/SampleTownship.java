package org.gongkai.standalone.cli;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.LinkedHashMap;
import java.util.Map;

import org.gongkai.standalone.Failed;
import tools.jackson.databind.JsonNode;

/// The sample township: a year without an application, and its annual report from opening to publication.
final class SampleTownship {

	static final String CODE = "430321-hk";

	private static final String REPORT = CODE + "/2021";

	private static final List<String> SECTIONS = List.of("overview", "proactive_disclosure", "applications",
			"information_management", "platform", "supervision", "problems", "other_matters");

	private final Client client;

	SampleTownship(Client client) {
		this.client = client;
	}

	/// Records the year and publishes its report; what an earlier call recorded stays as
	/// it is.
	/// @param imports follows the imports
	/// @throws Failed if the sample is not taken whole
	void load(ImportRun imports) {
		// a township that received nothing still answers for its year
		unlessDone("open-ledger", Map.of("code", CODE, "openedOn", "2021-01-01"), "ledger-already-opened");
		Sample.requireWhole(imports.follow("tallies", "tallies.csv",
				BodyPublishers.ofByteArray(Sample.bytes("township/tallies.csv")), Map.of()));
		String stage = stage();
		if (stage.isEmpty()) {
			report("open-report", "openedOn", "2022-01-04", Map.of("withSubordinates", false));
		}
		if (stage.isEmpty() || stage.equals("draft")) {
			SECTIONS.forEach((section) -> report("write-section", "writtenOn", "2022-01-06", Map.of("section", section,
					"body", new String(Sample.bytes("township/" + section + ".txt"), StandardCharsets.UTF_8))));
			report("submit-report", "submittedOn", "2022-01-10", Map.of());
			stage = "submitted";
		}
		if (stage.equals("submitted")) {
			report("approve-report", "approvedOn", "2022-01-12", Map.of());
			stage = "approved";
		}
		if (stage.equals("approved")) {
			report("publish-report", "publishedOn", "2022-01-14", Map.of());
		}
	}

	private void report(String command, String day, String on, Map<String, ?> more) {
		Map<String, Object> fields = new LinkedHashMap<>(more);
		fields.put("reportId", REPORT);
		fields.put(day, on);
		this.client.command(command, fields);
	}

	private String stage() {
		for (JsonNode report : this.client.getJson("/api/reports", Map.of("fresh", true)).path("reports")) {
			if (report.path("agency").asString().equals(CODE) && report.path("year").asInt() == 2021) {
				return report.path("stage").asString();
			}
		}
		return "";
	}

	private void unlessDone(String command, Map<String, ?> fields, String code) {
		try {
			this.client.command(command, fields);
		}
		catch (Refusal ex) {
			if (!ex.problem().path("code").asString("").equals(code)) {
				throw ex;
			}
		}
	}

}
