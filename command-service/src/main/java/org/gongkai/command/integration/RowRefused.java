package org.gongkai.command.integration;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

import org.gongkai.command.report.PublishedReports;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;

/// A row is refused, for one or several of its cells; nothing of it was recorded.
final class RowRefused extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final transient List<Cell> cells;

	/// What is wrong with one cell.
	///
	/// @param chinese in Chinese
	/// @param english in English; neither repeats what may be personal
	/// @param changes the published numbers that the row would change; mostly none
	record Cell(ImportColumn column, Rule rule, String chinese, String english, List<PublishedReports.Change> changes) {

		Cell(ImportColumn column, Rule rule, String chinese, String english) {
			this(column, rule, chinese, english, List.of());
		}

		/// A cell that breaks a rule as the rule's own words have it.
		static Cell of(ImportColumn column, Refused refused) {
			return new Cell(column, refused.rule(), refused.rule().chinese(), String.valueOf(refused.getMessage()));
		}

		/// A row that would change what is published.
		static Cell of(ImportColumn column, Refused refused, List<PublishedReports.Change> changes) {
			return new Cell(column, refused.rule(),
					refused.rule().chinese() + "："
							+ changes.stream().map(PublishedReports.Change::chinese).collect(Collectors.joining("；")),
					"without a reason this does not change "
							+ changes.stream().map(PublishedReports.Change::english).collect(Collectors.joining("; ")),
					changes);
		}

	}

	RowRefused(List<Cell> cells) {
		super(cells.getFirst().english(), null, false, false);
		this.cells = List.copyOf(cells);
	}

	RowRefused(Cell cell) {
		this(List.of(cell));
	}

	List<Cell> cells() {
		return this.cells;
	}

}
