package org.gongkai.query.agency;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.gongkai.access.ReadsRequest;
import org.gongkai.access.Records;
import org.gongkai.access.Scoped;
import org.gongkai.access.Unscoped;
import org.gongkai.query.AsOf;
import org.gongkai.query.desk.Answer;
import org.gongkai.query.desk.Desk;
import org.gongkai.query.desk.Form;
import org.gongkai.query.desk.Sheet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The offices, and what is done with them.
@Controller
class AgencyConsole {

	private final Desk desk;

	private final Agencies agencies;

	private final AsOf asOf;

	private final Clock clock;

	AgencyConsole(Desk desk, Agencies agencies, AsOf asOf, Clock clock) {
		this.desk = desk;
		this.agencies = agencies;
		this.asOf = asOf;
		this.clock = clock;
	}

	@GetMapping("/agencies")
	String list(Model model) {
		Sheet blank = Sheet.blank(AgencyForms.register(superiors()), Map.of());
		return list(blank, model);
	}

	@PostMapping("/agencies")
	@ReadsRequest("the fields of a form, which become a command of its own scope")
	String register(Model model, HttpServletRequest request, HttpServletResponse response) {
		Form form = AgencyForms.register(superiors());
		return switch (this.desk.take(form, Map.of(), request, response)) {
			case Sheet sheet -> list(sheet, model);
			case Answer.Recorded recorded ->
				"redirect:/agencies/" + Records.agencyOf(recorded.stream()) + "?recorded=true";
		};
	}

	@GetMapping("/agencies/{code}")
	String show(@Scoped(Scoped.Kind.AGENCY) @PathVariable String code,
			@Unscoped @RequestParam(defaultValue = "false") boolean recorded, Model model) {
		model.addAttribute("recorded", recorded);
		return page(this.agencies.get(code), null, model);
	}

	@PostMapping("/agencies/{code}/{command}")
	@ReadsRequest("the fields of a form, which become a command of its own scope")
	String act(@Scoped(Scoped.Kind.AGENCY) @PathVariable String code, @Unscoped @PathVariable String command,
			Model model, HttpServletRequest request, HttpServletResponse response) {
		Agencies.Agency agency = this.agencies.get(code);
		Form form = AgencyForms.of(command, agency, this.agencies.all());
		return switch (this.desk.take(form, Map.of("code", code), request, response)) {
			case Sheet sheet -> page(agency, sheet, model);
			case Answer.Recorded _ -> "redirect:/agencies/" + agency.code() + "?recorded=true";
		};
	}

	/// Those below which one may be registered.
	private List<Agencies.Agency> superiors() {
		return this.agencies.may().agencies("register-agency");
	}

	private String list(Sheet sheet, Model model) {
		model.addAttribute("agencies", this.agencies.all());
		model.addAttribute("sheet", sheet);
		model.addAttribute("asOf", this.asOf.now());
		return "agency/list";
	}

	private String page(Agencies.Agency agency, @Nullable Sheet refused, Model model) {
		List<Agencies.Agency> all = this.agencies.all();
		String today = LocalDate.now(this.clock).toString();
		model.addAttribute("agency", agency);
		model.addAttribute("below", all.stream().filter((other) -> agency.code().equals(other.parent())).toList());
		model.addAttribute("year", LocalDate.now(this.clock).getYear());
		model.addAttribute("counting", AgencyForms
			.of(this.agencies.disputeCounting(agency.code(), LocalDate.now(this.clock).getYear(), Long.MAX_VALUE)));
		model.addAttribute("refused", refused);
		model.addAttribute("sheets",
				this.agencies.may()
					.commands(AgencyForms.ACTS, agency.code())
					.stream()
					.filter((command) -> isPossible(command, agency))
					.map((command) -> (refused != null && refused.form().command().equals(command)) ? refused
							: Sheet.blank(AgencyForms.of(command, agency, all),
									Map.of("renamedOn", today, "movedOn", today, "chosenOn", today, "fromYear",
											today.substring(0, 4))))
					.toList());
		model.addAttribute("asOf", this.asOf.now());
		return "agency/show";
	}

	private static boolean isPossible(String command, Agencies.Agency agency) {
		return switch (command) {
			case "open-ledger" -> agency.ledgerOpenedOn() == null;
			case "close-agency" -> agency.closedOn() == null;
			default -> true;
		};
	}

}
