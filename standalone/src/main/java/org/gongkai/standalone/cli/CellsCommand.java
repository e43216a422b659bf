package org.gongkai.standalone.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

@Command(name = "cells", mixinStandardHelpOptions = true,
		description = { "Whether the cells of a table three are exclusive and complete, and the cases of one.",
				"表三各格是否不重不漏，以及某一格的案件。" })
final class CellsCommand extends Question {

	@Option(names = "--agency", paramLabel = "CODE", required = true, description = { "The agency.", "机关代码。" })
	String agency = "";

	@Option(names = "--year", paramLabel = "YEAR", required = true, description = { "The year.", "年度。" })
	int year;

	@Option(names = "--with-subordinates", description = { "With every agency below it.", "含所属机关。" })
	boolean withSubordinates;

	@Option(names = "--row", paramLabel = "ROW", description = { "The cases of this row.", "列出该行的案件。" })
	@Nullable String row;

	@Option(names = "--column", paramLabel = "COLUMN", defaultValue = "total",
			description = { "And of this column (default: ${DEFAULT-VALUE}).", "及该列。" })
	String column = "total";

	@Option(names = "--known-at", paramLabel = "MOMENT",
			description = { "As known at this position of the log, instant or day.", "截至日志某一位置、时刻或日期。" })
	@Nullable String knownAt;

	@Override
	JsonNode ask(Client client) {
		Map<String, Object> query = new LinkedHashMap<>();
		query.put("withSubordinates", this.withSubordinates);
		query.put("column", this.column);
		query.put("fresh", true);
		if (this.row != null) {
			query.put("row", this.row);
		}
		if (this.knownAt != null) {
			query.put("knownAt", this.knownAt);
		}
		return client.getJson("/api/audit/cells/" + Client.encode(this.agency) + "/" + this.year, query);
	}

	@Override
	void print(JsonNode answer, PrintWriter out) {
		out.println(answer.path("touching").asInt() + " cases touch the year 与本年度有关的申请; "
				+ (answer.path("holds").asBoolean() ? "each in one row of either side 不重不漏"
						: "NOT exclusive and complete 有重复或遗漏"));
		side(answer.path("entry"), out);
		side(answer.path("exit"), out);
		answer.path("cell").path("cases").forEach((id) -> out.println(id.asString()));
	}

	private static void side(JsonNode side, PrintWriter out) {
		TextTable table = new TextTable(Set.of(1));
		side.path("lines").forEach((line) -> table.row(text(line, "row"), line.path("cases").asInt()));
		table.row("sum 合计", side.path("sum").asInt());
		out.print(table);
		for (String wrong : new String[] { "twice", "nowhere", "elsewhere" }) {
			side.path(wrong).forEach((id) -> out.println(wrong + " " + id.asString()));
		}
	}

}
