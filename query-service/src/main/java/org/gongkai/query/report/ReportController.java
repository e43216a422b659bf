package org.gongkai.query.report;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import org.gongkai.query.AsOf;
import org.gongkai.query.Fresh;
import org.gongkai.query.ReadModels;
import org.gongkai.query.application.CaseItem;
import org.gongkai.query.application.Cases;
import org.gongkai.query.review.DisputeItem;
import org.gongkai.query.review.Disputes;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.gongkai.statute.report.Column;
import org.gongkai.statute.report.DisputeBlock;
import org.gongkai.statute.report.DisputeResult;
import org.gongkai.statute.report.Row;
import org.gongkai.statute.report.TableThreeForm;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
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

	private final ReportPage page;

	ReportController(Reports reports, Cases cases, Disputes disputes, ReadModels readModels, ReportPage page) {
		this.reports = reports;
		this.cases = cases;
		this.disputes = disputes;
		this.models = readModels;
		this.page = page;
	}

	record CellCases(String row, String column, int count, List<CaseItem> items, AsOf.Position asOf) {
	}

	record CellDisputes(String block, String result, int count, List<DisputeItem> items, AsOf.Position asOf) {
	}

	@GetMapping("/api/reports/{agency}/{year}")
	@Operation(tags = "reports", summary = "The yearly tables of an office: three (表三) and four (表四)",
			description = "Table three: rows as in the form, each six kinds of applicant and the total. Table four: fifteen cells in the order of the form.")
	ResponseEntity<Object> report(@PathVariable String agency, @PathVariable int year,
			@RequestParam(defaultValue = "false") @Parameter(
					description = "count all that the office is responsible for on 31 December") boolean withSubordinates,
			@RequestParam @Parameter(description = "a position in the log; now when left out") @Nullable Long knownAt,
			@RequestParam(defaultValue = "json") @Parameter(description = "json, csv or html") String format,
			Fresh fresh) {
		fresh.await(this.models);
		Reports.Report report = this.reports.report(new Reports.Question(agency, year, withSubordinates, knownAt));
		return switch (format) {
			case "json" -> ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(json(report));
			case "csv" -> ResponseEntity.ok()
				.contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
				.header(HttpHeaders.CONTENT_DISPOSITION,
						"attachment; filename=\"" + agency + "-" + year + "-report.csv\"")
				.body(ReportCsv.of(report));
			case "html" -> ResponseEntity.ok()
				.contentType(new MediaType("text", "html", StandardCharsets.UTF_8))
				.body(this.page.alone(report));
			default -> throw new Refused(Rule.MALFORMED, "format is json, csv or html");
		};
	}

	@GetMapping("/api/reports/{agency}/{year}/table-three/cases")
	@Operation(tags = "reports", summary = "The cases behind one cell of table three")
	CellCases cases(@PathVariable String agency, @PathVariable int year,
			@RequestParam @Parameter(description = "`new`, `carried_in`, `granted`, …, `carried_out`") String row,
			@RequestParam(defaultValue = "total") @Parameter(
					description = "`natural_person`, …, `total`") String column,
			@RequestParam(defaultValue = "false") boolean withSubordinates, @RequestParam @Nullable Long knownAt,
			Fresh fresh) {
		fresh.await(this.models);
		Reports.Question question = new Reports.Question(agency, year, withSubordinates, knownAt);
		List<String> ids = this.reports.cases(question, Row.ofJson(row), Column.ofJson(column));
		return new CellCases(row, column, ids.size(), this.cases.byIds(ids), this.reports.report(question).asOf());
	}

	@GetMapping("/api/reports/{agency}/{year}/table-four/disputes")
	@Operation(tags = "reports", summary = "The disputes behind one cell of table four")
	CellDisputes disputes(@PathVariable String agency, @PathVariable int year,
			@RequestParam @Parameter(description = "`review`, `direct` or `after_review`") String block,
			@RequestParam(defaultValue = "total") @Parameter(
					description = "`upheld`, `corrected`, `other`, `pending` or `total`") String result,
			@RequestParam(defaultValue = "false") boolean withSubordinates, @RequestParam @Nullable Long knownAt,
			Fresh fresh) {
		fresh.await(this.models);
		Reports.Question question = new Reports.Question(agency, year, withSubordinates, knownAt);
		List<String> ids = this.reports.disputes(question, DisputeBlock.ofJson(block), DisputeResult.ofJson(result));
		return new CellDisputes(block, result, ids.size(), this.disputes.byIds(ids),
				this.reports.report(question).asOf());
	}

	private static Map<String, Object> json(Reports.Report report) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("agency", report.agency());
		json.put("year", report.year());
		json.put("asOf", report.asOf());
		json.put("withSubordinates", report.withSubordinates());
		json.put("counted", report.counted());
		json.put("table3", report.table3().asMap(TableThreeForm.of(report.year())));
		json.put("table4", report.table4().cells());
		json.put("disputeCounting", report.disputeCounting());
		json.put("disputeNote", report.disputeNote());
		return json;
	}

}
