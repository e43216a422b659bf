package org.gongkai.query.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.gongkai.statute.report.Cell;
import org.gongkai.statute.report.Column;
import org.gongkai.statute.report.DisputeBlock;
import org.gongkai.statute.report.DisputeResult;
import org.gongkai.statute.report.Row;
import org.gongkai.statute.report.TableThreeForm;
import org.gongkai.statute.report.TableTwoColumn;
import org.gongkai.statute.report.TableTwoRow;
import org.springframework.stereotype.Component;

/// 报表的差异: tables two, three and four of an office and year seen from two vantages, cell by cell, each with the records that left it and that came
/// into it. A cell whose number is the same is told where its records are others.
@Component
public class TableDifference {

	/// Records of a cell that are named.
	private static final int NAMED = 500;

	private final Reports reports;

	private final TablesTwo tablesTwo;

	TableDifference(Reports reports, TablesTwo tablesTwo) {
		this.reports = reports;
		this.tablesTwo = tablesTwo;
	}

	/// A cell that differs.
	///
	/// @param cell where it stands
	/// @param from its number in the earlier view
	/// @param to its number in the later view
	/// @param gone ids of cases, disputes, documents or tallies that are no longer in it,
	/// or not with the same number
	/// @param come ids of those that are in it now
	/// @param goneCount how many are gone; of them at most 500 are named
	/// @param comeCount how many came; of them at most 500 are named
	public record CellChange(Cell cell, BigDecimal from, BigDecimal to, List<String> gone, List<String> come,
			int goneCount, int comeCount) {
	}

	/// The cells that differ, in the order of the form.
	/// @throws org.gongkai.statute.Refused as [Reports#report]
	public List<CellChange> of(Reports.Question from, Reports.Question to) {
		Reports.Report before = this.reports.report(from);
		Reports.Report after = this.reports.report(to);
		List<CellChange> changes = new ArrayList<>();
		tableTwo(before, after, changes);
		tableThree(from, before, to, after, changes);
		tableFour(from, before, to, after, changes);
		return changes;
	}

	private void tableTwo(Reports.Report before, Reports.Report after, List<CellChange> changes) {
		for (TableTwoRow row : before.table2().form().rows()) {
			for (TableTwoColumn column : before.table2().form().columns(row)) {
				add(changes, Cell.of(row, column), before.table2().get(row, column), after.table2().get(row, column),
						this.tablesTwo.records(before, row, column), this.tablesTwo.records(after, row, column));
			}
		}
	}

	private void tableThree(Reports.Question from, Reports.Report before, Reports.Question to, Reports.Report after,
			List<CellChange> changes) {
		for (Row row : TableThreeForm.of(from.year()).mapRows()) {
			for (Column column : Column.values()) {
				int was = before.table3().get(row, column);
				int is = after.table3().get(row, column);
				if (was != 0 || is != 0) {
					add(changes, Cell.of(row, column), BigDecimal.valueOf(was), BigDecimal.valueOf(is),
							ones(this.reports.cases(from, row, column)), ones(this.reports.cases(to, row, column)));
				}
			}
		}
	}

	private void tableFour(Reports.Question from, Reports.Report before, Reports.Question to, Reports.Report after,
			List<CellChange> changes) {
		int place = 0;
		for (DisputeBlock block : DisputeBlock.values()) {
			for (DisputeResult result : DisputeResult.values()) {
				int was = before.table4().cells().get(place);
				int is = after.table4().cells().get(place++);
				if (was != 0 || is != 0) {
					add(changes, Cell.of(block, result), BigDecimal.valueOf(was), BigDecimal.valueOf(is),
							ones(this.reports.disputes(from, block, result)),
							ones(this.reports.disputes(to, block, result)));
				}
			}
		}
	}

	private static void add(List<CellChange> changes, Cell cell, BigDecimal from, BigDecimal to,
			Map<String, String> was, Map<String, String> is) {
		List<String> gone = without(was, is);
		List<String> come = without(is, was);
		if (from.compareTo(to) != 0 || !gone.isEmpty() || !come.isEmpty()) {
			changes.add(new CellChange(cell, from, to, named(gone), named(come), gone.size(), come.size()));
		}
	}

	private static List<String> without(Map<String, String> all, Map<String, String> these) {
		return all.entrySet()
			.stream()
			.filter((one) -> !one.getValue().equals(these.get(one.getKey())))
			.map(Map.Entry::getKey)
			.sorted()
			.toList();
	}

	private static List<String> named(List<String> ids) {
		return List.copyOf(ids.subList(0, Math.min(NAMED, ids.size())));
	}

	private static Map<String, String> ones(List<String> ids) {
		return ids.stream().collect(Collectors.toMap(Function.identity(), (_) -> "1"));
	}

}
