package org.gongkai.standalone.cli;

import java.util.Set;

import tools.jackson.databind.JsonNode;

/// Table two of a report as aligned text.
final class TableTwoText {

	private TableTwoText() {
	}

	/// @param report as the office gives it in JSON
	static String of(JsonNode report) {
		TextTable documents = new TextTable(Set.of(1, 2, 3));
		documents.row("", "制发", "废止", "现行有效");
		TextTable numbers = new TextTable(Set.of(1));
		numbers.row("", "处理决定");
		for (JsonNode row : report.path("table2")) {
			String item = row.path("item").asString("");
			if (row.has("inForce")) {
				documents.row(item, row.path("made").asString(), row.path("repealed").asString(),
						row.path("inForce").asString());
			}
			else if (row.has("decisions")) {
				numbers.row(item, row.path("decisions").asString());
			}
			else {
				numbers.row(item, row.path("amountWanYuan").asString() + " 万元");
			}
		}
		return report.path("agency").path("name").asString("") + " " + report.path("year").asString("") + " 年 表二"
				+ System.lineSeparator() + documents + numbers;
	}

}
