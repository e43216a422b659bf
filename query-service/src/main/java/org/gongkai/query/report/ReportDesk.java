package org.gongkai.query.report;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.gongkai.access.ReadsRequest;
import org.gongkai.access.Scoped;
import org.gongkai.access.Unscoped;
import org.gongkai.events.agency.AgencyKind;
import org.gongkai.events.report.ReportSection;
import org.gongkai.query.AsOf;
import org.gongkai.query.Stored;
import org.gongkai.query.agency.Agencies;
import org.gongkai.query.desk.Answer;
import org.gongkai.query.desk.Desk;
import org.gongkai.query.desk.Form;
import org.gongkai.query.desk.Link;
import org.gongkai.query.desk.Sheet;
import org.gongkai.statute.report.ReportTerm;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// 编制与公布: all annual reports with their terms, and the pages on which one is written and taken to publication.
@Controller
class ReportDesk {

	private final Desk desk;

	private final Drafts drafts;

	private final Editions editions;

	private final ReportFacts facts;

	private final CarryOverBridge bridge;

	private final Agencies agencies;

	private final AsOf asOf;

	private final Clock clock;

	ReportDesk(Desk desk, Drafts drafts, Editions editions, ReportFacts facts, CarryOverBridge bridge,
			Agencies agencies, AsOf asOf, Clock clock) {
		this.desk = desk;
		this.drafts = drafts;
		this.editions = editions;
		this.facts = facts;
		this.bridge = bridge;
		this.agencies = agencies;
		this.asOf = asOf;
		this.clock = clock;
	}

	/// A report that nobody has opened.
	///
	/// @param dueOn the last day for publication (article 49)
	record Missing(Agencies.Agency agency, LocalDate dueOn, boolean late) {
	}

	@GetMapping("/annual-reports")
	String list(@RequestParam @Nullable Integer year, Model model) {
		List<String> seen = this.agencies.seen(null, false);
		int of = (year == null) ? today().getYear() - 1 : year;
		List<Drafts.Draft> all = this.drafts.of(seen).stream().filter((draft) -> draft.year() == of).toList();
		Set<String> opened = all.stream().map(Drafts.Draft::agency).collect(Collectors.toSet());
		model.addAttribute("year", of);
		model.addAttribute("reports", all);
		model.addAttribute("missing",
				this.agencies.all()
					.stream()
					.filter((agency) -> seen.isEmpty() || seen.contains(agency.code()))
					.filter((agency) -> !opened.contains(agency.code()) && reports(agency, of))
					.map((agency) -> {
						LocalDate due = due(agency, of);
						return new Missing(agency, due, today().isAfter(due));
					})
					.toList());
		model.addAttribute("asOf", this.asOf.now());
		return "report/list";
	}

	@GetMapping("/reports/{agency}/{year}/draft")
	String show(@Scoped(Scoped.Kind.AGENCY) @PathVariable String agency, @PathVariable int year,
			@Unscoped @RequestParam(defaultValue = "false") boolean recorded, Model model) {
		model.addAttribute("recorded", recorded);
		return page(agency, year, null, model);
	}

	@PostMapping("/reports/{agency}/{year}/draft/{command}")
	@ReadsRequest("the fields of a form, which become a command of its own scope")
	String act(@Scoped(Scoped.Kind.AGENCY) @PathVariable String agency, @PathVariable int year,
			@Unscoped @PathVariable String command, Model model, HttpServletRequest request,
			HttpServletResponse response) {
		Map<String, Object> fixed = new HashMap<>(Map.of("reportId", agency + "/" + year));
		if (command.equals(ReportForms.OPEN)) {
			fixed.put("withSubordinates", false);
		}
		return switch (this.desk.take(form(command, agency), fixed, request, response)) {
			case Sheet sheet -> page(agency, year, sheet, model);
			case Answer.Recorded _ -> "redirect:" + Link.to(path(agency, year, "draft"), "recorded", true);
		};
	}

	@GetMapping("/reports/{agency}/{year}/sections/{section}")
	String section(@Scoped(Scoped.Kind.AGENCY) @PathVariable String agency, @PathVariable int year,
			@PathVariable ReportSection section, @Unscoped @RequestParam(defaultValue = "false") boolean recorded,
			Model model) {
		Optional<Drafts.Draft> report = this.drafts.find(agency, year);
		if (report.isEmpty()) {
			return "redirect:" + path(agency, year, "draft"); // to be opened first
		}
		model.addAttribute("recorded", recorded);
		return section(report.get(), section, null, model);
	}

