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
		description = { "In which cells of a year's tables a record is, and why.", "计数说明：一条记录计入哪一格及其依据。" })
final class ExplainCommand extends Question {

	@Mixin
	CaseName name = new CaseName();

	@Option(names = "--year", paramLabel = "YEAR", required = true, description = { "The year.", "年度。" })
	int year;

	@Option(names = "--of", paramLabel = "KIND",
			description = {
					"What the number is of: review, lawsuit, document or tally; an application where it is left out.",
					"编号所属：review（复议）、lawsuit（诉讼）、document（文件）或 tally（统计数）；不写即为申请。" })
	@Nullable String of;

	@Option(names = "--table", paramLabel = "TABLE",
			description = { "4 for the disputes about an application.", "写 4 即说明与该申请有关的案件。" })
	@Nullable Integer table;

	@Option(names = "--known-at", paramLabel = "MOMENT",
			description = { "As known at this position of the log, instant or day.", "截至日志某一位置、时刻或日期。" })
	@Nullable String knownAt;

	@Override
	JsonNode ask(Client client) {
		Map<String, Object> query = new LinkedHashMap<>();
		query.put("id", ((this.of == null) ? "" : this.of + ":") + this.name.id());
		query.put("year", this.year);
		query.put("fresh", true);
		if (this.table != null) {
			query.put("table", this.table);
		}
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
				.map((cell) -> text(cell, "row") + " / " + text(cell, "column")
						+ (text(cell, "number").equals("1") ? "" : " " + text(cell, "number")))
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
