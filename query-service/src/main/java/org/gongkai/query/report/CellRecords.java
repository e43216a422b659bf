package org.gongkai.query.report;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.gongkai.statute.report.Cell;
import org.gongkai.statute.report.Column;
import org.gongkai.statute.report.DisputeBlock;
import org.gongkai.statute.report.DisputeResult;
import org.gongkai.statute.report.Row;
import org.gongkai.statute.report.TableThreeForm;
import org.gongkai.statute.report.TableTwoColumn;
import org.gongkai.statute.report.TableTwoRow;
import org.springframework.stereotype.Component;

/// 单元格明细: what stands in each cell of a report's tables, and the records behind it.
@Component
public class CellRecords {

	private final Reports reports;

	private final TablesTwo tablesTwo;

	CellRecords(Reports reports, TablesTwo tablesTwo) {
		this.reports = reports;
		this.tablesTwo = tablesTwo;
	}

	/// Every cell of a table with its number, in the order of the form.
	/// @param table 2, 3 or 4
	public static Map<Cell, BigDecimal> printed(Reports.Report report, int table) {
		Map<Cell, BigDecimal> cells = new LinkedHashMap<>();
		switch (table) {
			case 2 -> report.table2()
				.form()
				.rows()
				.forEach((row) -> report.table2()
					.form()
					.columns(row)
					.forEach((column) -> cells.put(Cell.of(row, column), report.table2().get(row, column))));
			case 3 -> TableThreeForm.of(report.year()).mapRows().forEach((row) -> {
				for (Column column : Column.values()) {
					cells.put(Cell.of(row, column), BigDecimal.valueOf(report.table3().get(row, column)));
				}
			});
			default -> {
				for (DisputeBlock block : DisputeBlock.values()) {
					for (DisputeResult result : DisputeResult.values()) {
						cells.put(Cell.of(block, result), BigDecimal.valueOf(report.table4().get(block, result)));
					}
				}
			}
		}
		return cells;
	}

	/// What a cell counts: the id of each record to what it adds, as text.
	/// @throws org.gongkai.statute.Refused `unknown-cell`
	public Map<String, String> of(Reports.Report report, Cell cell) {
		return switch (cell.table()) {
			case 2 ->
				this.tablesTwo.records(report, TableTwoRow.ofJson(cell.row()), TableTwoColumn.ofJson(cell.column()));
			case 3 -> ones(this.reports.cases(report.question(), Row.ofJson(cell.row()), Column.ofJson(cell.column())));
			default -> ones(this.reports.disputes(report.question(), DisputeBlock.ofJson(cell.row()),
					DisputeResult.ofJson(cell.column())));
		};
	}

	/// The same by the names that the records have in the log, in the unit of the cell.
	/// @throws org.gongkai.statute.Refused `unknown-cell`
	public Map<String, BigDecimal> streams(Reports.Report report, Cell cell) {
		String kind = (cell.table() != 2) ? ""
				: (TableTwoRow.ofJson(cell.row()).documentKind() != null) ? "document:" : "tally:";
		Map<String, BigDecimal> streams = new LinkedHashMap<>();
		of(report, cell).forEach((id, adds) -> streams.put(kind + id, (cell.table() != 2) ? new BigDecimal(adds)
				: TableTwoColumn.ofJson(cell.column()).of(new BigDecimal(adds))));
		return streams;
	}

	private static Map<String, String> ones(List<String> ids) {
		Map<String, String> ones = new LinkedHashMap<>();
		ids.forEach((id) -> ones.put(id, "1"));
		return ones;
	}

}
