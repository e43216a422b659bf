package org.gongkai.query.report;

import java.time.LocalDate;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import org.gongkai.access.HeavyRequest;
import org.gongkai.access.Scoped;
import org.gongkai.access.Sightings;
import org.gongkai.access.Unscoped;
import org.gongkai.query.AsOf;
import org.gongkai.query.Fresh;
import org.gongkai.query.KnownAt;
import org.gongkai.query.ReadModels;
import org.gongkai.query.application.CaseItem;
import org.gongkai.query.application.Cases;
import org.gongkai.query.desk.Link;
import org.gongkai.query.report.document.DocumentFormat;
import org.gongkai.query.report.document.FormTable;
import org.gongkai.query.report.document.ReportDocument;
import org.gongkai.query.review.DisputeItem;
import org.gongkai.query.review.Disputes;
import org.gongkai.statute.report.Column;
import org.gongkai.statute.report.DisputeBlock;
import org.gongkai.statute.report.DisputeResult;
import org.gongkai.statute.report.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The yearly tables by HTTP, for machines (JSON), spreadsheets (CSV) and people (HTML).
@RestController
class ReportController {

	private final Reports reports;

	private final Cases cases;

	private final Disputes disputes;

	private final ReadModels models;

	private final ReportDocuments documents;

	private final Sightings sightings;

	ReportController(Reports reports, Cases cases, Disputes disputes, ReadModels readModels, ReportDocuments documents,
			Sightings sightings) {
		this.sightings = sightings;
		this.reports = reports;
		this.cases = cases;
		this.disputes = disputes;
		this.models = readModels;
		this.documents = documents;
	}

	/// @param count how many there are on all pages
	/// @param next address of the next page; null on the last
	record CellCases(String row, String column, long count, List<CaseItem> items, @Nullable String next,
			AsOf.Position asOf) {
	}

	/// @param count how many there are on all pages
	/// @param next address of the next page; null on the last
	record CellDisputes(String block, String result, long count, List<DisputeItem> items, @Nullable String next,
			AsOf.Position asOf) {
	}

	@GetMapping("/api/reports/{agency}/{year}")
	@HeavyRequest(only = { "format=zip", "annexes=true" })
	@Operation(tags = "reports", summary = "The annual report (年度报告) of an office and year",
			description = "Rows as in the form; those of table three have six kinds of applicant and the total. Table four: fifteen cells in the order of the form.")
	ResponseEntity<byte[]> report(@Scoped(Scoped.Kind.AGENCY) @PathVariable String agency, @PathVariable int year,
			@Scoped(Scoped.Kind.SUBORDINATES) @RequestParam(defaultValue = "false") @Parameter(
					description = "count all that the office is responsible for on 31 December") boolean withSubordinates,
			@RequestParam @Nullable KnownAt knownAt, @RequestParam @Nullable LocalDate effectiveOn,
			@Unscoped @RequestParam(defaultValue = "json") @Parameter(
					description = "json, csv, html, docx, pdf, xlsx or zip (all of them)") String format,
			@Unscoped @RequestParam(defaultValue = "table3") @Parameter(
					description = "the table of a CSV file: table2, table3 or table4") String table,
			@Unscoped @RequestParam(defaultValue = "false") @Parameter(
					description = "with the report of each office that is counted; a zip always has them") boolean annexes,
			Fresh fresh) {
		DocumentFormat as = DocumentFormat.ofJson(format);
		FormTable.Table only = FormTable.Table.ofJson(table);
		fresh.await(this.models);
		Reports.Report report = this.reports
			.report(this.reports.question(agency, year, withSubordinates, knownAt, effectiveOn));
		boolean annexed = annexes || as == DocumentFormat.ZIP && withSubordinates;
		ReportDocument document = annexed ? this.documents.withAnnexes(report) : ReportDocuments.of(report);
		return ReportFiles.answer(document, as, only, agency + "-" + year);
	}

	@GetMapping("/api/reports/{agency}/{year}/table-three/cases")
	@Operation(tags = "reports", summary = "The cases behind one cell of table three")
	CellCases cases(@Scoped(Scoped.Kind.AGENCY) @PathVariable String agency, @PathVariable int year,
			@Unscoped @RequestParam @Parameter(
					description = "`new`, `carried_in`, `granted`, …, `carried_out`") String row,
			@Unscoped @RequestParam(defaultValue = "total") @Parameter(
					description = "`natural_person`, …, `total`") String column,
			@Scoped(Scoped.Kind.SUBORDINATES) @RequestParam(defaultValue = "false") boolean withSubordinates,
			@RequestParam @Nullable KnownAt knownAt, @RequestParam @Nullable LocalDate effectiveOn,
			@RequestParam(defaultValue = "0") int page,
			@RequestParam(defaultValue = "500") @Parameter(description = "how many, 1 to 500") int size, Fresh fresh) {
		fresh.await(this.models);
		Reports.Question question = this.reports.question(agency, year, withSubordinates, knownAt, effectiveOn);
		IdPage behind = this.reports.cases(question, Row.ofJson(row), Column.ofJson(column), page, size);
		this.sightings.note(behind.ids());
		String next = behind.hasNext() ? Link.next("page", page + 1, "fresh") : null;
		return new CellCases(row, column, behind.total(), this.cases.byIds(behind.ids()), next,
				this.reports.report(question).asOf());
	}

	@GetMapping("/api/reports/{agency}/{year}/table-four/disputes")
	@Operation(tags = "reports", summary = "The disputes behind one cell of table four")
	CellDisputes disputes(@Scoped(Scoped.Kind.AGENCY) @PathVariable String agency, @PathVariable int year,
			@Unscoped @RequestParam @Parameter(description = "`review`, `direct` or `after_review`") String block,
			@Unscoped @RequestParam(defaultValue = "total") @Parameter(
					description = "`upheld`, `corrected`, `other`, `pending` or `total`") String result,
			@Scoped(Scoped.Kind.SUBORDINATES) @RequestParam(defaultValue = "false") boolean withSubordinates,
			@RequestParam @Nullable KnownAt knownAt, @RequestParam @Nullable LocalDate effectiveOn,
			@RequestParam(defaultValue = "0") int page,
			@RequestParam(defaultValue = "500") @Parameter(description = "how many, 1 to 500") int size, Fresh fresh) {
		fresh.await(this.models);
		Reports.Question question = this.reports.question(agency, year, withSubordinates, knownAt, effectiveOn);
		IdPage behind = this.reports.disputes(question, DisputeBlock.ofJson(block), DisputeResult.ofJson(result), page,
				size);
		this.sightings.note(behind.ids());
		String next = behind.hasNext() ? Link.next("page", page + 1, "fresh") : null;
		return new CellDisputes(block, result, behind.total(), this.disputes.byIds(behind.ids()), next,
				this.reports.report(question).asOf());
	}

}
