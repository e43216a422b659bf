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
		description = { "Whether the cells of a year's table are exclusive and complete, and the records of one.",
				"某年一张表的各格是否不重不漏，以及某一格的记录。" })
final class CellsCommand extends Question {

	@Option(names = "--agency", paramLabel = "CODE", required = true, description = { "The agency.", "机关代码。" })
	String agency = "";

	@Option(names = "--year", paramLabel = "YEAR", required = true, description = { "The year.", "年度。" })
	int year;

	@Option(names = "--with-subordinates", description = { "With every agency below it.", "含所属机关。" })
	boolean withSubordinates;

	@Option(names = "--table", paramLabel = "TABLE", defaultValue = "3",
			description = { "2, 3 or 4 (default: ${DEFAULT-VALUE}).", "表二、表三或表四。" })
	int table;

	@Option(names = "--row", paramLabel = "ROW", description = { "The records of this row.", "列出该行的记录。" })
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
		query.put("table", this.table);
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
		out.println(answer.path("touching").asInt() + " records count in the table 计入本表的记录; "
				+ (answer.path("holds").asBoolean() ? "every cell is their sum, exclusive and complete 不重不漏"
						: "NOT exclusive and complete 有重复或遗漏"));
		answer.path("sides").forEach((side) -> side(side, out));
		for (JsonNode cell : answer.path("cells")) {
			if (!text(cell, "printed").equals(text(cell, "sum"))) {
				out.println(
						"printed 表中 " + text(cell, "printed") + ", sum 合计 " + text(cell, "sum") + ": " + name(cell));
			}
			cell.path("missing").forEach((id) -> out.println("missing 缺 " + id.asString() + ": " + name(cell)));
			cell.path("astray").forEach((id) -> out.println("astray 误 " + id.asString() + ": " + name(cell)));
		}
		for (JsonNode one : answer.path("cell").path("records")) {
			out.println(text(one, "id") + "  " + text(one, "number") + "  " + text(one, "zh"));
		}
	}

	private static void side(JsonNode side, PrintWriter out) {
		TextTable table = new TextTable(Set.of(1));
		side.path("lines").forEach((line) -> table.row(name(line), line.path("records").asInt()));
		table.row("sum 合计", side.path("sum").asInt());
		out.print(table);
		for (String wrong : new String[] { "twice", "nowhere", "elsewhere" }) {
			side.path(wrong).forEach((id) -> out.println(wrong + " " + id.asString()));
		}
	}

	/// A row, and its column where that is not the sum.
	private static String name(JsonNode cell) {
		return text(cell, "column").equals("total") ? text(cell, "row")
				: text(cell, "row") + " / " + text(cell, "column");
	}

}
