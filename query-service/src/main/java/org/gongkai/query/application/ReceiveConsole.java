package org.gongkai.query.application;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.gongkai.access.ReadsRequest;
import org.gongkai.access.Scoped;
import org.gongkai.query.agency.Agencies;
import org.gongkai.query.desk.Answer;
import org.gongkai.query.desk.Desk;
import org.gongkai.query.desk.Form;
import org.gongkai.query.desk.Sheet;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where an application is registered.
@Controller
class ReceiveConsole {

	private final Desk desk;

	private final Agencies agencies;

	private final Clock clock;

	ReceiveConsole(Desk desk, Agencies agencies, Clock clock) {
		this.desk = desk;
		this.agencies = agencies;
		this.clock = clock;
	}

	@GetMapping("/applications/new")
	String blank(@Scoped(Scoped.Kind.AGENCY) @RequestParam(defaultValue = "") String agency, Model model) {
		this.desk.requireOpen();
		List<Agencies.Agency> all = offices();
		String today = LocalDate.now(this.clock).toString();
		return page(Sheet.blank(form(), Map.of("agency", (all.size() == 1) ? all.getFirst().code() : agency,
				"submittedOn", today, "receivedOn", today)), model);
	}

	@PostMapping("/applications/new")
	@ReadsRequest(value = "the fields of a form, which become a command of its own scope", agencies = "agency")
	String receive(Model model, HttpServletRequest request, HttpServletResponse response) {
		return switch (this.desk.take(form(), Map.of(), request, response)) {
			case Sheet sheet -> page(sheet, model);
			case Answer.Recorded recorded -> CaseConsole.redirect(recorded.stream(), recorded);
		};
	}

	private List<Agencies.Agency> offices() {
		return this.agencies.may().agencies("receive-application");
	}

	private Form form() {
		return ReceiveForm.of(offices(), LocalDate.now(this.clock));
	}

	private String page(Sheet sheet, Model model) {
		model.addAttribute("sheet", sheet);
		model.addAttribute("none", this.agencies.all().isEmpty());
		return "application/new";
	}

}
