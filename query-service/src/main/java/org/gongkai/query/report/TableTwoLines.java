package org.gongkai.query.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.gongkai.events.report.TableTwoLine;
import org.gongkai.statute.report.TableTwo;
import org.gongkai.statute.report.TableTwoColumn;
import org.gongkai.statute.report.TableTwoForm;
import org.gongkai.statute.report.TableTwoRow;
import org.jspecify.annotations.Nullable;

/// Table two as a publication fixes it, and back as it is printed.
final class TableTwoLines {

	private TableTwoLines() {
	}

	static List<TableTwoLine> of(TableTwo table) {
		List<TableTwoLine> lines = new ArrayList<>();
		for (TableTwoRow row : table.form().rows()) {
			lines.add(new TableTwoLine(row.jsonName(), documents(table, row, TableTwoColumn.MADE),
					documents(table, row, TableTwoColumn.REPEALED), documents(table, row, TableTwoColumn.IN_FORCE),
					number(table, row, TableTwoColumn.DECISIONS), amount(table, row, TableTwoColumn.AMOUNT_WAN_YUAN),
					documents(table, row, TableTwoColumn.NEWLY_MADE),
					documents(table, row, TableTwoColumn.NEWLY_PUBLISHED),
					documents(table, row, TableTwoColumn.PUBLISHED_TOTAL),
					number(table, row, TableTwoColumn.LAST_YEAR_ITEMS), number(table, row, TableTwoColumn.CHANGE),
					number(table, row, TableTwoColumn.ITEMS), amount(table, row, TableTwoColumn.AMOUNT)));
		}
		return lines;
	}

	/// The form that published rows are those of. Reports of 2019 and 2020 that were
	/// published in the columns of 2021 keep them.
	static TableTwoForm form(List<TableTwoLine> lines) {
		return lines.stream().anyMatch((line) -> line.newlyMade() != null) ? TableTwoForm.FORM_2019
				: TableTwoForm.FORM_2021;
	}

	/// The printed numbers by row, in the order of the form.
	static Map<String, List<String>> printed(List<TableTwoLine> lines) {
		Map<String, List<String>> numbers = new LinkedHashMap<>();
		lines.forEach((line) -> numbers.put(line.item(), List.copyOf(cells(line).values())));
		return numbers;
	}

	/// The cells of a line as they are printed, by their column's name on the wire.
	static Map<String, String> cells(TableTwoLine line) {
		Map<String, String> cells = new LinkedHashMap<>();
		for (TableTwoColumn column : TableTwoColumn.values()) {
			Object number = column.in(line);
			if (number != null) {
				cells.put(column.jsonName(), column.printed(number));
			}
		}
		return cells;
	}

	/// A line as the machine-readable report has it.
	static Map<String, Object> asRow(TableTwoLine line) {
		Map<String, Object> row = new LinkedHashMap<>();
		row.put("item", line.item());
		for (TableTwoColumn column : TableTwoColumn.values()) {
			Object number = column.in(line);
			if (number != null) {
				row.put(column.jsonName(), column.isAmount() ? column.printed(number) : number);
			}
		}
		return row;
	}

	private static @Nullable Integer documents(TableTwo table, TableTwoRow row, TableTwoColumn column) {
		BigDecimal number = cell(table, row, column);
		return (number == null) ? null : number.intValueExact();
	}

	private static @Nullable Long number(TableTwo table, TableTwoRow row, TableTwoColumn column) {
		BigDecimal number = cell(table, row, column);
		return (number == null) ? null : number.longValueExact();
	}

	private static @Nullable String amount(TableTwo table, TableTwoRow row, TableTwoColumn column) {
		BigDecimal number = cell(table, row, column);
		return (number == null) ? null : number.toPlainString();
	}

	private static @Nullable BigDecimal cell(TableTwo table, TableTwoRow row, TableTwoColumn column) {
		return table.form().columns(row).contains(column) ? table.get(row, column) : null;
	}

}
