package org.gongkai.standalone.cli;

import java.util.Set;

import tools.jackson.databind.JsonNode;

/// Table four of a report as aligned text.
final class TableFourText {

	private static final String[] BLOCKS = { "行政复议", "未经复议直接起诉", "复议后起诉" };

	private static final int WIDTH = 5;

	private TableFourText() {
	}

	/// @param report as the office gives it in JSON
	static String of(JsonNode report) {
		TextTable table = new TextTable(Set.of(1, 2, 3, 4, 5));
		table.row("表四", "结果维持", "结果纠正", "其他结果", "尚未审结", "总计");
		for (int block = 0; block < BLOCKS.length; block++) {
			Object[] cells = new Object[WIDTH + 1];
			cells[0] = BLOCKS[block];
			for (int cell = 0; cell < WIDTH; cell++) {
				cells[cell + 1] = report.path("table4").path(block * WIDTH + cell).asString("");
			}
			table.row(cells);
		}
		return table + report.path("disputeNote").asString("") + System.lineSeparator();
	}

}