	@PostMapping("/reports/{agency}/{year}/sections/{section}")
	@ReadsRequest("the fields of a form, which become a command of its own scope")
	String write(@Scoped(Scoped.Kind.AGENCY) @PathVariable String agency, @PathVariable int year,
			@PathVariable ReportSection section, Model model, HttpServletRequest request,
			HttpServletResponse response) {
		// an empty text takes the part back, so it is sent too
		Map<String, String> fixed = Map.of("reportId", agency + "/" + year, "section", Stored.name(section), "body",
				"");
		return switch (this.desk.take(ReportForms.writing(section), fixed, request, response)) {
			case Sheet sheet -> section(this.drafts.get(agency, year), section, sheet, model);
			case Answer.Recorded _ ->
				"redirect:" + Link.to(path(agency, year, "sections/" + Stored.name(section)), "recorded", true);
		};
	}

	/// @param refused the form that came back
	private Form form(String command, String agency) {
		return command.equals(ReportForms.OPEN)
				? ReportForms.opening(this.agencies.may().below(ReportForms.OPEN, agency, true))
				: ReportForms.of(command);
	}

	private String page(String code, int year, @Nullable Sheet refused, Model model) {
		Agencies.Agency agency = this.agencies.get(code);
		Optional<Drafts.Draft> draft = this.drafts.find(code, year);
		model.addAttribute("agency", agency);
		model.addAttribute("year", year);
		model.addAttribute("dueOn", due(agency, year));
		model.addAttribute("draft", draft.orElse(null));
		model.addAttribute("editions", this.editions.of(code, year).reversed());
		model.addAttribute("refused", refused);
		model.addAttribute("back", path(code, year, "draft"));
		model.addAttribute("asOf", this.asOf.now());
		draft.ifPresent((report) -> model.addAttribute("parts", parts(report)));
		if (this.desk.isOpen()) {
			List<String> acts = draft.map((report) -> ReportForms.possible(report.stage()))
				.orElse(List.of(ReportForms.OPEN));
			model.addAttribute("sheets",
					Sheet.with(this.agencies.may()
						.commands(acts, code)
						.stream()
						.map((command) -> form(command, code))
						.map(this::blank)
						.toList(), refused));
		}
		return "report/draft";
	}

	private String section(Drafts.Draft report, ReportSection section, @Nullable Sheet refused, Model model) {
		List<ReportFacts.Fact> known = facts(report);
		WrittenPart part = WrittenPart.of(section, report.texts(), values(known));
		model.addAttribute("report", report);
		model.addAttribute("part", part);
		model.addAttribute("facts", known);
		model.addAttribute("refused", refused);
		model.addAttribute("back", path(report.agency(), report.year(), "sections/" + Stored.name(section)));
		model.addAttribute("asOf", this.asOf.now());
		if (this.desk.isOpen() && this.agencies.may().at("write-section", report.agency())
				&& (report.stage() == ReportStage.DRAFT || refused != null)) {
			String footnote = footnote(report, section, part);
			model.addAttribute("proposed", !footnote.isEmpty());
			Form form = ReportForms.writing(section);
			Map<String, String> values = new HashMap<>(ReportForms.proposed(form, today()));
			values.put("body", footnote.isEmpty() ? part.body() : footnote);
			model.addAttribute("sheet", (refused != null) ? refused : Sheet.blank(form, values));
		}
		return "report/section";
	}

	/// The note that the bridge drafts, where none is written; empty where none is
	/// needed.
	private String footnote(Drafts.Draft report, ReportSection section, WrittenPart part) {
		return (section == ReportSection.TABLE_THREE_NOTE && part.isBlank())
				? this.bridge.into(report.agency(), report.year(), report.withSubordinates(), null).footnote() : "";
	}

	private List<WrittenPart> parts(Drafts.Draft report) {
		Map<String, String> known = values(facts(report));
		List<WrittenPart> parts = new ArrayList<>();
		Stream.of(ReportSection.values())
			.forEach((section) -> parts.add(WrittenPart.of(section, report.texts(), known)));
		return parts;
	}

	private List<ReportFacts.Fact> facts(Drafts.Draft report) {
		return this.facts.of(new Reports.Question(report.agency(), report.year(), report.withSubordinates(), null))
			.facts();
	}

	private static Map<String, String> values(List<ReportFacts.Fact> facts) {
		return facts.stream().collect(Collectors.toMap(ReportFacts.Fact::name, ReportFacts.Fact::value));
	}

	private Sheet blank(Form form) {
		return Sheet.blank(form, ReportForms.proposed(form, today()));
	}

	/// Whether an office reports on a year: its records begin by then, and it existed
	/// then.
	private static boolean reports(Agencies.Agency agency, int year) {
		LocalDate opened = agency.ledgerOpenedOn();
		LocalDate closed = agency.closedOn();
		return agency.registeredOn().getYear() <= year && (opened == null || opened.getYear() <= year)
				&& (closed == null || closed.getYear() >= year);
	}

	private static LocalDate due(Agencies.Agency agency, int year) {
		return ReportTerm.of(Stored.constant(AgencyKind.class, agency.kind()), year);
	}

	private static String path(String agency, int year, String page) {
		return "/reports/" + agency + "/" + year + "/" + page;
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

}
