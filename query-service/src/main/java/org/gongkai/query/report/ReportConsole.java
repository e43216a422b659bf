package org.gongkai.query.report;

import java.time.LocalDate;

import org.gongkai.access.Scoped;
import org.gongkai.access.Sightings;
import org.gongkai.access.Unscoped;
import org.gongkai.query.KnownAt;
import org.gongkai.query.application.Cases;
import org.gongkai.query.desk.Link;
import org.gongkai.query.review.DisputeTerms;
import org.gongkai.query.review.Disputes;
import org.gongkai.statute.report.Cell;
import org.gongkai.statute.report.Column;
import org.gongkai.statute.report.DisputeBlock;
import org.gongkai.statute.report.DisputeResult;
import org.gongkai.statute.report.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The page of one report, and the page of the cases behind one of its cells.
@Controller
class ReportConsole {

	private static final int PAGE = 100;

	private final Reports reports;

	private final Cases cases;

	private final Disputes disputes;

	private final Sightings sightings;

	ReportConsole(Reports reports, Cases cases, Disputes disputes, Sightings sightings) {
		this.sightings = sightings;
		this.reports = reports;
		this.cases = cases;
		this.disputes = disputes;
	}

	@GetMapping("/reports/{agency}/{year}")
	String show(@Scoped(Scoped.Kind.AGENCY) @PathVariable String agency, @PathVariable int year,
			@Scoped(Scoped.Kind.SUBORDINATES) @RequestParam(defaultValue = "false") boolean withSubordinates,
			@RequestParam @Nullable KnownAt knownAt, @RequestParam @Nullable LocalDate effectiveOn, Model model) {
		Reports.Report report = this.reports
			.report(this.reports.question(agency, year, withSubordinates, knownAt, effectiveOn));
		model.addAttribute("report", report);
		model.addAttribute("table2", ReportDocuments.table2(report));
		model.addAttribute("table3", ReportDocuments.table3(report));
		model.addAttribute("table4", ReportDocuments.table4(report));
		model.addAttribute("knownAt", (knownAt == null) ? null : report.asOf().position());
		model.addAttribute("effectiveOn", effectiveOn);
		return "report/show";
	}

	@GetMapping("/reports/{agency}/{year}/disputes")
	String disputes(@Scoped(Scoped.Kind.AGENCY) @PathVariable String agency, @PathVariable int year,
			@Unscoped @RequestParam String row, @Unscoped @RequestParam(defaultValue = "total") String column,
			@Scoped(Scoped.Kind.SUBORDINATES) @RequestParam(defaultValue = "false") boolean withSubordinates,
			@RequestParam @Nullable KnownAt knownAt, @RequestParam @Nullable LocalDate effectiveOn,
			@RequestParam(defaultValue = "0") int page, Model model) {
		Reports.Question question = this.reports.question(agency, year, withSubordinates, knownAt, effectiveOn);
		DisputeBlock part = DisputeBlock.ofJson(row);
		DisputeResult cell = DisputeResult.ofJson(column);
		Reports.Report report = this.reports.report(question);
		model.addAttribute("report", report);
		model.addAttribute("cell", Cell.of(part, cell));
		model.addAttribute("blockLabel", DisputeTerms.of(part));
		model.addAttribute("resultLabel", cell.label());
		IdPage behind = this.reports.disputes(question, part, cell, page, PAGE);
		show(behind, model);
		model.addAttribute("items", this.disputes.byIds(behind.ids()));
		model.addAttribute("knownAt", (knownAt == null) ? null : report.asOf().position());
		model.addAttribute("effectiveOn", effectiveOn);
		return "report/disputes";
	}

	@GetMapping("/reports/{agency}/{year}/cases")
	String cases(@Scoped(Scoped.Kind.AGENCY) @PathVariable String agency, @PathVariable int year,
			@Unscoped @RequestParam String row, @Unscoped @RequestParam(defaultValue = "total") String column,
			@Scoped(Scoped.Kind.SUBORDINATES) @RequestParam(defaultValue = "false") boolean withSubordinates,
			@RequestParam @Nullable KnownAt knownAt, @RequestParam @Nullable LocalDate effectiveOn,
			@RequestParam(defaultValue = "0") int page, Model model) {
		Reports.Question question = this.reports.question(agency, year, withSubordinates, knownAt, effectiveOn);
		Row line = Row.ofJson(row);
		Column kind = Column.ofJson(column);
		Row.Group group = line.group();
		Reports.Report report = this.reports.report(question);
		model.addAttribute("report", report);
		model.addAttribute("cell", Cell.of(line, kind));
		model.addAttribute("rowLabel", ((group == null) ? "" : group.label() + " ") + line.label());
		model.addAttribute("columnLabel", kind.label());
		IdPage behind = this.reports.cases(question, line, kind, page, PAGE);
		show(behind, model);
		model.addAttribute("items", this.cases.byIds(behind.ids()));
		model.addAttribute("knownAt", (knownAt == null) ? null : report.asOf().position());
		model.addAttribute("effectiveOn", effectiveOn);
		return "report/cases";
	}

	private void show(IdPage behind, Model model) {
		this.sightings.note(behind.ids());
		model.addAttribute("behind", behind);
		model.addAttribute("previous", (behind.page() > 0) ? Link.next("page", behind.page() - 1, "fresh") : null);
		model.addAttribute("next", behind.hasNext() ? Link.next("page", behind.page() + 1, "fresh") : null);
	}

}
