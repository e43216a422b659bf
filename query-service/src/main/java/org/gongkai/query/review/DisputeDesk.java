package org.gongkai.query.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.gongkai.access.ReadsRequest;
import org.gongkai.access.Records;
import org.gongkai.access.Scoped;
import org.gongkai.access.Sightings;
import org.gongkai.access.Unscoped;
import org.gongkai.events.review.LawsuitKind;
import org.gongkai.query.AsOf;
import org.gongkai.query.Stored;
import org.gongkai.query.agency.Agencies;
import org.gongkai.query.agency.May;
import org.gongkai.query.application.CaseHistory;
import org.gongkai.query.desk.Answer;
import org.gongkai.query.desk.Desk;
import org.gongkai.query.desk.Form;
import org.gongkai.query.desk.Link;
import org.gongkai.query.desk.Sheet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where a dispute is filed, and the page of one with the acts on it.
@Controller
class DisputeDesk {

	private final Desk desk;

	private final Disputes disputes;

	private final DisputeHistory history;

	private final Agencies agencies;

	private final AsOf asOf;

	private final Sightings sightings;

	private final Clock clock;

	DisputeDesk(Desk desk, Disputes disputes, DisputeHistory history, Agencies agencies, AsOf asOf, Clock clock,
			Sightings sightings) {
		this.sightings = sightings;
		this.desk = desk;
		this.disputes = disputes;
		this.history = history;
		this.agencies = agencies;
		this.asOf = asOf;
		this.clock = clock;
	}

	/// @param about the application it is about
	/// @param after the review that came before a suit
	@GetMapping("/disputes/new")
	String blank(@Scoped(Scoped.Kind.AGENCY) @RequestParam(defaultValue = "") String agency,
			@Scoped(Scoped.Kind.RECORD) @RequestParam(defaultValue = "") String about,
			@Scoped(Scoped.Kind.RECORD) @RequestParam(defaultValue = "") String after, Model model) {
		this.desk.requireOpen();
		Map<String, String> known = new HashMap<>();
		known.put("agency", agency);
		known.put("applicationId", about);
		known.put("filedOn", today().toString());
		known.put("against", about.isEmpty() ? "" : "reply");
		if (!after.isEmpty()) {
			DisputeItem review = this.disputes.get(after);
			known.put("agency", review.agency());
			known.put("applicationId", Objects.requireNonNullElse(review.applicationId(), ""));
			known.put("against", Stored.name(review.against()));
			known.put("reviewId", after);
			known.put("kind", Stored.name(LawsuitKind.AFTER_REVIEW));
		}
		return blank(DisputeForms.FILINGS.stream()
			.filter((command) -> after.isEmpty() || command.equals("file-lawsuit"))
			.map((command) -> Sheet.blank(DisputeForms.filing(command, this.agencies.may().agencies(command)), known))
			.toList(), null, model);
	}

	@PostMapping("/disputes/new/{command}")
	@ReadsRequest(value = "the fields of a form, which become a command of its own scope", agencies = "agency")
	String file(@Unscoped @PathVariable String command, Model model, HttpServletRequest request,
			HttpServletResponse response) {
		Form form = DisputeForms.filing(command, this.agencies.may().agencies(command));
		return switch (this.desk.take(form, Map.of(), request, response)) {
			case Sheet sheet -> blank(List.of(sheet), sheet, model);
			case Answer.Recorded recorded -> Link.recorded("/disputes/show", recorded.stream(), recorded);
		};
	}

	@GetMapping("/disputes/show")
	String show(@Scoped(Scoped.Kind.RECORD) @RequestParam String id, @RequestParam @Nullable Integer recorded,
			Model model) {
		List<CaseHistory.Entry> entries = this.history.of(id);
		if (recorded != null && recorded >= 0 && recorded < entries.size()) {
			model.addAttribute("recorded", entries.get(recorded));
		}
		return page(this.disputes.get(id), entries, null, model);
	}

	@PostMapping("/disputes/acts/{command}")
	@ReadsRequest("the fields of a form, which become a command of its own scope")
	String act(@Unscoped @PathVariable String command, @Scoped(Scoped.Kind.RECORD) @RequestParam String id, Model model,
			HttpServletRequest request, HttpServletResponse response) {
		DisputeItem item = this.disputes.get(id);
		List<CaseHistory.Entry> entries = this.history.of(id);
		Form redecision = DisputeForms.redecision();
		if (command.equals(redecision.command())) {
			Map<String, String> fixed = Map.of("applicationId", String.valueOf(item.applicationId()), "disputeId", id);
			return switch (this.desk.take(redecision, fixed, request, response)) {
				case Sheet sheet -> page(item, entries, sheet, model);
				case Answer.Recorded recorded ->
					Link.recorded("/applications/show", String.valueOf(item.applicationId()), recorded);
			};
		}
		Form form = DisputeForms.of(command, item, entries);
		return switch (this.desk.take(form, Map.of("disputeId", id), request, response)) {
			case Sheet sheet -> page(item, entries, sheet, model);
			case Answer.Recorded recorded -> Link.recorded("/disputes/show", id, recorded);
		};
	}

	private String blank(List<Sheet> sheets, @Nullable Sheet refused, Model model) {
		model.addAttribute("sheets", sheets);
		model.addAttribute("refused", (sheets.size() == 1) ? sheets.getFirst() : refused);
		model.addAttribute("none", this.agencies.all().isEmpty());
		return "review/new";
	}

	/// @param refused the form that came back
	private String page(DisputeItem item, List<CaseHistory.Entry> entries, @Nullable Sheet refused, Model model) {
		this.sightings.note(List.of(item.disputeId()));
		model.addAttribute("item", item);
		model.addAttribute("entries", entries);
		model.addAttribute("refused", refused);
		model.addAttribute("back", Link.to("/disputes/show", "id", item.disputeId()));
		model.addAttribute("asOf", this.asOf.now());
		if (this.desk.isOpen()) {
			Form again = DisputeForms.redecision();
			May may = this.agencies.may();
			boolean ordered = item.ordersRedecision() && !item.isVoid()
					&& may.of(again.command(), item.applicationId());
			boolean back = refused != null && refused.form().command().equals(again.command());
			List<Sheet> redecision = ordered ? List.of(blank(again)) : List.of();
			model.addAttribute("redecision", Sheet.with(redecision, back ? refused : null));
			List<Sheet> sheets = may.commands(DisputeForms.possible(item), Records.agencyOf(item.disputeId()))
				.stream()
				.map((command) -> blank(DisputeForms.of(command, item, entries)))
				.toList();
			model.addAttribute("sheets", Sheet.with(sheets, back ? null : refused));
			model.addAttribute("suable", may.of("file-lawsuit", item.disputeId()) && DisputeForms.isReview(item)
					&& item.concludedOn() != null && !item.withdrawn() && !item.isVoid());
		}
		return "review/show";
	}

	private Sheet blank(Form form) {
		return Sheet.blank(form, DisputeForms.proposed(form, today()));
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

}
