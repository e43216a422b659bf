package org.gongkai.query.report.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.gongkai.query.report.document.FormTable.Cell;
import org.gongkai.query.report.document.FormTable.Name;

/// Lays table four out: fifteen numbers under three rows of headings. The forms of 2019 and of 2021 are the same.
public final class TableFourLayout {

	/// The heading of the section.
	public static final String CAPTION = "四、政府信息公开行政复议、行政诉讼情况";

	private static final List<Name> RESULTS = List.of(new Name("upheld", "结果维持"), new Name("corrected", "结果纠正"),
			new Name("other", "其他结果"), new Name("pending", "尚未审结"), new Name("total", "总计"));

	private static final List<Name> WAYS = List.of(new Name("review", "行政复议"), new Name("direct", "行政诉讼－未经复议直接起诉"),
			new Name("after_review", "行政诉讼－复议后起诉"));

	private TableFourLayout() {
	}

	/// The table.
	///
	/// @param numbers fifteen printed numbers in the order of the form: five of 行政复议,
	/// five of 未经复议直接起诉, five of 复议后起诉
	/// @throws IllegalArgumentException if there are more or fewer
	public static FormTable table(List<String> numbers, List<String> notes) {
		if (numbers.size() != WAYS.size() * RESULTS.size()) {
			throw new IllegalArgumentException("table four has fifteen numbers, not " + numbers.size());
		}
		List<Cell> row = new ArrayList<>();
		for (Name way : WAYS) {
			for (Name result : RESULTS) {
				row.add(Cell.number(numbers.get(row.size()), 1, way, result));
			}
		}
		List<Cell> lawsuits = new ArrayList<>(heads(2));
		lawsuits.add(Cell.columnHead("未经复议直接起诉", 1, RESULTS.size()));
		lawsuits.add(Cell.columnHead("复议后起诉", 1, RESULTS.size()));
		List<Cell> results = Stream.concat(heads(1).stream(), heads(1).stream()).toList();
		return new FormTable(FormTable.Table.FOUR, CAPTION, Stream.generate(() -> 1).limit(numbers.size()).toList(),
				List.of(List.of(Cell.columnHead("行政复议", 1, RESULTS.size()),
						Cell.columnHead("行政诉讼", 1, 2 * RESULTS.size())), lawsuits, results),
				List.of(row), notes);
	}

	private static List<Cell> heads(int rowspan) {
		return RESULTS.stream().map((result) -> Cell.columnHead(result.label(), rowspan, 1)).toList();
	}

}
