package org.gongkai.query.desk;

import org.gongkai.statute.report.Column;
import org.gongkai.statute.report.DisputeBlock;
import org.gongkai.statute.report.DisputeResult;
import org.gongkai.statute.report.Row;
import org.gongkai.statute.report.TableTwoColumn;
import org.gongkai.statute.report.TableTwoRow;

/// A cell of the report's tables in the words of the form.
///
/// @param table 表二, 表三 or 表四
/// @param row the row, with its group
/// @param column the column
public record CellName(String table, String row, String column) {

	/// The cell of names on the wire.
	/// @param table 2, 3 or 4
	/// @throws org.gongkai.statute.Refused `unknown-cell`
	public static CellName of(int table, String row, String column) {
		return switch (table) {
			case 2 -> new CellName("表二", TableTwoRow.ofJson(row).label(), TableTwoColumn.ofJson(column).label());
			case 3 -> new CellName("表三", row(Row.ofJson(row)), Column.ofJson(column).label());
			default -> new CellName("表四", block(DisputeBlock.ofJson(row)), DisputeResult.ofJson(column).label());
		};
	}

	private static String row(Row row) {
		Row.Group group = row.group();
		return (group == null) ? row.label() : group.label() + " " + row.label();
	}

	private static String block(DisputeBlock block) {
		return block.isLawsuit() ? DisputeBlock.LAWSUITS + " " + block.label() : block.label();
	}

}
