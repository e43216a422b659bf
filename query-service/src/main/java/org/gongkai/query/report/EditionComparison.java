package org.gongkai.query.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.gongkai.events.report.ReportContent;
import org.gongkai.events.report.TableTwoLine;
import org.gongkai.statute.report.Column;
import org.gongkai.statute.report.DisputeBlock;
import org.gongkai.statute.report.DisputeResult;
import org.gongkai.statute.report.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// 已公布与现况的差异: what a published edition prints against the same report counted again at a later position, cell by cell and case
/// by case.
@Component
class EditionComparison {

	private final Reports reports;

	private final ReportContents contents;

	EditionComparison(Reports reports, ReportContents contents) {
		this.reports = reports;
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
	/// @param gone cases of table three that are no longer in the cell
	/// @param come cases of table three that are in the cell now
	public record Difference(int table, String row, String column, String published, String counted, List<String> gone,
			List<String> come) {
	}

	/// Compares an edition with its report counted again.
	/// @param knownAt a position; null for now
	public Comparison of(Editions.Edition edition, @Nullable Long knownAt) {
		Reports.Question then = question(edition, edition.position());
		ReportContents.Counted again = this.contents.of(question(edition, knownAt));
		Reports.Question now = question(edition, again.position());
		Map<Key, String> printed = cells(edition.content());
		List<Difference> differences = new ArrayList<>();
		cells(again.content()).forEach((key, number) -> {
			String was = printed.getOrDefault(key, "0");
			if (!was.equals(number)) {
				differences.add((key.table() == 3) ? cases(key, was, number, then, now)
						: new Difference(key.table(), key.row(), key.column(), was, number, List.of(), List.of()));
			}
		});
		return new Comparison(edition.agency(), edition.year(), edition.edition(), edition.position(), again.position(),
				differences);
	}

	private record Key(int table, String row, String column) {
	}

	private static Reports.Question question(Editions.Edition edition, @Nullable Long position) {
		return new Reports.Question(edition.agency(), edition.year(), edition.withSubordinates(), position);
	}

	private Difference cases(Key key, String was, String is, Reports.Question then, Reports.Question now) {
		Row row = Row.ofJson(key.row());
		Column column = Column.ofJson(key.column());
		List<String> before = this.reports.cases(then, row, column);
		List<String> after = this.reports.cases(now, row, column);
		return new Difference(key.table(), key.row(), key.column(), was, is, without(before, after),
				without(after, before));
	}

	private static List<String> without(List<String> all, List<String> these) {
		Set<String> left = new HashSet<>(these);
		return all.stream().filter((id) -> !left.contains(id)).toList();
	}

	private static Map<Key, String> cells(ReportContent content) {
		Map<Key, String> cells = new LinkedHashMap<>();
		for (TableTwoLine line : content.table2()) {
			TableTwoLines.cells(line).forEach((column, number) -> cells.put(new Key(2, line.item(), column), number));
		}
		content.table3().forEach((row, numbers) -> {
			for (Column column : Column.values()) {
				cells.put(new Key(3, row, column.jsonName()), String.valueOf(numbers.get(column.ordinal())));
			}
		});
		int cell = 0;
		for (DisputeBlock block : DisputeBlock.values()) {
			for (DisputeResult result : DisputeResult.values()) {
				cells.put(new Key(4, block.jsonName(), result.jsonName()),
						String.valueOf(content.table4().get(cell++)));
			}
		}
		return cells;
	}

}
