package org.gongkai.statute.report;

import java.util.Comparator;

/// A cell of the report's tables by its names on the wire.
///
/// @param table 2, 3 or 4
/// @param row the row, such as `granted`
/// @param column the column, such as `natural_person`
public record Cell(int table, String row, String column) implements Comparable<Cell> {

	private static final Comparator<Cell> AS_PRINTED = Comparator.comparingInt(Cell::table)
		.thenComparingInt((cell) -> (cell.table() == 3) ? Row.ofJson(cell.row()).ordinal() : 0)
		.thenComparingInt((cell) -> (cell.table() == 3) ? Column.ofJson(cell.column()).ordinal() : 0)
		.thenComparing(Cell::row)
		.thenComparing(Cell::column);

	/// A cell of table three.
	public static Cell of(Row row, Column column) {
		return new Cell(3, row.jsonName(), column.jsonName());
	}

	/// In the order of the form.
	@Override
	public int compareTo(Cell other) {
		return AS_PRINTED.compare(this, other);
	}

}
