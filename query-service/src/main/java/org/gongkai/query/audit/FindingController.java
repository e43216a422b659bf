package org.gongkai.query.audit;

import java.util.Arrays;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import org.gongkai.access.HeavyRequest;
import org.gongkai.access.Scoped;
import org.gongkai.access.Unscoped;
import org.gongkai.query.AsOf;
import org.gongkai.query.Fresh;
import org.gongkai.query.ReadModels;
import org.gongkai.query.agency.Agencies;
import org.gongkai.query.desk.Link;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.gongkai.statute.audit.FindingRule;
import org.gongkai.statute.audit.Severity;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The findings and the rules that they come from, by HTTP.
@RestController
class FindingController {

	private final Findings findings;

	private final Agencies agencies;

	private final AsOf asOf;

	private final ReadModels models;

	FindingController(Findings findings, Agencies agencies, AsOf asOf, ReadModels readModels) {
		this.findings = findings;
		this.agencies = agencies;
		this.asOf = asOf;
		this.models = readModels;
	}

	/// @param next address of the next page; null on the last
	record Listing(List<Findings.Finding> items, int page, int size, long total, @Nullable String next,
			AsOf.Position asOf) {
	}

	record Looked(String rule, String article, Severity severity, String zh) {
	}

	record Rules(List<Looked> rules) {
	}

	@GetMapping("/api/audit/findings")
	@HeavyRequest
	@Operation(tags = "audit", summary = "Where records depart from the law, the gravest first",
			description = "Computed from everything recorded; with what inspector and office said. `findingId` is stable. `next` is the address of the next page and reaches every finding; a `page` ends at the 10,000th.")
	Listing findings(@Scoped(Scoped.Kind.AGENCY) @RequestParam @Nullable String agency,
			@Scoped(Scoped.Kind.SUBORDINATES) @RequestParam(defaultValue = "false") boolean withSubordinates,
			@Unscoped @RequestParam @Parameter(description = "code of a rule") @Nullable String rule,
			@RequestParam @Nullable Severity severity, @RequestParam Findings.@Nullable State state,
			@Scoped(Scoped.Kind.RECORD) @RequestParam @Parameter(
					description = "a case, dispute, piece of information or agency") @Nullable String record,
			@Unscoped @RequestParam @Parameter(
					description = "only findings behind this place, as in `next`") @Nullable String behind,
			@RequestParam(defaultValue = "0") int page,
			@RequestParam(defaultValue = "50") @Parameter(description = "how many, 1 to 500") int size, Fresh fresh) {
		fresh.await(this.models);
		Findings.Page found = this.findings.search(new Findings.Search(this.agencies.seen(agency, withSubordinates),
				ruleOf(rule), severity, state, (record == null || record.isBlank()) ? null : record,
				(behind == null) ? null : Findings.Place.parse(behind), page, size));
		Findings.Place next = found.next();
		return new Listing(found.items(), page, size, found.total(),
				(next == null) ? null : Link.next("behind", next, "page"), this.asOf.now());
	}

	@GetMapping("/api/audit/rules")
	@Operation(tags = "audit", summary = "What is looked for, with the articles")
	Rules rules() {
		return new Rules(Arrays.stream(FindingRule.values())
			.map((rule) -> new Looked(rule.code(), rule.article(), rule.severity(), rule.chinese()))
			.toList());
	}

	/// @throws Refused `malformed` for a rule that there is not
	static @Nullable FindingRule ruleOf(@Nullable String code) {
		return (code == null || code.isBlank()) ? null : FindingRule.of(code)
			.orElseThrow(() -> new Refused(Rule.MALFORMED, "no findings come from such a rule", "rule"));
	}

}
