package org.gongkai.query.audit;

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
import org.gongkai.query.Vantage;
import org.gongkai.query.application.CaseItem;
import org.gongkai.query.application.CaseSearch;
import org.gongkai.query.application.PastCases;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.gongkai.statute.application.ReceiptStep;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The register and its cases as they stood, and the difference between two views, by HTTP.
@RestController
class TimeTravelController {

	private final PastCases cases;

	private final RegisterDifference register;

	private final Differences differences;

	private final AsOf asOf;

	private final ReadModels models;

	private final Sightings sightings;

	TimeTravelController(PastCases cases, RegisterDifference register, Differences differences, AsOf asOf,
			ReadModels readModels, Sightings sightings) {
		this.sightings = sightings;
		this.cases = cases;
		this.register = register;
		this.differences = differences;
		this.asOf = asOf;
		this.models = readModels;
	}

	record Register(List<CaseItem> items, int page, int size, long total, AsOf.Position asOf,
			@Nullable LocalDate effectiveOn) {
	}

	/// @param entries how many entries of the case count in the view
	/// @param steps what each of them did to the clock
	record One(CaseItem application, int entries, List<ReceiptStep> steps, AsOf.Position asOf,
			@Nullable LocalDate effectiveOn) {
	}

	@GetMapping("/api/audit/register")
	@HeavyRequest
	@Operation(tags = "audit", summary = "台账 as known at a position or instant and as effective on a day",
			description = "The latest received first. `state` is `open` or `concluded`.")
	Register register(@Scoped(Scoped.Kind.AGENCY) @RequestParam @Nullable String agency,
			@Scoped(Scoped.Kind.SUBORDINATES) @RequestParam(defaultValue = "false") boolean withSubordinates,
			@RequestParam CaseSearch.@Nullable State state, @RequestParam @Nullable KnownAt knownAt,
			@RequestParam @Parameter(
					description = "nothing that happened later counts") @Nullable LocalDate effectiveOn,
			@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size, Fresh fresh) {
		fresh.await(this.models);
		if (page < 0 || size < 1 || size > CaseSearch.LARGEST || state == CaseSearch.State.OVERDUE) {
			throw new Refused(Rule.MALFORMED,
					"page is 0 or more, size 1 to " + CaseSearch.LARGEST + ", state open or concluded");
		}
		Vantage vantage = this.asOf.vantage(knownAt, effectiveOn);
		List<String> ids = this.cases.ids(this.register.scope(agency, withSubordinates, vantage), state, vantage);
		List<String> shown = ids.stream().skip((long) page * size).limit(size).toList();
		this.sightings.note(shown);
		return new Register(List.copyOf(this.cases.byIds(shown, vantage).values()), page, size, ids.size(),
				this.asOf.at(vantage.position()), effectiveOn);
	}

	@GetMapping("/api/audit/case")
	@Operation(tags = "audit", summary = "One case as known at a position or instant and as effective on a day")
	One one(@Scoped(Scoped.Kind.RECORD) @RequestParam @Parameter(description = "agency code, slash, 申请编号") String id,
			@RequestParam @Nullable KnownAt knownAt, @RequestParam @Nullable LocalDate effectiveOn, Fresh fresh) {
		fresh.await(this.models);
		Vantage vantage = this.asOf.vantage(knownAt, effectiveOn);
		PastCases.Then then = this.cases.get(id, vantage);
		this.sightings.note(List.of(id));
		return new One(then.item(), then.entries().size(), then.receipt().steps(), this.asOf.at(vantage.position()),
				effectiveOn);
	}

	@GetMapping("/api/audit/difference")
	@HeavyRequest
	@Operation(tags = "audit", summary = "Two views of the record, by cell and by case",
			description = "The register always; with agency and year, tables two, three and four too. What is the same in both does not appear. `next` is the address of the next page of cases; a cell names at most 500 records that left it and as many that came, `goneCount` and `comeCount` say how many there are.")
	Differences.Difference difference(@Scoped(Scoped.Kind.AGENCY) @RequestParam @Nullable String agency,
			@RequestParam @Nullable Integer year,
			@Scoped(Scoped.Kind.SUBORDINATES) @RequestParam(defaultValue = "false") boolean withSubordinates,
			@RequestParam @Nullable KnownAt fromKnownAt, @RequestParam @Nullable LocalDate fromEffectiveOn,
			@RequestParam @Nullable KnownAt toKnownAt, @RequestParam @Nullable LocalDate toEffectiveOn,
			@Unscoped @RequestParam @Parameter(
					description = "only cases behind this one, as in `next`") @Nullable String behind,
			@RequestParam(defaultValue = "500") @Parameter(description = "how many cases, 1 to 500") int size,
			Fresh fresh) {
		fresh.await(this.models);
		return this.differences.of(new Differences.Question((agency == null || agency.isBlank()) ? null : agency, year,
				withSubordinates, fromKnownAt, fromEffectiveOn, toKnownAt, toEffectiveOn, behind, size));
	}

}
