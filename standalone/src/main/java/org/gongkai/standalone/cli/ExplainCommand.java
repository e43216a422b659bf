package org.gongkai.standalone.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

@Command(name = "explain", mixinStandardHelpOptions = true,
		description = { "In which cell of a year's tables a case is, and why.", "计数说明：一件申请计入哪一格及其依据。" })
final class ExplainCommand extends Question {

	@Mixin
	CaseName name = new CaseName();

	@Option(names = "--year", paramLabel = "YEAR", required = true, description = { "The year.", "年度。" })
	int year;

	@Option(names = "--table", paramLabel = "TABLE", defaultValue = "3",
			description = { "3, or 4 for the disputes about it (default: ${DEFAULT-VALUE}).", "表三，或表四（有关案件）。" })
	int table;

	@Option(names = "--known-at", paramLabel = "MOMENT",
			description = { "As known at this position of the log, instant or day.", "截至日志某一位置、时刻或日期。" })
	@Nullable String knownAt;

	@Override
	JsonNode ask(Client client) {
		Map<String, Object> query = new LinkedHashMap<>();
		query.put("id", this.name.id());
		query.put("year", this.year);
		query.put("table", this.table);
		query.put("fresh", true);
		if (this.knownAt != null) {
			query.put("knownAt", this.knownAt);
		}
		return client.getJson("/api/audit/explanation", query);
	}

	@Override
	void print(JsonNode answer, PrintWriter out) {
		for (JsonNode explained : answer.path("explanations")) {
			String cells = explained.path("cells")
				.valueStream()
				.map((cell) -> text(cell, "row") + " / " + text(cell, "column"))
				.collect(Collectors.joining(", "));
			out.println(text(explained, "id") + " table 表 " + text(explained, "table") + " " + this.year + ": "
					+ (cells.isEmpty() ? "in no cell 不计入" : cells));
			for (JsonNode step : explained.path("steps")) {
				out.println("  " + text(step, "zh") + "（" + text(step, "article") + "）" + entries(step));
				out.println("    " + text(step, "en"));
			}
			for (JsonNode by : explained.path("countedBy")) {
				out.println("  counted by 计入 " + text(by, "agency") + " " + text(by, "name")
						+ (by.path("withSubordinates").asBoolean() ? " (with subordinates 含下级)" : ""));
			}
		}
	}

	private static String entries(JsonNode step) {
		String entries = step.path("evidence")
			.valueStream()
			.map((one) -> text(one, "position") + " " + text(one, "effectiveOn") + " " + text(one, "actor"))
			.collect(Collectors.joining("; "));
		return entries.isEmpty() ? "" : " [" + entries + "]";
	}

}
