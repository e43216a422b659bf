package org.gongkai.query.disclosure;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import org.gongkai.access.Scoped;
import org.gongkai.access.Sightings;
import org.gongkai.access.Unscoped;
import org.gongkai.events.disclosure.Category;
import org.gongkai.events.disclosure.DocumentKind;
import org.gongkai.events.disclosure.TallyItem;
import org.gongkai.query.AsOf;
import org.gongkai.query.Fresh;
import org.gongkai.query.ReadModels;
import org.gongkai.query.agency.Agencies;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The lists of proactive disclosure by HTTP.
@RestController
class DisclosureController {

	private final InformationList information;

	private final DocumentList documents;

	private final TallyList tallies;

	private final DisclosureHistory history;

	private final Agencies agencies;

	private final ReadModels models;

	private final AsOf asOf;

	private final Sightings sightings;

	DisclosureController(InformationList information, DocumentList documents, TallyList tallies,
			DisclosureHistory history, Agencies agencies, ReadModels readModels, AsOf asOf, Sightings sightings) {
		this.sightings = sightings;
		this.information = information;
		this.documents = documents;
		this.tallies = tallies;
		this.history = history;
		this.agencies = agencies;
		this.models = readModels;
		this.asOf = asOf;
	}

	record Records<T>(List<T> items, int page, int size, long total, AsOf.Position asOf) {
	}

	record RecordHistory(String stream, List<DisclosureHistory.RecordEntry> entries, AsOf.Position asOf) {
	}

	@GetMapping("/api/information")
	@Operation(tags = "disclosure", summary = "主动公开目录: pieces of information, the latest made first",
			description = "Words are looked for by `POST /api/information/search`: a working title may name people.")
	Records<InformationList.Piece> information(@Scoped(Scoped.Kind.AGENCY) @RequestParam @Nullable String agency,
			@Scoped(Scoped.Kind.SUBORDINATES) @RequestParam(defaultValue = "false") boolean withSubordinates,
			@RequestParam @Nullable Category category,
			@Unscoped @RequestParam(defaultValue = "false") @Parameter(
					description = "only what is late under article 26") boolean late,
			@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size, Fresh fresh) {
		return search(agency, withSubordinates, null, category, late, page, size, fresh);
	}

	@PostMapping(path = "/api/information/search", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
	@Operation(tags = "disclosure", summary = "主动公开目录: searches pieces of information for words")
	Records<InformationList.Piece> search(@Scoped(Scoped.Kind.AGENCY) @RequestParam @Nullable String agency,
			@Scoped(Scoped.Kind.SUBORDINATES) @RequestParam(defaultValue = "false") boolean withSubordinates,
			@Unscoped @RequestParam @Nullable String q, @RequestParam @Nullable Category category,
			@Unscoped @RequestParam(defaultValue = "false") @Parameter(
					description = "only what is late under article 26") boolean late,
			@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size, Fresh fresh) {
		fresh.await(this.models);
		Found<InformationList.Piece> found = this.information
			.search(new InformationList.Search(codes(agency, withSubordinates), q, category, late, page, size));
		this.sightings.note(InformationList.people(found.items()));
		return listing(found);
	}

	@GetMapping("/api/documents")
	@Operation(tags = "disclosure", summary = "文件目录: rules and normative documents, the latest made first")
	Records<DocumentList.Document> documents(@Scoped(Scoped.Kind.AGENCY) @RequestParam @Nullable String agency,
			@Scoped(Scoped.Kind.SUBORDINATES) @RequestParam(defaultValue = "false") boolean withSubordinates,
			@Unscoped @RequestParam @Nullable String q, @RequestParam @Nullable DocumentKind kind,
			@Unscoped @RequestParam @Nullable Boolean inForce, @RequestParam(defaultValue = "0") int page,
			@RequestParam(defaultValue = "50") int size, Fresh fresh) {
		fresh.await(this.models);
		return listing(this.documents
			.search(new DocumentList.Search(codes(agency, withSubordinates), q, kind, inForce, page, size)));
	}

	@GetMapping("/api/tallies")
	@Operation(tags = "disclosure", summary = "统计数: the tallies, the latest first")
	Records<TallyList.Tally> tallies(@Scoped(Scoped.Kind.AGENCY) @RequestParam @Nullable String agency,
			@Scoped(Scoped.Kind.SUBORDINATES) @RequestParam(defaultValue = "false") boolean withSubordinates,
			@Unscoped @RequestParam @Nullable String q, @RequestParam @Nullable TallyItem item,
			@RequestParam @Nullable Integer year, @RequestParam(defaultValue = "0") int page,
			@RequestParam(defaultValue = "50") int size, Fresh fresh) {
		fresh.await(this.models);
		return listing(
				this.tallies.search(new TallyList.Search(codes(agency, withSubordinates), q, item, year, page, size)));
	}

	@GetMapping("/api/disclosure/history")
	@Operation(tags = "disclosure", summary = "Every entry of a record, what was struck or rectified included")
	RecordHistory history(
			@Scoped(Scoped.Kind.RECORD) @RequestParam @Parameter(
					description = "`information:`, `document:` or `tally:`, agency code, slash, number") String stream,
			Fresh fresh) {
		fresh.await(this.models);
		List<DisclosureHistory.RecordEntry> entries = this.history.of(stream);
		this.sightings.note(DisclosureHistory.people(stream, entries));
		return new RecordHistory(stream, entries, this.asOf.now());
	}

	private List<String> codes(@Nullable String agency, boolean withSubordinates) {
		return this.agencies.seen(agency, withSubordinates);
	}

	private <T> Records<T> listing(Found<T> found) {
		return new Records<>(found.items(), found.page(), found.size(), found.total(), this.asOf.now());
	}

}
