package org.gongkai.query.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.gongkai.events.report.TableTwoLine;
import org.gongkai.statute.report.TableTwo;
import org.gongkai.statute.report.TableTwoColumn;
import org.gongkai.statute.report.TableTwoRow;
import org.jspecify.annotations.Nullable;

/// Table two as a publication fixes it, and back as it is printed.
final class TableTwoLines {

	private TableTwoLines() {
	}

	static List<TableTwoLine> of(TableTwo table) {
		List<TableTwoLine> lines = new ArrayList<>();
		for (TableTwoRow row : TableTwoRow.values()) {
			lines.add(new TableTwoLine(row.jsonName(), whole(table, row, TableTwoColumn.MADE),
					whole(table, row, TableTwoColumn.REPEALED), whole(table, row, TableTwoColumn.IN_FORCE),
					row.columns().contains(TableTwoColumn.DECISIONS)
							? table.get(row, TableTwoColumn.DECISIONS).longValue() : null,
					row.columns().contains(TableTwoColumn.AMOUNT_WAN_YUAN)
							? table.text(row, TableTwoColumn.AMOUNT_WAN_YUAN) : null));
		}
		return lines;
	}

	/// The printed numbers by row, in the order of the form.
	static Map<String, List<String>> printed(List<TableTwoLine> lines) {
		Map<String, List<String>> numbers = new LinkedHashMap<>();
		lines.forEach((line) -> numbers.put(line.item(), List.copyOf(cells(line).values())));
		return numbers;
	}

	/// The cells of a line by their column's name on the wire.
	static Map<String, String> cells(TableTwoLine line) {
		Map<String, String> cells = new LinkedHashMap<>();
		put(cells, TableTwoColumn.MADE, line.made());
		put(cells, TableTwoColumn.REPEALED, line.repealed());
		put(cells, TableTwoColumn.IN_FORCE, line.inForce());
		put(cells, TableTwoColumn.DECISIONS, line.decisions());
		put(cells, TableTwoColumn.AMOUNT_WAN_YUAN, line.amountWanYuan());
		return cells;
	}

	/// A line as the machine-readable report has it.
	static Map<String, Object> asRow(TableTwoLine line) {
		Map<String, Object> row = new LinkedHashMap<>();
		row.put("item", line.item());
		Map<TableTwoColumn, @Nullable Object> numbers = new LinkedHashMap<>();
		numbers.put(TableTwoColumn.MADE, line.made());
		numbers.put(TableTwoColumn.REPEALED, line.repealed());
		numbers.put(TableTwoColumn.IN_FORCE, line.inForce());
		numbers.put(TableTwoColumn.DECISIONS, line.decisions());
		numbers.put(TableTwoColumn.AMOUNT_WAN_YUAN, line.amountWanYuan());
		numbers.forEach((column, number) -> {
			if (number != null) {
				row.put(column.jsonName(), number);
			}
		});
		return row;
	}

	private static void put(Map<String, String> cells, TableTwoColumn column, @Nullable Object number) {
		if (number != null) {
			cells.put(column.jsonName(), number.toString());
		}
	}

	private static @Nullable Integer whole(TableTwo table, TableTwoRow row, TableTwoColumn column) {
		return row.columns().contains(column) ? Math.toIntExact(table.get(row, column).longValue()) : null;
	}

}
