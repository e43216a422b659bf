package org.gongkai.query.audit;

import java.util.HexFormat;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import org.gongkai.access.HeavyRequest;
import org.gongkai.access.Scoped;
import org.gongkai.access.Unscoped;
import org.gongkai.query.Fresh;
import org.gongkai.query.KnownAt;
import org.gongkai.query.ReadModels;
import org.gongkai.query.report.Reports;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The random sample for inspection, by HTTP.
@RestController
class SampleController {

	private static final int LARGEST = 10_000;

	private final Samples samples;

	private final Reports reports;

	private final ReadModels models;

	SampleController(Samples samples, Reports reports, ReadModels readModels) {
		this.samples = samples;
		this.reports = reports;
		this.models = readModels;
	}

	@GetMapping("/api/audit/sample")
	@HeavyRequest
	@Operation(tags = "audit", summary = "随机抽查: cases of an office and year, drawn by a seed",
			description = "The seed is the SHA-256 of the text of a signed checkpoint, `knownAt` its size. A case's key is the SHA-256 of seed, colon and id as text; the smallest keys are drawn.")
	Samples.Sample sample(@Scoped(Scoped.Kind.AGENCY) @RequestParam String agency, @RequestParam int year,
			@RequestParam int size,
			@Unscoped @RequestParam @Parameter(description = "64 hexadecimal digits") String seed,
			@Unscoped @RequestParam(defaultValue = "false") @Parameter(
					description = "each group of outcomes gets its share") boolean stratified,
			@Scoped(Scoped.Kind.SUBORDINATES) @RequestParam(defaultValue = "false") boolean withSubordinates,
			@RequestParam @Nullable KnownAt knownAt, Fresh fresh) {
		if (size < 1 || size > LARGEST) {
			throw new Refused(Rule.MALFORMED, "size is 1 to " + LARGEST, "size");
		}
		if (!seed.matches("[0-9a-f]{64}")) {
			throw new Refused(Rule.MALFORMED, "the seed is 64 hexadecimal digits", "seed");
		}
		fresh.await(this.models);
		return this.samples.of(this.reports.question(agency, year, withSubordinates, knownAt, null),
				HexFormat.of().parseHex(seed), size, stratified);
	}

}
