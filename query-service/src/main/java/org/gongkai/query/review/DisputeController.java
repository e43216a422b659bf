package org.gongkai.query.review;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import org.gongkai.access.Scoped;
import org.gongkai.access.Sightings;
import org.gongkai.access.Unscoped;
import org.gongkai.query.AsOf;
import org.gongkai.query.Fresh;
import org.gongkai.query.ReadModels;
import org.gongkai.query.agency.Agencies;
import org.gongkai.query.application.CaseHistory;
import org.gongkai.statute.report.DisputeBlock;
import org.gongkai.statute.report.DisputeResult;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The disputes by HTTP.
@RestController
class DisputeController {

	private final Disputes disputes;

	private final DisputeHistory history;

	private final Agencies agencies;

	private final ReadModels models;

	private final AsOf asOf;

	private final Sightings sightings;

	DisputeController(Disputes disputes, DisputeHistory history, Agencies agencies, ReadModels readModels, AsOf asOf,
			Sightings sightings) {
		this.sightings = sightings;
		this.disputes = disputes;
		this.history = history;
		this.agencies = agencies;
		this.models = readModels;
		this.asOf = asOf;
	}

	record Docket(List<DisputeItem> items, int page, int size, long total, AsOf.Position asOf) {
	}

	record OneDispute(DisputeItem dispute, AsOf.Position asOf) {
	}

	record DisputeEntries(String disputeId, List<CaseHistory.Entry> entries, AsOf.Position asOf) {
	}

	@GetMapping("/api/disputes")
	@Operation(tags = "disputes", summary = "复议、诉讼登记: the disputes, the latest filed first",
			description = "Words are looked for by `POST /api/disputes/search`: they may be names, which stand in no address.")
	Docket list(@Scoped(Scoped.Kind.AGENCY) @RequestParam @Nullable String agency,
			@Scoped(Scoped.Kind.SUBORDINATES) @RequestParam(defaultValue = "false") boolean withSubordinates,
			@RequestParam @Nullable DisputeBlock block, @RequestParam @Nullable DisputeResult result,
			@RequestParam @Nullable Integer filedIn, @RequestParam(defaultValue = "0") int page,
			@RequestParam(defaultValue = "50") int size, Fresh fresh) {
		return search(agency, withSubordinates, null, block, result, filedIn, page, size, fresh);
	}

	@PostMapping(path = "/api/disputes/search", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
	@Operation(tags = "disputes", summary = "复议、诉讼登记: searches the disputes for words, the latest filed first")
	Docket search(@Scoped(Scoped.Kind.AGENCY) @RequestParam @Nullable String agency,
			@Scoped(Scoped.Kind.SUBORDINATES) @RequestParam(defaultValue = "false") boolean withSubordinates,
			@Unscoped @RequestParam @Parameter(
					description = "words in number, party, organ or application") @Nullable String q,
			@RequestParam @Nullable DisputeBlock block, @RequestParam @Nullable DisputeResult result,
			@RequestParam @Nullable Integer filedIn, @RequestParam(defaultValue = "0") int page,
			@RequestParam(defaultValue = "50") int size, Fresh fresh) {
		fresh.await(this.models);
		List<String> codes = this.agencies.seen(agency, withSubordinates);
		Disputes.Page found = this.disputes.search(new DisputeSearch(codes, q, block, result, filedIn, page, size));
		this.sightings.note(found.items().stream().map(DisputeItem::disputeId).toList());
		return new Docket(found.items(), page, size, found.total(), this.asOf.now());
	}

	@GetMapping("/api/dispute")
	@Operation(tags = "disputes", summary = "One dispute as it stands now, with its warnings")
	ResponseEntity<OneDispute> show(@Scoped(Scoped.Kind.RECORD) @RequestParam @Parameter(
			description = "`review:` or `lawsuit:`, agency code, slash, 案号") String id, Fresh fresh) {
		fresh.await(this.models);
		DisputeItem item = this.disputes.get(id);
		this.sightings.note(List.of(id));
		return ResponseEntity.ok().eTag("\"" + item.version() + "\"").body(new OneDispute(item, this.asOf.now()));
	}

	@GetMapping("/api/dispute/history")
	@Operation(tags = "disputes", summary = "Every entry of a dispute in words: who, when effective, when recorded")
	DisputeEntries history(@Scoped(Scoped.Kind.RECORD) @RequestParam String id, Fresh fresh) {
		fresh.await(this.models);
		List<CaseHistory.Entry> entries = this.history.of(id);
		this.sightings.note(List.of(id));
		return new DisputeEntries(id, entries, this.asOf.now());
	}

}
