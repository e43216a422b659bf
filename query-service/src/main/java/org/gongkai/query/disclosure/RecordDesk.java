package org.gongkai.query.disclosure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.gongkai.access.ReadsRequest;
import org.gongkai.access.Records;
import org.gongkai.access.Scoped;
import org.gongkai.access.Sightings;
import org.gongkai.access.Unscoped;
import org.gongkai.query.AsOf;
import org.gongkai.query.agency.Agencies;
import org.gongkai.query.desk.Answer;
import org.gongkai.query.desk.Desk;
import org.gongkai.query.desk.Form;
import org.gongkai.query.desk.Link;
import org.gongkai.query.desk.Sheet;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where information, documents and tallies are recorded, and the page of one with the acts on it.
@Controller
class RecordDesk {

	private static final String PAGE = "/disclosure/history";

	private final Desk desk;

	private final InformationList information;

	private final DocumentList documents;

	private final TallyList tallies;

	private final DisclosureHistory history;

	private final Agencies agencies;

	private final AsOf asOf;

	private final Sightings sightings;

	private final Clock clock;

	RecordDesk(Desk desk, InformationList information, DocumentList documents, TallyList tallies,
			DisclosureHistory history, Agencies agencies, AsOf asOf, Sightings sightings, Clock clock) {
		this.sightings = sightings;
		this.desk = desk;
		this.information = information;
		this.documents = documents;
		this.tallies = tallies;
		this.history = history;
		this.agencies = agencies;
		this.asOf = asOf;
		this.clock = clock;
	}

	/// The kinds of records, by their pages.
	private enum Shelved {

		INFORMATION("draft-information", "informationId"), DOCUMENTS("make-document", "documentId"),
		TALLIES("record-tally", "tallyId");

		/// The command that begins one.
		private final String first;

		/// How commands name one.
		private final String key;

		Shelved(String first, String key) {
			this.first = first;
			this.key = key;
		}

		/// @throws Refused `unknown-disclosure`
		static Shelved of(String stream) {
			return switch (stream.substring(0, Math.max(0, stream.indexOf(':')))) {
				case "information" -> INFORMATION;
				case "document" -> DOCUMENTS;
				case "tally" -> TALLIES;
				default -> throw new Refused(Rule.UNKNOWN_DISCLOSURE, "nothing is recorded under this number");
			};
		}

	}

	@GetMapping({ "/{shelf:information|documents|tallies}/new" })
	String blank(@PathVariable Shelved shelf,
			@Scoped(Scoped.Kind.AGENCY) @RequestParam(defaultValue = "") String agency, Model model) {
		this.desk.requireOpen();
		Form form = RecordForms.first(shelf.first, this.agencies.may().agencies(shelf.first));
		Map<String, String> values = new HashMap<>(RecordForms.proposed(form, today()));
		values.put("agency", agency);
		return blank(Sheet.blank(form, values), model);
	}

	@PostMapping("/{shelf:information|documents|tallies}/new")
	@ReadsRequest(value = "the fields of a form, which become a command of its own scope", agencies = "agency")
	String begin(@PathVariable Shelved shelf, Model model, HttpServletRequest request, HttpServletResponse response) {
		Form form = RecordForms.first(shelf.first, this.agencies.may().agencies(shelf.first));
		return switch (this.desk.take(form, Map.of(), request, response)) {
			case Sheet sheet -> blank(sheet, model);
			case Answer.Recorded recorded -> Link.recorded(PAGE, recorded.stream(), recorded);
		};
	}

	@GetMapping(PAGE)
	String show(@Scoped(Scoped.Kind.RECORD) @RequestParam(defaultValue = "") String stream,
			@Scoped(Scoped.Kind.RECORD) @RequestParam(defaultValue = "") String id,
			@RequestParam @Nullable Integer recorded, Model model) {
		String record = id.isEmpty() ? stream : id;
		List<DisclosureHistory.RecordEntry> entries = this.history.of(record);
		if (recorded != null && recorded >= 0 && recorded < entries.size()) {
			model.addAttribute("recorded", entries.get(recorded));
		}
		return page(record, entries, null, model);
	}

	@PostMapping("/disclosure/acts/{command}")
	@ReadsRequest("the fields of a form, which become a command of its own scope")
	String act(@Unscoped @PathVariable String command, @Scoped(Scoped.Kind.RECORD) @RequestParam String id, Model model,
			HttpServletRequest request, HttpServletResponse response) {
		Form form = RecordForms.of(command);
		Map<String, String> fixed = Map.of(Shelved.of(id).key, id.substring(id.indexOf(':') + 1));
		return switch (this.desk.take(form, fixed, request, response)) {
			case Sheet sheet -> page(id, this.history.of(id), sheet, model);
			case Answer.Recorded recorded -> Link.recorded(PAGE, id, recorded);
		};
	}

	private String blank(Sheet sheet, Model model) {
		model.addAttribute("sheet", sheet);
		model.addAttribute("none", this.agencies.all().isEmpty());
		return "disclosure/new";
	}

	/// @param refused the form that came back
	private String page(String stream, List<DisclosureHistory.RecordEntry> entries, @Nullable Sheet refused,
			Model model) {
		this.sightings.note(DisclosureHistory.people(stream, entries));
		model.addAttribute("stream", stream);
		model.addAttribute("number", stream.substring(stream.indexOf(':') + 1));
		model.addAttribute("entries", entries);
		model.addAttribute("refused", refused);
		model.addAttribute("version", entries.getLast().sequence());
		model.addAttribute("back", Link.to(PAGE, "id", stream));
		model.addAttribute("asOf", this.asOf.now());
		List<String> possible = switch (Shelved.of(stream)) {
			case INFORMATION -> {
				InformationList.Piece piece = this.information.get(stream);
				model.addAttribute("piece", piece);
				yield RecordForms.possible(piece.state());
			}
			case DOCUMENTS -> {
				DocumentList.Document document = this.documents.get(stream);
				model.addAttribute("document", document);
				yield RecordForms.possible(document);
			}
			case TALLIES -> {
				TallyList.Tally tally = this.tallies.get(stream);
				model.addAttribute("tally", tally);
				yield RecordForms.possible(tally);
			}
		};
		if (this.desk.isOpen()) {
			model.addAttribute("sheets", Sheet
				.with(this.agencies.may().commands(possible, Records.agencyOf(stream)).stream().map((command) -> {
					Form form = RecordForms.of(command);
					return Sheet.blank(form, RecordForms.proposed(form, today()));
				}).toList(), refused));
		}
		return "disclosure/history";
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

}
