package org.gongkai.query.report;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import org.gongkai.access.Scoped;
import org.gongkai.access.Unscoped;
import org.gongkai.query.AsOf;
import org.gongkai.query.Fresh;
import org.gongkai.query.KnownAt;
import org.gongkai.query.ReadModels;
import org.gongkai.query.disclosure.DocumentList;
import org.gongkai.query.disclosure.TallyList;
import org.gongkai.statute.report.TableTwoColumn;
import org.gongkai.statute.report.TableTwoRow;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.LocalDate;
import java.util.List;

/// What stands behind the cells of table two, by HTTP.
@RestController
class TableTwoController {

	private final Reports reports;

	private final TablesTwo tables;

	private final ReadModels models;

	TableTwoController(Reports reports, TablesTwo tables, ReadModels readModels) {
		this.reports = reports;
		this.tables = tables;
		this.models = readModels;
	}

	/// @param value the number in the cell, in digits
	/// @param total how many documents or tallies stand behind it, on all pages
	record CellEntries(String row, String column, String value, List<DocumentList.Document> documents,
			List<TallyList.Tally> tallies, long total, AsOf.Position asOf) {
	}

	@GetMapping("/api/reports/{agency}/{year}/table-two/entries")
	@Operation(tags = "reports", summary = "The documents or tallies behind one cell of table two")
	CellEntries entries(@Scoped(Scoped.Kind.AGENCY) @PathVariable String agency, @PathVariable int year,
			@Unscoped @RequestParam @Parameter(
					description = "`regulations`, `normative_documents`, …, as the form of the year has them") String row,
			@Unscoped @RequestParam @Parameter(
					description = "`made`, `repealed`, `inForce`, `decisions` or `amountWanYuan`; before 2021 `newlyMade`, `newlyPublished`, `publishedTotal`, `lastYearItems`, `change`, `decisions`, `items` or `amount`") String column,
			@Scoped(Scoped.Kind.SUBORDINATES) @RequestParam(defaultValue = "false") boolean withSubordinates,
			@RequestParam @Nullable KnownAt knownAt, @RequestParam @Nullable LocalDate effectiveOn,
			@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "100") int size, Fresh fresh) {
		fresh.await(this.models);
		Reports.Report report = this.reports
			.report(this.reports.question(agency, year, withSubordinates, knownAt, effectiveOn));
		TableTwoRow line = TableTwoRow.ofJson(row);
		TableTwoColumn head = TableTwoColumn.ofJson(column);
		TablesTwo.Behind behind = this.tables.behind(report, line, head, page, size);
		return new CellEntries(row, column, report.table2().get(line, head).toPlainString(), behind.documents().items(),
				behind.tallies().items(), behind.documents().total() + behind.tallies().total(), report.asOf());
	}

}
