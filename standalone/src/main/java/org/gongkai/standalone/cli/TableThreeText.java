package org.gongkai.standalone.cli;

import java.util.Set;

import tools.jackson.databind.JsonNode;

/// Table three of a report as aligned text.
final class TableThreeText {

	private TableThreeText() {
	}

	/// @param report as the office gives it in JSON
	static String of(JsonNode report) {
		TextTable table = new TextTable(Set.of(1, 2, 3, 4, 5, 6, 7));
		table.row("", "自然人", "商业企业", "科研机构", "社会公益", "法律服务", "其他", "总计");
		report.path("table3").properties().forEach((row) -> {
			Object[] cells = new Object[row.getValue().size() + 1];
			cells[0] = row.getKey();
			for (int i = 1; i < cells.length; i++) {
				cells[i] = row.getValue().get(i - 1).asString();
			}
			table.row(cells);
		});
		return report.path("agency").path("name").asString("") + " " + report.path("year").asString("")
				+ " 年 表三 (position " + report.path("asOf").path("position").asString("") + ")" + System.lineSeparator()
				+ table;
	}

}
