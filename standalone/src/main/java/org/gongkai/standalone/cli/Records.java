package org.gongkai.standalone.cli;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

import org.gongkai.query.report.published.PrintedReport;
import tools.jackson.databind.JsonNode;

/// What an office's record says for the agency and year of a published report.
final class Records {

	private final Client client;

	Records(Client client) {
		this.client = client;
	}

	/// The record's report of the agency alone and with all below it; none where the
	/// record does not have this agency and year.
	List<PrintedReport> of(PrintedReport report) {
		Optional<String> code = code(report.source());
		List<PrintedReport> records = new ArrayList<>();
		for (boolean withSubordinates : code.isPresent() ? new boolean[] { false, true } : new boolean[0]) {
			try {
				records.add(PrintedReport.ofJson("record",
						this.client.get("/api/reports/" + Client.encode(code.get()) + "/" + report.source().year(),
								Map.of("fresh", true, "withSubordinates", withSubordinates))));
			}
			catch (Refusal ex) {
				if (!"unknown-year".equals(ex.problem().path("code").asString(""))) {
					throw ex;
				}
			}
		}
		return records;
	}

	private Optional<String> code(PrintedReport.Source source) {
		JsonNode agencies = this.client.getJson("/api/agencies", Map.of("fresh", true)).path("agencies");
		return StreamSupport.stream(agencies.spliterator(), false)
			.filter((agency) -> agency.path("code").asString("").equals(source.code())
					|| bare(agency.path("name").asString("")).equals(bare(source.agency())))
			.map((agency) -> agency.path("code").asString(""))
			.findFirst();
	}

	private static String bare(String name) {
		return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("[\\s()]", "");
	}

}
