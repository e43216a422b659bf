package org.gongkai.query.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.gongkai.statute.report.Column;
import org.gongkai.statute.report.DisputeBlock;
import org.gongkai.statute.report.DisputeResult;
import org.gongkai.statute.report.Row;
import org.gongkai.statute.report.TableFour;
import org.gongkai.statute.report.TableThreeForm;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/// Lays the tables out as the form has them, with their merged heads.
@Component
class ReportPage {

	private final ITemplateEngine templates;

	ReportPage(ITemplateEngine templates) {
		this.templates = templates;
	}

	/// One printed row.
	///
	/// @param name the row's name on the wire
	/// @param label its words
	/// @param span how many head columns the words take, 1 to 3
	/// @param results number of rows that the head of the results spans; 0 where it does
	/// not begin
	/// @param group words of the group that begins here; null where none does
	/// @param groupSpan number of rows of that group
	/// @param cells seven numbers
	record Line(String name, String label, int span, int results, @Nullable String group, int groupSpan,
			List<Cell> cells) {
	}

	/// @param column the column's name on the wire
	/// @param label its heading
	record Cell(String column, String label, int value) {
	}

	static List<Line> lines(Reports.Report report) {
		List<Row> rows = TableThreeForm.of(report.year()).rows();
		int results = (int) rows.stream().filter(Row::isResult).count();
		List<Line> lines = new ArrayList<>();
		Row previous = null;
		for (Row row : rows) {
			Row.Group group = row.group();
			boolean groupBegins = group != null && (previous == null || previous.group() != group);
			boolean resultsBegin = row.isResult() && (previous == null || !previous.isResult());
			int span = row.isResult() ? ((group == null) ? 2 : 1) : 3;
			lines.add(new Line(row.jsonName(), row.label(), span, resultsBegin ? results : 0,
					groupBegins ? group.label() : null,
					groupBegins ? (int) rows.stream().filter((other) -> other.group() == group).count() : 0,
					Stream.of(Column.values())
						.map((column) -> new Cell(column.jsonName(), column.label(), report.table3().get(row, column)))
						.toList()));
			previous = row;
		}
		return lines;
	}

	/// A block of table four.
	///
	/// @param name the block's name on the wire
	record Block(String name, String label, List<Result> results) {
	}

	/// @param name the cell's name on the wire
	/// @param label its heading
	record Result(String name, String label, int value) {
	}

	static List<Block> blocks(Reports.Report report) {
		return Stream.of(DisputeBlock.values())
			.map((block) -> new Block(block.jsonName(), block.label(), Stream.of(DisputeResult.values())
				.map((result) -> new Result(result.jsonName(), result.label(), report.table4().get(block, result)))
				.toList()))
			.toList();
	}

	/// The whole document in one file, which needs nothing else to be read or printed.
	String alone(Reports.Report report) {
		Context context = new Context(Locale.SIMPLIFIED_CHINESE);
		context.setVariable("report", report);
		context.setVariable("lines", lines(report));
		context.setVariable("caption", TableThreeForm.CAPTION);
		context.setVariable("corner", TableThreeForm.CORNER_NOTE);
		context.setVariable("blocks", blocks(report));
		context.setVariable("caption4", TableFour.CAPTION);
		context.setVariable("linked", false);
		return this.templates.process("report/alone", context);
	}

}
