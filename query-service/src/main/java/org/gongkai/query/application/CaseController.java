package org.gongkai.query.application;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import org.gongkai.access.Scoped;
import org.gongkai.access.Sightings;
import org.gongkai.access.Unscoped;
import org.gongkai.events.application.ApplicantKind;
import org.gongkai.events.application.Channel;
import org.gongkai.events.application.Outcome;
import org.gongkai.query.AsOf;
import org.gongkai.query.Fresh;
import org.gongkai.query.ReadModels;
import org.gongkai.query.agency.Agencies;
import org.gongkai.statute.application.DeadlineReceipt;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The register and its cases by HTTP.
@RestController
class CaseController {

	private final Cases cases;

	private final CaseHistory history;

	private final Agencies agencies;

	private final ReadModels models;

	private final AsOf asOf;

	private final Sightings sightings;

	CaseController(Cases cases, CaseHistory history, Agencies agencies, ReadModels readModels, AsOf asOf,
			Sightings sightings) {
		this.sightings = sightings;
		this.cases = cases;
		this.history = history;
		this.agencies = agencies;
		this.models = readModels;
		this.asOf = asOf;
	}

	record Register(List<CaseItem> items, int page, int size, long total, AsOf.Position asOf) {
	}

	record One(CaseItem application, AsOf.Position asOf) {
	}

	record History(String applicationId, List<CaseHistory.Entry> entries, AsOf.Position asOf) {
	}

	@GetMapping("/api/applications")
	@Operation(tags = "register", summary = "台账: the register, the latest received first",
			description = "Words are looked for by `POST /api/applications/search`: they may be names, which stand in no address.")
	Register list(@Scoped(Scoped.Kind.AGENCY) @RequestParam @Nullable String agency,
			@Scoped(Scoped.Kind.SUBORDINATES) @RequestParam(defaultValue = "false") boolean withSubordinates,
			@RequestParam @Nullable ApplicantKind applicantKind, @RequestParam @Nullable Channel channel,
			@RequestParam @Nullable Outcome outcome, @RequestParam CaseSearch.@Nullable State state,
			@RequestParam @Nullable LocalDate receivedFrom, @RequestParam @Nullable LocalDate receivedTo,
			@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size, Fresh fresh) {
		return search(agency, withSubordinates, null, applicantKind, channel, outcome, state, receivedFrom, receivedTo,
				page, size, fresh);
	}

	@PostMapping(path = "/api/applications/search", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
	@Operation(tags = "register", summary = "台账: searches the register for words, the latest received first")
	Register search(@Scoped(Scoped.Kind.AGENCY) @RequestParam @Nullable String agency,
			@Scoped(Scoped.Kind.SUBORDINATES) @RequestParam(defaultValue = "false") boolean withSubordinates,
			@Unscoped @RequestParam @Parameter(description = "words in number, name or subject") @Nullable String q,
			@RequestParam @Nullable ApplicantKind applicantKind, @RequestParam @Nullable Channel channel,
			@RequestParam @Nullable Outcome outcome, @RequestParam CaseSearch.@Nullable State state,
			@RequestParam @Nullable LocalDate receivedFrom, @RequestParam @Nullable LocalDate receivedTo,
			@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size, Fresh fresh) {
		fresh.await(this.models);
		List<String> codes = this.agencies.seen(agency, withSubordinates);
		Cases.Page found = this.cases.search(
				new CaseSearch(codes, q, applicantKind, channel, outcome, state, receivedFrom, receivedTo, page, size));
		this.sightings.note(CaseItem.ids(found.items()));
		return new Register(found.items(), page, size, found.total(), this.asOf.now());
	}

	@GetMapping("/api/application")
	@Operation(tags = "register", summary = "One case as it stands now")
	ResponseEntity<One> show(
			@Scoped(Scoped.Kind.RECORD) @RequestParam @Parameter(description = "agency code, slash, 申请编号") String id,
			Fresh fresh) {
		fresh.await(this.models);
		CaseItem item = this.cases.get(id);
		this.sightings.note(List.of(id));
		return ResponseEntity.ok().eTag("\"" + item.version() + "\"").body(new One(item, this.asOf.now()));
	}

	@GetMapping("/api/application/history")
	@Operation(tags = "register", summary = "Every entry of a case in words: who, when effective, when recorded")
	History history(@Scoped(Scoped.Kind.RECORD) @RequestParam String id, Fresh fresh) {
		fresh.await(this.models);
		List<CaseHistory.Entry> entries = this.history.of(id);
		this.sightings.note(List.of(id));
		return new History(id, entries, this.asOf.now());
	}

	@GetMapping("/api/application/deadline")
	@Operation(tags = "register", summary = "期限计算单: how the due date came about, day by day, with articles")
	Map<String, Object> deadline(@Scoped(Scoped.Kind.RECORD) @RequestParam String id, Fresh fresh) {
		fresh.await(this.models);
		DeadlineReceipt receipt = this.cases.receipt(id);
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("applicationId", id);
		answer.put("dueOn", receipt.deadline().dueOn());
		answer.put("provisional", receipt.deadline().provisional());
		answer.put("state", receipt.deadline().state());
		answer.put("workingDays", receipt.deadline().workingDays());
		answer.put("deadline", receipt.deadline());
		answer.put("receipt", receipt.days());
		answer.put("steps", receipt.steps());
		answer.put("asOf", this.asOf.now());
		return answer;
	}

}
