package org.gongkai.query.application;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.gongkai.access.Callers;
import org.gongkai.access.ReadsRequest;
import org.gongkai.access.Rights;
import org.gongkai.access.Scoped;
import org.gongkai.access.Sightings;
import org.gongkai.access.Unscoped;
import org.gongkai.query.AsOf;
import org.gongkai.query.agency.Agencies;
import org.gongkai.query.agency.May;
import org.gongkai.query.calendar.Calendars;
import org.gongkai.query.desk.Answer;
import org.gongkai.query.desk.Desk;
import org.gongkai.query.desk.Form;
import org.gongkai.query.desk.Input.Choice;
import org.gongkai.query.desk.Link;
import org.gongkai.query.desk.Sheet;
import org.gongkai.statute.application.DeadlineReceipt;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The page of one case, and the acts on it.
@Controller
class CaseConsole {

	private static final Set<String> REPLIES = Set.of(ActForms.DRAFT, "decide-application", "redecide-application");

	private final Desk desk;

	private final Cases cases;

	private final CaseHistory history;

	private final Agencies agencies;

	private final Calendars calendars;

	private final AsOf asOf;

	private final Sightings sightings;

	private final Clock clock;

	private final List<BesideCase> beside;

	CaseConsole(Desk desk, Cases cases, CaseHistory history, Agencies agencies, Calendars calendars, AsOf asOf,
			Clock clock, List<BesideCase> beside, Sightings sightings) {
		this.sightings = sightings;
		this.desk = desk;
		this.cases = cases;
		this.history = history;
		this.agencies = agencies;
		this.calendars = calendars;
		this.asOf = asOf;
		this.clock = clock;
		this.beside = beside;
	}

	/// Acts under one heading.
	record Group(String zh, String en, List<Sheet> sheets) {
	}

	@GetMapping("/applications/show")
	String show(@Scoped(Scoped.Kind.RECORD) @RequestParam String id, @RequestParam @Nullable Integer recorded,
			Model model) {
		CaseFile file = this.history.file(id);
		if (recorded != null && recorded >= 0 && recorded < file.entries().size()) {
			model.addAttribute("recorded", file.entries().get(recorded));
		}
		return page(id, file, null, model);
	}

	@PostMapping("/applications/acts/{command}")
	@ReadsRequest("the fields of a form, which become a command of its own scope")
	String act(@Unscoped @PathVariable String command, @Scoped(Scoped.Kind.RECORD) @RequestParam String id, Model model,
			HttpServletRequest request, HttpServletResponse response) {
		CaseFile file = this.history.file(id);
		Form form = forms(id, file, this.cases.receipt(id)).of(command);
		return switch (this.desk.take(form, Map.of("applicationId", id), request, response)) {
			case Sheet sheet -> page(id, file, sheet, model);
			case Answer.Recorded recorded -> redirect(id, recorded);
		};
	}

	static String redirect(String id, Answer.Recorded recorded) {
		return Link.recorded("/applications/show", id, recorded);
	}

	/// @param refused the form that came back
	private String page(String id, CaseFile file, @Nullable Sheet refused, Model model) {
		CaseItem item = this.cases.get(id);
		this.sightings.note(List.of(id));
		DeadlineReceipt receipt = this.cases.receipt(id);
		LocalDate today = LocalDate.now(this.clock);
		model.addAttribute("item", item);
		model.addAttribute("agencyName",
				this.agencies.find(item.agency()).map(Agencies.Agency::name).orElse(item.agency()));
		model.addAttribute("personal", file.view().personal());
		model.addAttribute("entries", file.entries());
		model.addAttribute("receipt", receipt);
		model.addAttribute("due", DueWords.of(receipt.deadline(), today, this.calendars.current()));
		model.addAttribute("refused", refused);
		model.addAttribute("back", Link.to("/applications/show", "id", id));
		model.addAttribute("asOf", this.asOf.now());
		this.beside.forEach((feature) -> feature.addTo(model, id));
		if (this.desk.isOpen()) {
			Map<String, String> known = new HashMap<>();
			this.beside.forEach((feature) -> known.putAll(feature.proposed(id)));
			ActForms forms = forms(id, file, receipt);
			model.addAttribute("groups", groups(forms, proposal(forms, file.standing(), id), refused,
					(form) -> proposed(forms, form, known, today)));
		}
		return "application/show";
	}

	/// What may come next by who calls.
	private Standing.Proposal proposal(ActForms forms, Standing standing, String id) {
		May may = this.agencies.may();
		return standing.proposal(!forms.bodies().isEmpty(), Callers.current().isOperator())
			.among((command) -> may.of(command, id));
	}

	private static List<Group> groups(ActForms forms, Standing.Proposal proposal, @Nullable Sheet refused,
			Function<Form, Map<String, String>> values) {
		Group back = (refused == null || proposal.contains(refused.form().command())) ? null
				: new Group("未记录的表单", "not recorded", List.of(refused));
		return Stream
			.of(Stream.ofNullable(back), group("下一步", "next", proposal.next(), forms, refused, values),
					group("其他办理事项", "other acts", proposal.more(), forms, refused, values),
					group("补记办结前的办理事项", "steps before the conclusion", proposal.late(), forms, refused, values),
					group("更正", "corrections", proposal.corrections(), forms, refused, values))
			.flatMap((groups) -> groups)
			.toList();
	}

	private static Stream<Group> group(String zh, String en, List<String> commands, ActForms forms,
			@Nullable Sheet refused, Function<Form, Map<String, String>> values) {
		List<Sheet> sheets = commands.stream().map((command) -> {
			if (refused != null && refused.form().command().equals(command)) {
				return refused;
			}
			Form form = forms.of(command);
			return Sheet.blank(form, values.apply(form));
		}).toList();
		return sheets.isEmpty() ? Stream.empty() : Stream.of(new Group(zh, en, sheets));
	}

	private static Map<String, String> proposed(ActForms forms, Form form, Map<String, String> known, LocalDate today) {
		Map<String, String> values = ActForms.proposed(form, today);
		values.putAll(known);
		if (REPLIES.contains(form.command())) {
			values.putAll(forms.drafted(form.command()));
		}
		return values;
	}

	private ActForms forms(String id, CaseFile file, DeadlineReceipt receipt) {
		return new ActForms(file, receipt.deadline(), bodies(file.view().agency()), this.calendars.current(),
				this.agencies.may().of(Rights.OUTCOME, id));
	}

	/// The other bodies of the organ that has the case (article 27).
	private List<Choice> bodies(String code) {
		List<Agencies.Agency> all = this.agencies.all();
		return all.stream()
			.filter((agency) -> agency.code().equals(code))
			.findFirst()
			.map((own) -> all.stream()
				.filter((agency) -> !agency.code().equals(code) && agency.closedOn() == null
						&& agency.isOfOneOrganWith(own))
				.map((agency) -> new Choice(agency.code(), agency.name() + "（" + agency.code() + "）"))
				.toList())
			.orElse(List.of());
	}

}
