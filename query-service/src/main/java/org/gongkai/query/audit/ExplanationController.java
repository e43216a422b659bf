package org.gongkai.query.audit;

import java.time.LocalDate;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import org.gongkai.access.HeavyRequest;
import org.gongkai.access.Scoped;
import org.gongkai.access.Unscoped;
import org.gongkai.query.AsOf;
import org.gongkai.query.Fresh;
import org.gongkai.query.KnownAt;
import org.gongkai.query.ReadModels;
import org.gongkai.query.Vantage;
import org.gongkai.query.report.Reports;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.gongkai.statute.report.Cell;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Why a record counts where it does, and that the cells of a table are exclusive and complete, by HTTP.
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

	/// @param explanations one of the record; for a case in table four one per dispute
	record Explained(String id, int year, List<Explanations.Explanation> explanations) {
	}

	@GetMapping("/api/audit/explanation")
	@Operation(tags = "audit", summary = "计数说明: in which cells a record is and why, or why it is in none",
			description = "A chain of entries and rules with their articles, and the offices whose reports count it.")
	Explained explanation(@Scoped(Scoped.Kind.RECORD) @RequestParam @Parameter(
			description = "agency code, slash, 申请编号; or a record of another kind by its name in the log: `review:`, `lawsuit:`, `document:` or `tally:` before it") String id,
			@RequestParam int year,
			@RequestParam @Nullable @Parameter(
					description = "4 with a case: the disputes about it; else the table that counts the record") Integer table,
			@RequestParam @Nullable KnownAt knownAt, @RequestParam @Nullable LocalDate effectiveOn, Fresh fresh) {
		fresh.await(this.models);
		Vantage vantage = this.asOf.vantage(knownAt, effectiveOn);
		if (table != null && table == 4 && !id.contains(":")) {
			return new Explained(id, year, this.explanations.ofDisputes(id, year, vantage));
		}
		Explanations.Explanation one = this.explanations.of(id, year, vantage);
		if (table != null && table != one.table()) {
			throw new Refused(Rule.UNKNOWN_CELL, "this record is counted in table " + one.table());
		}
		return new Explained(id, year, List.of(one));
	}

	@GetMapping("/api/audit/cells/{agency}/{year}")
	@HeavyRequest
	@Operation(tags = "audit", summary = "The proof that the cells of a table are exclusive and complete",
			description = "Every cell is the sum of the records behind it, each record is in exactly the cells that its own course leads to, and none is missing. With `row` the records of that cell too. Two ways are set against each other: the lists behind the cells, and every record read from the log.")
	CellProofs.Proof cells(@Scoped(Scoped.Kind.AGENCY) @PathVariable String agency, @PathVariable int year,
			@RequestParam(defaultValue = "3") @Parameter(description = "2, 3 or 4") int table,
			@Unscoped @RequestParam @Parameter(
					description = "as the JSON of the report names it: `new`, `normative_documents`, `after_review`") @Nullable String row,
			@Unscoped @RequestParam(defaultValue = "total") @Parameter(
					description = "`natural_person`, `inForce`, `pending`; table two has no total") String column,
			@Scoped(Scoped.Kind.SUBORDINATES) @RequestParam(defaultValue = "false") boolean withSubordinates,
			@RequestParam @Nullable KnownAt knownAt, @RequestParam @Nullable LocalDate effectiveOn, Fresh fresh) {
		fresh.await(this.models);
		return this.proofs.of(this.reports.question(agency, year, withSubordinates, knownAt, effectiveOn), table,
				(row == null) ? null : new Cell(table, row, column));
	}

}
