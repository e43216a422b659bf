package org.gongkai.query.report.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.gongkai.query.report.document.FormTable.Cell;
import org.gongkai.query.report.document.FormTable.Name;
import org.gongkai.statute.report.Column;
import org.gongkai.statute.report.Row;
import org.gongkai.statute.report.TableThree;
import org.gongkai.statute.report.TableThreeForm;
import org.jspecify.annotations.Nullable;

/// Lays table three out with its merged heads, in the form of 2019 or of 2021.
public final class TableThreeLayout {

	private static final int HEAD_COLUMNS = 3;

	private TableThreeLayout() {
	}

	/// The table of a year's form.
	public static FormTable table(TableThreeForm form, TableThree numbers, List<String> notes) {
		List<Row> rows = form.rows();
		List<List<Cell>> body = new ArrayList<>();
		Row above = null;
		for (Row row : rows) {
			List<Cell> cells = new ArrayList<>(heads(rows, row, above));
			Stream.of(Column.values())
				.map((column) -> Cell.number(String.valueOf(numbers.get(row, column)), 1, name(row), name(column)))
				.forEach(cells::add);
			body.add(cells);
			above = row;
		}
		return new FormTable(FormTable.Table.THREE, TableThreeForm.CAPTION,
				List.of(9, 17, 46, 12, 12, 12, 12, 12, 12, 12), head(), body, notes);
	}

	private static List<List<Cell>> head() {
		List<Column> organisations = Stream.of(Column.values()).filter(Column::isOrganisation).toList();
		return List.of(
				List.of(Cell.note(TableThreeForm.CORNER_NOTE, 3, HEAD_COLUMNS),
						Cell.columnHead(TableThreeForm.APPLICANTS, 1, Column.values().length)),
				List.of(Cell.columnHead(Column.NATURAL_PERSON.label(), 2, 1),
						Cell.columnHead(Column.ORGANISATIONS, 1, organisations.size()),
						Cell.columnHead(Column.TOTAL.label(), 2, 1)),
				organisations.stream().map((column) -> Cell.columnHead(column.label(), 1, 1)).toList());
	}

	private static List<Cell> heads(List<Row> rows, Row row, @Nullable Row above) {
		List<Cell> heads = new ArrayList<>();
		if (!row.isResult()) {
			return List.of(Cell.rowHead(row.label(), 1, HEAD_COLUMNS));
		}
		if (above == null || !above.isResult()) {
			heads.add(Cell.rowHead(TableThreeForm.RESULTS, (int) rows.stream().filter(Row::isResult).count(), 1));
		}
		Row.Group group = row.group();
		if (group != null && (above == null || above.group() != group)) {
			int span = (int) rows.stream().filter((other) -> other.group() == group).count();
			heads.add(Cell.rowHead(group.label(), span, 1));
		}
		heads.add(Cell.rowHead(row.label(), 1, (group != null) ? 1 : HEAD_COLUMNS - 1));
		return heads;
	}

	private static Name name(Row row) {
		Row.Group group = row.group();
		return new Name(row.jsonName(), ((group != null) ? group.label() : "") + row.label());
	}

	private static Name name(Column column) {
		return new Name(column.jsonName(), column.label());
	}

}
