package org.gongkai.query.report.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.jspecify.annotations.Nullable;

/// A table of the statutory form as a grid of cells, some of them merged; every format of the document is laid out from it.
///
/// @param table which table
/// @param caption the name of the table for those who do not see it
/// @param widths relative widths of the columns of the grid
/// @param head rows that are repeated on every page
/// @param body rows below
/// @param notes lines printed under the table
public record FormTable(Table table, String caption, List<Integer> widths, List<List<Cell>> head, List<List<Cell>> body,
		List<String> notes) {

	/// @throws IllegalArgumentException if the cells do not cover the grid exactly
	public FormTable {
		widths = List.copyOf(widths);
		head = head.stream().map(List::copyOf).toList();
		body = body.stream().map(List::copyOf).toList();
		notes = List.copyOf(notes);
		placed(head, widths.size());
		placed(body, widths.size());
	}

	/// The tables of the report.
	public enum Table {

		/// 主动公开政府信息情况.
		TWO("table2", "表二"),
		/// 收到和处理政府信息公开申请情况.
		THREE("table3", "表三"),
		/// 政府信息公开行政复议、行政诉讼情况.
		FOUR("table4", "表四");

		private final String jsonName;

		private final String label;

		Table(String jsonName, String label) {
			this.jsonName = jsonName;
			this.label = label;
		}

		/// The table of a name on the wire.
		/// @throws Refused `unknown-cell`
		public static Table ofJson(String name) {
			return Stream.of(values())
				.filter((table) -> table.jsonName.equals(name))
				.findFirst()
				.orElseThrow(() -> new Refused(Rule.UNKNOWN_CELL, "the tables are table2, table3 and table4"));
		}

		/// The name on the wire: `table3`.
		public String jsonName() {
			return this.jsonName;
		}

		/// How the table is called: 表三.
		public String label() {
			return this.label;
		}

	}

	/// What a cell is there for.
	public enum Kind {

		/// Heading of the columns below.
		COLUMN_HEAD,
		/// Heading of the rows beside.
		ROW_HEAD,
		/// Words that head nothing.
		NOTE,
		/// A number.
		NUMBER

	}

	/// A row or a column that numbers belong to.
	///
	/// @param wire its name on the wire: `denied_1`
	/// @param label its words, with the words of the headings above
	public record Name(String wire, String label) {
	}

	/// A cell.
	///
	/// @param text its words, or a number as it is printed; empty for a published blank
	/// @param rowspan number of rows it takes, from 1
	/// @param colspan number of columns it takes, from 1
	/// @param row the row of a number; null for words
	/// @param column the column of a number; null for words
	public record Cell(String text, int rowspan, int colspan, Kind kind, @Nullable Name row, @Nullable Name column) {

		/// A heading of columns.
		public static Cell columnHead(String text, int rowspan, int colspan) {
			return new Cell(text, rowspan, colspan, Kind.COLUMN_HEAD, null, null);
		}

		/// A heading of rows.
		public static Cell rowHead(String text, int rowspan, int colspan) {
			return new Cell(text, rowspan, colspan, Kind.ROW_HEAD, null, null);
		}

		/// Words that head nothing.
		public static Cell note(String text, int rowspan, int colspan) {
			return new Cell(text, rowspan, colspan, Kind.NOTE, null, null);
		}

		/// A number.
		public static Cell number(String text, int colspan, Name row, Name column) {
			return new Cell(text, 1, colspan, Kind.NUMBER, row, column);
		}

		/// Whether it holds a number.
		public boolean isNumber() {
			return this.kind == Kind.NUMBER;
		}

		/// What it heads in HTML; null where it heads nothing.
		public @Nullable String scope() {
			return switch (this.kind) {
				case COLUMN_HEAD -> (this.colspan > 1) ? "colgroup" : "col";
				case ROW_HEAD -> (this.rowspan > 1) ? "rowgroup" : "row";
				case NOTE, NUMBER -> null;
			};
		}

	}

	/// A cell at its place in the grid.
	///
	/// @param row of its upper left corner, from 0
	/// @param column of its upper left corner, from 0
	public record Placed(Cell cell, int row, int column) {

		/// The row after its last.
		public int endRow() {
			return this.row + this.cell.rowspan();
		}

		/// The column after its last.
		public int endColumn() {
			return this.column + this.cell.colspan();
		}

	}

	/// The row that all numbers of a line belong to; null where they belong to several or
	/// there are none.
	public static @Nullable Name rowOf(List<Cell> line) {
		List<Name> rows = line.stream().map(Cell::row).filter(Objects::nonNull).distinct().toList();
		return (rows.size() == 1) ? rows.getFirst() : null;
	}

	/// The cells of the head at their places.
	public List<Placed> placedHead() {
		return placed(this.head, this.widths.size());
	}

	/// The cells of the body at their places; the first row of the body is 0.
	public List<Placed> placedBody() {
		return placed(this.body, this.widths.size());
	}

	/// The cells that hold numbers, in the order of the form.
	public List<Cell> numbers() {
		return Stream.of(this.head, this.body)
			.flatMap(List::stream)
			.flatMap(List::stream)
			.filter(Cell::isNumber)
			.toList();
	}

	private static List<Placed> placed(List<List<Cell>> rows, int columns) {
		boolean[][] taken = new boolean[rows.size()][columns];
		List<Placed> placed = new ArrayList<>();
		for (int row = 0; row < rows.size(); row++) {
			int column = 0;
			for (Cell cell : rows.get(row)) {
				while (column < columns && taken[row][column]) {
					column++;
				}
				Placed here = new Placed(cell, row, column);
				take(taken, here);
				placed.add(here);
				column = here.endColumn();
			}
		}
		for (boolean[] row : taken) {
			for (boolean cell : row) {
				if (!cell) {
					throw new IllegalArgumentException("the cells leave a gap in the grid");
				}
			}
		}
		return placed;
	}

	private static void take(boolean[][] taken, Placed cell) {
		if (cell.endRow() > taken.length || cell.endColumn() > taken[0].length) {
			throw new IllegalArgumentException("the cell " + cell.cell().text() + " reaches out of the grid");
		}
		for (int row = cell.row(); row < cell.endRow(); row++) {
			for (int column = cell.column(); column < cell.endColumn(); column++) {
				if (taken[row][column]) {
					throw new IllegalArgumentException("the cell " + cell.cell().text() + " lies upon another");
				}
				taken[row][column] = true;
			}
		}
	}

}
