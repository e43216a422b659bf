package org.gongkai.query.audit;

import java.time.LocalDate;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import org.gongkai.query.AsOf;
import org.gongkai.query.Fresh;
import org.gongkai.query.KnownAt;
import org.gongkai.query.ReadModels;
import org.gongkai.query.Vantage;
import org.gongkai.query.report.Reports;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.gongkai.statute.report.Column;
import org.gongkai.statute.report.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Why a case counts where it does, and that the cells of a table are exclusive and complete, by HTTP.
@RestController
class ExplanationController {

	private final Explanations explanations;

	private final CellProofs proofs;

	private final Reports reports;

	private final AsOf asOf;

	private final ReadModels models;

	ExplanationController(Explanations explanations, CellProofs proofs, Reports reports, AsOf asOf,
			ReadModels readModels) {
		this.explanations = explanations;
		this.proofs = proofs;
		this.reports = reports;
		this.asOf = asOf;
		this.models = readModels;
	}

	/// @param explanations one of table three; of table four one per dispute
	record Explained(String applicationId, int year, List<Explanations.Explanation> explanations) {
	}

	@GetMapping("/api/audit/explanation")
	@Operation(tags = "audit", summary = "计数说明: in which cell a case is and why, or why it is in none",
			description = "A chain of entries and rules with their articles, and the offices whose reports count it.")
	Explained explanation(@RequestParam @Parameter(description = "agency code, slash, 申请编号") String id,
			@RequestParam int year, @RequestParam(defaultValue = "3") @Parameter(description = "3 or 4") int table,
			@RequestParam @Nullable KnownAt knownAt, @RequestParam @Nullable LocalDate effectiveOn, Fresh fresh) {
		fresh.await(this.models);
		Vantage vantage = this.asOf.vantage(knownAt, effectiveOn);
		return new Explained(id, year, switch (table) {
			case 3 -> List.of(this.explanations.ofCase(id, year, vantage));
			case 4 -> this.explanations.ofDisputes(id, year, vantage);
			default -> throw new Refused(Rule.UNKNOWN_CELL, "cases count in table three, disputes in table four");
		});
	}

	@GetMapping("/api/audit/cells/{agency}/{year}")
	@Operation(tags = "audit", summary = "The proof that the cells of table three are exclusive and complete",
			description = "With `row` the cases of that cell too. Two ways are set against each other: the lists behind the cells, and every case read from the log.")
	CellProofs.Proof cells(@PathVariable String agency, @PathVariable int year,
			@RequestParam @Parameter(description = "`new`, …, `carried_out`") @Nullable String row,
			@RequestParam(defaultValue = "total") String column,
			@RequestParam(defaultValue = "false") boolean withSubordinates, @RequestParam @Nullable KnownAt knownAt,
			@RequestParam @Nullable LocalDate effectiveOn, Fresh fresh) {
		fresh.await(this.models);
		return this.proofs.of(this.reports.question(agency, year, withSubordinates, knownAt, effectiveOn),
				(row == null) ? null : Row.ofJson(row), Column.ofJson(column));
	}

}
