package org.gongkai.query.audit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.gongkai.access.HeavyRequest;
import org.gongkai.access.Scoped;
import org.gongkai.access.Unscoped;
import org.gongkai.query.AsOf;
import org.gongkai.query.KnownAt;
import org.gongkai.query.Vantage;
import org.gongkai.query.report.Reports;
import org.gongkai.statute.report.Cell;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The pages that explain a record's cells, and prove a table's.
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
	String explanation(@Scoped(Scoped.Kind.RECORD) @RequestParam String id, @RequestParam @Nullable Integer year,
			@RequestParam @Nullable KnownAt knownAt, @RequestParam @Nullable LocalDate effectiveOn, Model model) {
		int asked = (year != null) ? year : LocalDate.now(this.clock).getYear();
		Vantage vantage = this.asOf.vantage(knownAt, effectiveOn);
		List<Explanations.Explanation> all = new ArrayList<>(List.of(this.explanations.of(id, asked, vantage)));
		Explanations.Explanation record = all.getFirst();
		if (record.table() == 3) {
			all.addAll(this.explanations.ofDisputes(id, asked, vantage));
		}
		model.addAttribute("id", id);
		model.addAttribute("year", asked);
		model.addAttribute("record", record);
		model.addAttribute("all", all);
		model.addAttribute("asOf", record.asOf());
		return "audit/explanation";
	}

	@GetMapping("/audit/cells/{agency}/{year}")
	@HeavyRequest
	String cells(@Scoped(Scoped.Kind.AGENCY) @PathVariable String agency, @PathVariable int year,
			@RequestParam(defaultValue = "3") int table, @Unscoped @RequestParam @Nullable String row,
			@Unscoped @RequestParam(defaultValue = "total") String column,
			@Scoped(Scoped.Kind.SUBORDINATES) @RequestParam(defaultValue = "false") boolean withSubordinates,
			@RequestParam @Nullable KnownAt knownAt, @RequestParam @Nullable LocalDate effectiveOn, Model model) {
		CellProofs.Proof proof = this.proofs.of(
				this.reports.question(agency, year, withSubordinates, knownAt, effectiveOn), table,
				(row == null) ? null : new Cell(table, row, column));
		model.addAttribute("proof", proof);
		model.addAttribute("words", new Words());
		model.addAttribute("withSubordinates", withSubordinates ? true : null);
		model.addAttribute("knownAt", (knownAt == null) ? null : proof.asOf().position());
		model.addAttribute("effectiveOn", effectiveOn);
		model.addAttribute("asOf", proof.asOf());
		return "audit/cells";
	}

	/// Tables, sides and cells as the form has them, and where a record is shown.
	static final class Words {

		public String table(int table) {
			return switch (table) {
				case 2 -> "表二";
				case 3 -> "表三";
				default -> "表四";
			};
		}

		public String side(String name) {
			return switch (name) {
				case "entry" -> "新收、结转";
				case "exit" -> "办理结果、结转下年度";
				case "results" -> "审理结果";
				case "in_force" -> "文件的废止和有效";
				default -> "统计数";
			};
		}

		public String cell(int table, String row, String column) {
			return new Cell(table, row, column).label();
		}

		/// The page of the list behind a cell.
		public String list(int table) {
			return switch (table) {
				case 2 -> "table-two";
				case 3 -> "cases";
				default -> "disputes";
			};
		}

	}

}
