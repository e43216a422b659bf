package org.gongkai.query.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.gongkai.access.Scope;
import org.gongkai.statute.report.Cell;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// 已公布与现况的差异: what a published edition prints against the same report counted again at a later position, cell by cell and
/// record by record.
@Component
class EditionComparison {

	private final Reports reports;

	private final CellRecords records;

	private final ReportContents contents;

	private final Editions editions;

	EditionComparison(Reports reports, CellRecords records, ReportContents contents, Editions editions) {
		this.editions = editions;
		this.reports = reports;
		this.records = records;
		this.contents = contents;
	}

	/// @param published as known here
	/// @param counted counted again as known here
	/// @param cells the cells that differ, in the order of the form
	public record Comparison(String agency, int year, int edition, long published, long counted,
			List<Difference> cells) {
	}

	/// A cell that differs.
	///
	/// @param table 2, 3 or 4
	/// @param published what is printed
	/// @param counted what it is at the later position
	/// @param gone ids of the documents or tallies (table two), cases (three) or disputes
	/// (four) that are no longer in the cell, or not with the same number
	/// @param come those that are in the cell now
	public record Difference(int table, String row, String column, String published, String counted, List<String> gone,
			List<String> come) {
	}

	/// Compares an edition with its report counted again, in the cells that both print.
	/// @param knownAt a position; null for now
	/// @throws org.gongkai.statute.Refused `only-at-the-source` where records of several
	/// logs are counted
	public Comparison of(Editions.Edition edition, @Nullable Long knownAt) {
		// it names the records in which the two differ
		if (edition.withSubordinates()) {
			Scope.current().requireSubordinates();
		}
		ReportContents.Counted again = this.contents.of(question(edition, knownAt));
		long published = this.editions.countedTo(edition, again.content().counted());
		Reports.Question then = question(edition, published);
		Reports.Question now = question(edition, again.position());
		Map<Cell, BigDecimal> printed = Cell.numbers(edition.content());
		List<Difference> differences = new ArrayList<>();
		Cell.numbers(again.content()).forEach((cell, number) -> {
			BigDecimal was = printed.get(cell);
			if (was != null && !was.equals(number)) {
				differences.add(difference(cell, was, number, records(then, cell), records(now, cell)));
			}
		});
		return new Comparison(edition.agency(), edition.year(), edition.edition(), published, again.position(),
				differences);
	}

	private Map<String, String> records(Reports.Question question, Cell cell) {
		return this.records.of(this.reports.report(question), cell);
	}

	private static Difference difference(Cell cell, BigDecimal was, BigDecimal is, Map<String, String> before,
			Map<String, String> after) {
		return new Difference(cell.table(), cell.row(), cell.column(), was.toPlainString(), is.toPlainString(),
				without(before, after), without(after, before));
	}

	private static List<String> without(Map<String, String> all, Map<String, String> these) {
		return all.entrySet()
			.stream()
			.filter((one) -> !one.getValue().equals(these.get(one.getKey())))
			.map(Map.Entry::getKey)
			.toList();
	}

	private static Reports.Question question(Editions.Edition edition, @Nullable Long position) {
		return new Reports.Question(edition.agency(), edition.year(), edition.withSubordinates(), position);
	}

}
