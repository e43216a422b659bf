package org.gongkai.query.report;

import io.swagger.v3.oas.annotations.Operation;
import org.gongkai.access.Scoped;
import org.gongkai.query.AsOf;
import org.gongkai.query.Fresh;
import org.gongkai.query.KnownAt;
import org.gongkai.query.ReadModels;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The facts of sections one and six, by HTTP.
@RestController
class ReportFactsController {

	private final ReportFacts facts;

	private final ReadModels models;

	private final AsOf asOf;

	ReportFactsController(ReportFacts facts, ReadModels readModels, AsOf asOf) {
		this.facts = facts;
		this.models = readModels;
		this.asOf = asOf;
	}

	@GetMapping("/api/reports/{agency}/{year}/facts")
	@Operation(tags = "reports", summary = "The facts that the texts of sections one and six tell",
			description = "Each has a stable name, by which a text refers to it.")
	ReportFacts.Facts facts(@Scoped(Scoped.Kind.AGENCY) @PathVariable String agency, @PathVariable int year,
			@Scoped(Scoped.Kind.SUBORDINATES) @RequestParam(defaultValue = "false") boolean withSubordinates,
			@RequestParam @Nullable KnownAt knownAt, Fresh fresh) {
		fresh.await(this.models);
		return this.facts.of(new Reports.Question(agency, year, withSubordinates, this.asOf.positionOrNow(knownAt)));
	}

}
