package org.gongkai.query.report;

import java.time.LocalDate;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import org.gongkai.access.Scoped;
import org.gongkai.access.Unscoped;
import org.gongkai.events.agency.DisputeCounting;
import org.gongkai.query.AsOf;
import org.gongkai.query.Fresh;
import org.gongkai.query.KnownAt;
import org.gongkai.query.ReadModels;
import org.gongkai.query.agency.Agencies;
import org.gongkai.query.report.document.DocumentFormat;
import org.gongkai.query.report.document.FormTable;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The life of the annual reports by HTTP: how far each is, what was published, and how that differs from today.
@RestController
class AnnualReportController {

	private final Drafts drafts;

	private final Agencies agencies;

	private final Editions editions;

	private final ReportContents contents;

	private final EditionComparison comparison;

	private final CarryOverBridge bridge;

	private final ReadModels models;

	private final AsOf asOf;

	AnnualReportController(Drafts drafts, Agencies agencies, Editions editions, ReportContents contents,
			EditionComparison comparison, CarryOverBridge bridge, ReadModels readModels, AsOf asOf) {
		this.drafts = drafts;
		this.agencies = agencies;
		this.editions = editions;
		this.contents = contents;
		this.comparison = comparison;
		this.bridge = bridge;
		this.models = readModels;
		this.asOf = asOf;
	}

	record Listing(List<Drafts.Draft> reports) {
	}

	record Published(int edition, LocalDate publishedOn, long position, @Nullable String correction) {
	}

	record History(String agency, int year, List<Published> editions) {
	}

	@GetMapping("/api/reports")
	@Operation(tags = "reports", summary = "All annual reports: stage, day of publication, whether late (article 49)")
	Listing list(Fresh fresh) {
		fresh.await(this.models);
		return new Listing(this.drafts.of(this.agencies.seen(null, false)));
	}

	@GetMapping("/api/reports/{agency}/{year}/draft")
	@Operation(tags = "reports", summary = "An annual report as it is being written")
	Drafts.Draft draft(@Scoped(Scoped.Kind.AGENCY) @PathVariable String agency, @PathVariable int year, Fresh fresh) {
		fresh.await(this.models);
		return this.drafts.get(agency, year);
	}

	@GetMapping("/api/reports/{agency}/{year}/content")
	@Operation(tags = "reports", summary = "Everything that publication would fix: tables, facts, carry-over by case")
	ReportContents.Counted content(@Scoped(Scoped.Kind.AGENCY) @PathVariable String agency, @PathVariable int year,
			@Scoped(Scoped.Kind.SUBORDINATES) @RequestParam(defaultValue = "false") boolean withSubordinates,
			@RequestParam @Nullable KnownAt knownAt, Fresh fresh) {
		fresh.await(this.models);
		this.asOf.requireOwnLog();
		return this.contents.of(new Reports.Question(agency, year, withSubordinates, this.asOf.positionOrNow(knownAt)));
	}

	@GetMapping("/api/reports/{agency}/{year}/part")
	@Operation(tags = "reports", summary = "The tables that an agency would add to another's report")
	ReportContents.Counted part(@Scoped(Scoped.Kind.AGENCY) @PathVariable String agency, @PathVariable int year,
			@Scoped(Scoped.Kind.SUBORDINATES) @RequestParam(defaultValue = "false") boolean withSubordinates,
			@RequestParam @Parameter(
					description = "including_carried_in or new_only: how that report counts disputes") DisputeCounting disputes,
			Fresh fresh) {
		fresh.await(this.models);
		this.asOf.requireOwnLog();
		return this.contents.part(new Reports.Question(agency, year, withSubordinates, null), disputes);
	}

	@GetMapping("/api/reports/{agency}/{year}/editions")
	@Operation(tags = "reports", summary = "The editions that were published")
	History editions(@Scoped(Scoped.Kind.AGENCY) @PathVariable String agency, @PathVariable int year, Fresh fresh) {
		fresh.await(this.models);
		return new History(agency, year,
				this.editions.of(agency, year)
					.stream()
					.map((one) -> new Published(one.edition(), one.publishedOn(), one.position(), one.correction()))
					.toList());
	}

	@GetMapping("/api/reports/{agency}/{year}/editions/{edition}")
	@Operation(tags = "reports", summary = "A published edition as a file: the same bytes whenever it is asked for")
	ResponseEntity<byte[]> edition(@Scoped(Scoped.Kind.AGENCY) @PathVariable String agency, @PathVariable int year,
			@PathVariable int edition,
			@Unscoped @RequestParam(defaultValue = "json") @Parameter(
					description = "json, csv, html, docx, pdf, xlsx or zip (all of them)") String format,
			@Unscoped @RequestParam(defaultValue = "table3") @Parameter(
					description = "the table of a CSV file: table2, table3 or table4") String table,
			Fresh fresh) {
		DocumentFormat as = DocumentFormat.ofJson(format);
		FormTable.Table only = FormTable.Table.ofJson(table);
		fresh.await(this.models);
		return ReportFiles.answer(ReportDocuments.of(this.editions.get(agency, year, edition)), as, only,
				agency + "-" + year + "-" + edition);
	}

	@GetMapping("/api/reports/{agency}/{year}/editions/{edition}/comparison")
	@Operation(tags = "reports", summary = "A published edition against today's numbers, by cell and by case")
	EditionComparison.Comparison comparison(@Scoped(Scoped.Kind.AGENCY) @PathVariable String agency,
			@PathVariable int year, @PathVariable int edition, @RequestParam @Nullable KnownAt knownAt, Fresh fresh) {
		fresh.await(this.models);
		return this.comparison.of(this.editions.get(agency, year, edition), this.asOf.positionOrNow(knownAt));
	}

	@GetMapping("/api/reports/{agency}/{year}/bridge")
	@Operation(tags = "reports",
			summary = "结转桥: this year's carried in against last year's published carried out, with the footnote")
	CarryOverBridge.Bridge bridge(@Scoped(Scoped.Kind.AGENCY) @PathVariable String agency, @PathVariable int year,
			@Scoped(Scoped.Kind.SUBORDINATES) @RequestParam(defaultValue = "false") boolean withSubordinates,
			@RequestParam @Nullable KnownAt knownAt, Fresh fresh) {
		fresh.await(this.models);
		return this.bridge.shown(agency, year, withSubordinates, this.asOf.positionOrNow(knownAt));
	}

}
