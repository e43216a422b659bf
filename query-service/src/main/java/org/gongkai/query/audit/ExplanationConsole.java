package org.gongkai.query.audit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.gongkai.query.AsOf;
import org.gongkai.query.KnownAt;
import org.gongkai.query.Vantage;
import org.gongkai.query.report.Reports;
import org.gongkai.statute.report.Column;
import org.gongkai.statute.report.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The pages that explain a case's cells, and prove a table's.
@Controller
class ExplanationConsole {

	private final Explanations explanations;

	private final CellProofs proofs;

	private final Reports reports;

	private final AsOf asOf;

	private final Clock clock;

	ExplanationConsole(Explanations explanations, CellProofs proofs, Reports reports, AsOf asOf, Clock clock) {
		this.explanations = explanations;
		this.proofs = proofs;
		this.reports = reports;
		this.asOf = asOf;
		this.clock = clock;
	}

	/// @param year this year where it is not told
	@GetMapping("/audit/explanation")
	String explanation(@RequestParam String id, @RequestParam @Nullable Integer year,
			@RequestParam @Nullable KnownAt knownAt, @RequestParam @Nullable LocalDate effectiveOn, Model model) {
		int asked = (year != null) ? year : LocalDate.now(this.clock).getYear();
		Vantage vantage = this.asOf.vantage(knownAt, effectiveOn);
		Explanations.Explanation three = this.explanations.ofCase(id, asked, vantage);
		model.addAttribute("id", id);
		model.addAttribute("year", asked);
		model.addAttribute("three", three);
		model.addAttribute("four", this.explanations.ofDisputes(id, asked, vantage));
		model.addAttribute("asOf", three.asOf());
		return "audit/explanation";
	}

	@GetMapping("/audit/cells/{agency}/{year}")
	String cells(@PathVariable String agency, @PathVariable int year,
			@RequestParam(defaultValue = "false") boolean withSubordinates, @RequestParam @Nullable KnownAt knownAt,
			@RequestParam @Nullable LocalDate effectiveOn, Model model) {
		CellProofs.Proof proof = this.proofs
			.of(this.reports.question(agency, year, withSubordinates, knownAt, effectiveOn), null, Column.TOTAL);
		model.addAttribute("proof", proof);
		model.addAttribute("sides", List.of(proof.entry(), proof.exit()));
		model.addAttribute("rows", new RowWords());
		model.addAttribute("withSubordinates", withSubordinates);
		model.addAttribute("asOf", proof.asOf());
		return "audit/cells";
	}

	/// Rows as the form has them.
	static final class RowWords {

		public String of(String row) {
			Row line = Row.ofJson(row);
			Row.Group group = line.group();
			return ((group == null) ? "" : group.label() + " ") + line.label();
		}

	}

}
