package org.gongkai.statute.report;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

import org.gongkai.events.report.ReportContent;
import org.gongkai.events.report.TableTwoLine;
import org.jspecify.annotations.Nullable;

/// A cell of the report's tables by its names on the wire.
///
/// @param table 2, 3 or 4
/// @param row the row, such as `granted`, `normative_documents` or `after_review`
/// @param column the column, such as `natural_person`, `inForce` or `pending`
public record Cell(int table, String row, String column) implements Comparable<Cell> {

	private static final Comparator<Cell> AS_PRINTED = Comparator.comparingInt(Cell::table)
		.thenComparing(Cell::rowOfForm)
		.thenComparing(Cell::columnOfForm);

	/// A cell of table two.
	public static Cell of(TableTwoRow row, TableTwoColumn column) {
		return new Cell(2, row.jsonName(), column.jsonName());
	}

	/// A cell of table three.
	public static Cell of(Row row, Column column) {
		return new Cell(3, row.jsonName(), column.jsonName());
	}

	/// A cell of table four.
	public static Cell of(DisputeBlock block, DisputeResult result) {
		return new Cell(4, block.jsonName(), result.jsonName());
	}

	/// Every number of a report's tables, in the order of the form.
	public static Map<Cell, BigDecimal> numbers(ReportContent content) {
		Map<Cell, BigDecimal> numbers = new LinkedHashMap<>();
		for (TableTwoLine line : content.table2()) {
			TableTwoRow row = TableTwoRow.ofJson(line.item());
			for (TableTwoColumn column : TableTwoColumn.values()) {
				put(numbers, Cell.of(row, column), column.in(line));
			}
		}
		content.table3().forEach((row, counts) -> {
			for (Column column : Column.values()) {
				put(numbers, Cell.of(Row.ofJson(row), column), counts.get(column.ordinal()));
			}
		});
		int place = 0;
		for (DisputeBlock block : DisputeBlock.values()) {
			for (DisputeResult result : DisputeResult.values()) {
				put(numbers, Cell.of(block, result), content.table4().get(place++));
			}
		}
		return numbers;
	}

	/// Where it stands on the form, in the form's words.
	public String label() {
		return switch (this.table) {
			case 2 -> "表二“" + TableTwoRow.ofJson(this.row).label() + "”" + TableTwoColumn.ofJson(this.column).label();
			case 3 -> "表三“" + Row.ofJson(this.row).label() + "”" + Column.ofJson(this.column).label();
			default -> "表四“" + DisputeBlock.ofJson(this.row).label() + "”" + DisputeResult.ofJson(this.column).label();
		};
	}

	/// In the order of the form.
	@Override
	public int compareTo(Cell other) {
		return AS_PRINTED.compare(this, other);
	}

	private int rowOfForm() {
		return switch (this.table) {
			case 2 -> TableTwoRow.ofJson(this.row).ordinal();
			case 3 -> Row.ofJson(this.row).ordinal();
			default -> DisputeBlock.ofJson(this.row).ordinal();
		};
	}

	private int columnOfForm() {
		return switch (this.table) {
			case 2 -> TableTwoColumn.ofJson(this.column).ordinal();
			case 3 -> Column.ofJson(this.column).ordinal();
			default -> DisputeResult.ofJson(this.column).ordinal();
		};
	}

	private static void put(Map<Cell, BigDecimal> numbers, Cell cell, @Nullable Object number) {
		if (number != null) {
			numbers.put(cell, new BigDecimal(number.toString()));
		}
	}

}
