package org.gongkai.query.report;

import java.time.LocalDate;

import org.gongkai.access.Scoped;
import org.gongkai.access.Unscoped;
import org.gongkai.query.KnownAt;
import org.gongkai.statute.report.TableTwoColumn;
import org.gongkai.statute.report.TableTwoRow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The page of the documents or tallies behind a cell of table two.
@Controller
class TableTwoConsole {

	private static final int PAGE = 100;

	private final Reports reports;

	private final TablesTwo tables;

	TableTwoConsole(Reports reports, TablesTwo tables) {
		this.reports = reports;
		this.tables = tables;
	}

	@GetMapping("/reports/{agency}/{year}/table-two")
	String entries(@Scoped(Scoped.Kind.AGENCY) @PathVariable String agency, @PathVariable int year,
			@Unscoped @RequestParam String row, @Unscoped @RequestParam String column,
			@Scoped(Scoped.Kind.SUBORDINATES) @RequestParam(defaultValue = "false") boolean withSubordinates,
			@RequestParam @Nullable KnownAt knownAt, @RequestParam @Nullable LocalDate effectiveOn,
			@RequestParam(defaultValue = "0") int page, Model model) {
		Reports.Report report = this.reports
			.report(this.reports.question(agency, year, withSubordinates, knownAt, effectiveOn));
		TableTwoRow line = TableTwoRow.ofJson(row);
		TableTwoColumn head = TableTwoColumn.ofJson(column);
		TablesTwo.Behind behind = this.tables.behind(report, line, head, page, PAGE);
		model.addAttribute("report", report);
		model.addAttribute("row", line);
		model.addAttribute("column", head);
		model.addAttribute("form", report.table2().form());
		model.addAttribute("value", report.table2().text(line, head));
		model.addAttribute("documents", behind.documents());
		model.addAttribute("tallies", behind.tallies());
		model.addAttribute("shown", (line.documentKind() != null) ? behind.documents() : behind.tallies());
		model.addAttribute("knownAt", (knownAt == null) ? null : report.asOf().position());
		model.addAttribute("effectiveOn", effectiveOn);
		return "report/table-two";
	}

}
