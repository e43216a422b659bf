package org.gongkai.standalone.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import tools.jackson.databind.JsonNode;

/// Table two of a report as aligned text, in the form of its year.
final class TableTwoText {

	private TableTwoText() {
	}

	/// @param report as the office gives it in JSON
	static String of(JsonNode report) {
		List<JsonNode> rows = report.path("table2").valueStream().toList();
		boolean first = rows.stream().anyMatch((row) -> row.has("newlyMade"));
		return report.path("agency").path("name").asString("") + " " + report.path("year").asString("") + " 年 表二"
				+ System.lineSeparator() + (first ? form2019(rows) : form2021(rows));
	}

	private static String form2021(List<JsonNode> rows) {
		TextTable documents = new TextTable(Set.of(1, 2, 3));
		documents.row("", "制发", "废止", "现行有效");
		TextTable numbers = new TextTable(Set.of(1));
		numbers.row("", "处理决定");
		for (JsonNode row : rows) {
			if (row.has("inForce")) {
				add(documents, row, "made", "repealed", "inForce");
			}
			else if (row.has("decisions")) {
				add(numbers, row, "decisions");
			}
			else {
				numbers.row(row.path("item").asString(""), row.path("amountWanYuan").asString() + " 万元");
			}
		}
		return documents.toString() + numbers;
	}

	private static String form2019(List<JsonNode> rows) {
		TextTable documents = new TextTable(Set.of(1, 2, 3));
		documents.row("", "新制作", "新公开", "对外公开总数");
		TextTable items = new TextTable(Set.of(1, 2, 3));
		items.row("", "上一年项目", "本年增/减", "处理决定");
		TextTable procured = new TextTable(Set.of(1, 2));
		procured.row("", "采购项目", "采购总金额");
		for (JsonNode row : rows) {
			if (row.has("newlyMade")) {
				add(documents, row, "newlyMade", "newlyPublished", "publishedTotal");
			}
			else if (row.has("change")) {
				add(items, row, "lastYearItems", "change", "decisions");
			}
			else {
				add(procured, row, "items", "amount");
			}
		}
		return documents.toString() + items + procured;
	}

	private static void add(TextTable table, JsonNode row, String... columns) {
		List<String> cells = new ArrayList<>(List.of(row.path("item").asString("")));
		for (String column : columns) {
			cells.add(row.path(column).asString(""));
		}
		table.row(cells.toArray());
	}

}
