package org.gongkai.query.audit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.gongkai.access.HeavyRequest;
import org.gongkai.access.ReadsRequest;
import org.gongkai.access.Records;
import org.gongkai.access.Scoped;
import org.gongkai.access.Sightings;
import org.gongkai.access.Unscoped;
import org.gongkai.query.AsOf;
import org.gongkai.query.Stored;
import org.gongkai.query.agency.Agencies;
import org.gongkai.query.desk.Answer;
import org.gongkai.query.desk.Desk;
import org.gongkai.query.desk.Form;
import org.gongkai.query.desk.Link;
import org.gongkai.query.desk.Sheet;
import org.gongkai.statute.audit.FindingRule;
import org.gongkai.statute.audit.Severity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/// The list of findings, and the page of one with the acts on it.
@Controller
class FindingConsole {

	private static final int PAGE = 30;

	/// Pages that have a number; further ones are found by the place where they begin.
	private static final int NUMBERED = 300;

	private final Findings findings;

	private final FindingHistory history;

	private final Agencies agencies;

	private final Desk desk;

	private final AsOf asOf;

	private final Sightings sightings;

	private final Clock clock;

	FindingConsole(Findings findings, FindingHistory history, Agencies agencies, Desk desk, AsOf asOf,
			Sightings sightings, Clock clock) {
		this.findings = findings;
		this.history = history;
		this.agencies = agencies;
		this.desk = desk;
		this.asOf = asOf;
		this.sightings = sightings;
		this.clock = clock;
	}

	@GetMapping("/audit/findings")
	@HeavyRequest
	String list(@Scoped(Scoped.Kind.AGENCY) @RequestParam @Nullable String agency,
			@Scoped(Scoped.Kind.SUBORDINATES) @RequestParam(defaultValue = "false") boolean withSubordinates,
			@Unscoped @RequestParam @Nullable String rule, @RequestParam @Nullable Severity severity,
			@RequestParam Findings.@Nullable State state,
			@Scoped(Scoped.Kind.RECORD) @RequestParam @Nullable String record,
			@Unscoped @RequestParam @Nullable String behind, @RequestParam(defaultValue = "0") int page, Model model) {
		Findings.Page found = this.findings.search(new Findings.Search(this.agencies.seen(agency, withSubordinates),
				FindingController.ruleOf(rule), severity, state, (record == null || record.isBlank()) ? null : record,
				(behind == null) ? null : Findings.Place.parse(behind), page, PAGE));
		Findings.Place next = found.next();
		model.addAttribute("found", found);
		model.addAttribute("agencies", this.agencies.may().agencies("GET /audit/findings"));
		model.addAttribute("rules", FindingRule.values());
		model.addAttribute("severities", Severity.values());
		model.addAttribute("states", Findings.State.values());
		model.addAttribute("agency", agency);
		model.addAttribute("withSubordinates", withSubordinates);
		model.addAttribute("rule", rule);
		model.addAttribute("severity", (severity == null) ? null : Stored.name(severity));
		model.addAttribute("state", (state == null) ? null : Stored.name(state));
		model.addAttribute("record", record);
		model.addAttribute("asOf", this.asOf.now());
		model.addAttribute("previous", (page > 0 && behind == null) ? pageLink(model, page - 1) : null);
		model.addAttribute("next", (next == null) ? null : (behind != null || page + 2 > NUMBERED)
				? Link.next("behind", next, "page") : pageLink(model, page + 1));
		return "audit/findings";
	}

	@GetMapping("/audit/findings/show")
	String show(@Scoped(Scoped.Kind.RECORD) @RequestParam String id, Model model) {
		return page(this.findings.get(id), null, model);
	}

	@PostMapping("/audit/findings/acts/{command}")
	@ReadsRequest("the fields of a form, which become a command of its own scope")
	String act(@Unscoped @PathVariable String command, @Scoped(Scoped.Kind.RECORD) @RequestParam String id, Model model,
			HttpServletRequest request, HttpServletResponse response) {
		Findings.Finding finding = this.findings.get(id);
		Form form = FindingForms.of(command);
		return switch (this.desk.take(form, Map.of("findingId", id), request, response)) {
			case Sheet sheet -> page(finding, sheet, model);
			case Answer.Recorded recorded -> Link.recorded("/audit/findings/show", id, recorded);
		};
	}

	/// @param refused the form that came back
	private String page(Findings.Finding finding, @Nullable Sheet refused, Model model) {
		this.sightings.note(List.of(finding.record()));
		model.addAttribute("finding", finding);
		model.addAttribute("entries", this.history.of(finding.findingId()));
		model.addAttribute("agencyName",
				this.agencies.find(finding.agency()).map(Agencies.Agency::name).orElse(finding.agency()));
		model.addAttribute("refused", refused);
		model.addAttribute("back", Link.to("/audit/findings/show", "id", finding.findingId()));
		model.addAttribute("asOf", this.asOf.now());
		if (this.desk.isOpen()) {
			LocalDate today = LocalDate.now(this.clock);
			Findings.Handling handling = finding.handling();
			List<Sheet> sheets = this.agencies.may()
				.commands(FindingForms.possible(finding.state()), Records.agencyOf(finding.findingId()))
				.stream()
				.map((command) -> Sheet.blank(FindingForms.of(command), FindingForms.proposed(today)))
				.toList();
			model.addAttribute("sheets", Sheet.with(sheets, refused));
			model.addAttribute("version", (handling == null) ? null : handling.version());
		}
		return "audit/finding";
	}

	private static String pageLink(Model model, int page) {
		UriComponentsBuilder link = UriComponentsBuilder.fromPath("/audit/findings");
		for (String name : List.of("agency", "rule", "severity", "state", "record")) {
			Object value = model.getAttribute(name);
			if (value != null && !value.toString().isBlank()) {
				link.queryParam(name, "{" + name + "}");
			}
		}
		if (Boolean.TRUE.equals(model.getAttribute("withSubordinates"))) {
			link.queryParam("withSubordinates", true);
		}
		return link.queryParam("page", page).encode().buildAndExpand(model.asMap()).toUriString();
	}

}
