package org.gongkai.query.report.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.gongkai.query.report.document.FormTable.Cell;
import org.gongkai.query.report.document.FormTable.Name;
import org.gongkai.statute.report.TableTwo;
import org.gongkai.statute.report.TableTwoColumn;
import org.gongkai.statute.report.TableTwoForm;
import org.gongkai.statute.report.TableTwoRow;

/// Lays table two out: a block with headings of its own for each item of article 20.
public final class TableTwoLayout {

	private static final int NUMBER_COLUMNS = 3;

	private TableTwoLayout() {
	}

	/// The table.
	///
	/// @param numbers by the row's name on the wire: as many printed numbers as the row
	/// has columns, in the order of the form; an amount is a decimal, in 元 with its unit
	/// @throws IllegalArgumentException if a row is missing or has too many or few
	/// numbers
	public static FormTable table(TableTwoForm form, Map<String, List<String>> numbers, List<String> notes) {
		List<List<Cell>> body = new ArrayList<>();
		for (TableTwoForm.Part part : form.parts()) {
			List<Name> columns = part.columns()
				.stream()
				.map((column) -> new Name(column.jsonName(), form.label(column)))
				.toList();
			body.add(List.of(Cell.columnHead(part.label(), 1, 1 + NUMBER_COLUMNS)));
			List<Cell> heads = new ArrayList<>(List.of(Cell.columnHead(TableTwoColumn.CONTENT, 1, 1)));
			for (int column = 0; column < columns.size(); column++) {
				heads.add(Cell.columnHead(columns.get(column).label(), 1, span(columns, column)));
			}
			body.add(heads);
			for (TableTwoRow row : part.rows()) {
				body.add(row(new Name(row.jsonName(), form.label(row)), columns,
						numbers.getOrDefault(row.jsonName(), List.of())));
			}
		}
		return new FormTable(FormTable.Table.TWO, TableTwo.CAPTION, List.of(48, 36, 36, 36), List.of(), body, notes);
	}

	private static List<Cell> row(Name row, List<Name> columns, List<String> numbers) {
		if (numbers.size() != columns.size()) {
			throw new IllegalArgumentException("the row " + row.wire() + " has " + columns.size() + " numbers");
		}
		List<Cell> cells = new ArrayList<>(List.of(Cell.rowHead(row.label(), 1, 1)));
		for (int column = 0; column < numbers.size(); column++) {
			cells.add(Cell.number(numbers.get(column), span(columns, column), row, columns.get(column)));
		}
		return cells;
	}

	// the last column of a block takes what is left of the width
	private static int span(List<Name> columns, int column) {
		return (column < columns.size() - 1) ? 1 : NUMBER_COLUMNS - column;
	}

}
