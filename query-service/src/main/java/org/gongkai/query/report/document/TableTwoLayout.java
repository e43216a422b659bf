package org.gongkai.query.report.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.gongkai.query.report.document.FormTable.Cell;
import org.gongkai.query.report.document.FormTable.Name;

/// Lays table two out: a block with headings of its own for each item of article 20.
public enum TableTwoLayout {

	/// 国办公开办函〔2019〕60号, for the reports of 2019 and 2020.
	FORM_2019(List.of(
			new Block("第二十条第（一）项",
					names("newlyMade", "本年新制作数量", "newlyPublished", "本年新公开数量", "publishedTotal", "对外公开总数量"),
					names("regulations", "规章", "normative_documents", "规范性文件")),
			new Block("第二十条第（五）项", names("lastYearItems", "上一年项目数量", "change", "本年增/减", "decisions", "处理决定数量"),
					names("licences", "行政许可", "other_services", "其他对外管理服务事项")),
			new Block("第二十条第（六）项", names("lastYearItems", "上一年项目数量", "change", "本年增/减", "decisions", "处理决定数量"),
					names("penalties", "行政处罚", "coercions", "行政强制")),
			new Block("第二十条第（八）项", names("lastYearItems", "上一年项目数量", "change", "本年增/减"), names("fees", "行政事业性收费")),
			new Block("第二十条第（九）项", names("items", "采购项目数量", "amount", "采购总金额"), names("procurement", "政府集中采购")))),

	/// 国办公开办函〔2021〕30号, for the reports of 2021 and later.
	FORM_2021(List.of(
			new Block("第二十条第（一）项", names("made", "本年制发件数", "repealed", "本年废止件数", "inForce", "现行有效件数"),
					names("regulations", "规章", "normative_documents", "行政规范性文件")),
			new Block("第二十条第（五）项", names("decisions", "本年处理决定数量"), names("licences", "行政许可")),
			new Block("第二十条第（六）项", names("decisions", "本年处理决定数量"), names("penalties", "行政处罚", "coercions", "行政强制")),
			new Block("第二十条第（八）项", names("amountWanYuan", "本年收费金额（单位：万元）"), names("fees", "行政事业性收费"))));

	/// The heading of the section.
	public static final String CAPTION = "二、主动公开政府信息情况";

	/// The heading of the column of rows.
	private static final String CONTENT = "信息内容";

	private static final int NUMBER_COLUMNS = 3;

	private final List<Block> blocks;

	TableTwoLayout(List<Block> blocks) {
		this.blocks = blocks;
	}

	private record Block(String item, List<Name> columns, List<Name> rows) {
	}

	/// The layout of a report year; years before 2019 are shown in the oldest form.
	public static TableTwoLayout of(int year) {
		return (year < 2021) ? FORM_2019 : FORM_2021;
	}

	/// The table.
	///
	/// @param numbers by the row's name on the wire: as many printed numbers as the row
	/// has columns, in the order of the form; an amount in 万元 is a decimal
	/// @throws IllegalArgumentException if a row is missing or has too many or few
	/// numbers
	public FormTable table(Map<String, List<String>> numbers, List<String> notes) {
		List<List<Cell>> body = new ArrayList<>();
		for (Block block : this.blocks) {
			body.add(List.of(Cell.columnHead(block.item(), 1, 1 + NUMBER_COLUMNS)));
			List<Cell> heads = new ArrayList<>(List.of(Cell.columnHead(CONTENT, 1, 1)));
			for (int column = 0; column < block.columns().size(); column++) {
				heads.add(Cell.columnHead(block.columns().get(column).label(), 1, span(block, column)));
			}
			body.add(heads);
			block.rows().forEach((row) -> body.add(row(block, row, numbers.getOrDefault(row.wire(), List.of()))));
		}
		return new FormTable(FormTable.Table.TWO, CAPTION, List.of(48, 36, 36, 36), List.of(), body, notes);
	}

	private static List<Cell> row(Block block, Name row, List<String> numbers) {
		if (numbers.size() != block.columns().size()) {
			throw new IllegalArgumentException("the row " + row.wire() + " has " + block.columns().size() + " numbers");
		}
		List<Cell> cells = new ArrayList<>(List.of(Cell.rowHead(row.label(), 1, 1)));
		for (int column = 0; column < numbers.size(); column++) {
			cells.add(Cell.number(numbers.get(column), span(block, column), row, block.columns().get(column)));
		}
		return cells;
	}

	// the last column of a block takes what is left of the width
	private static int span(Block block, int column) {
		return (column < block.columns().size() - 1) ? 1 : NUMBER_COLUMNS - column;
	}

	private static List<Name> names(String... wireAndLabel) {
		return Stream.iterate(0, (i) -> i < wireAndLabel.length, (i) -> i + 2)
			.map((i) -> new Name(wireAndLabel[i], wireAndLabel[i + 1]))
			.toList();
	}

}
