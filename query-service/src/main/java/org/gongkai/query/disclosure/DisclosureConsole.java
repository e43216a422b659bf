package org.gongkai.query.disclosure;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.gongkai.access.Scoped;
import org.gongkai.access.Sightings;
import org.gongkai.access.Unscoped;
import org.gongkai.events.disclosure.Category;
import org.gongkai.events.disclosure.DocumentKind;
import org.gongkai.events.disclosure.TallyItem;
import org.gongkai.query.AsOf;
import org.gongkai.query.Stored;
import org.gongkai.query.agency.Agencies;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

/// The lists of proactive disclosure.
@Controller
class DisclosureConsole {

	private static final int PAGE = 50;

	private final InformationList information;

	private final DocumentList documents;

	private final TallyList tallies;

	private final Agencies agencies;

	private final AsOf asOf;

	private final Sightings sightings;

	DisclosureConsole(InformationList information, DocumentList documents, TallyList tallies, Agencies agencies,
			AsOf asOf, Sightings sightings) {
		this.sightings = sightings;
		this.information = information;
		this.documents = documents;
		this.tallies = tallies;
		this.agencies = agencies;
		this.asOf = asOf;
	}

	/// A choice in a form.
	record Choice(String value, String label) {
	}

	/// Working titles may name people, so the form is posted and words stand in no
	/// address.
	@RequestMapping(path = "/information", method = { RequestMethod.GET, RequestMethod.POST })
	String information(@Scoped(Scoped.Kind.AGENCY) @RequestParam @Nullable String agency,
			@Scoped(Scoped.Kind.SUBORDINATES) @RequestParam(defaultValue = "false") boolean withSubordinates,
			@Unscoped @RequestParam @Nullable String q, @RequestParam @Nullable Category category,
			@Unscoped @RequestParam(defaultValue = "false") boolean late, @RequestParam(defaultValue = "0") int page,
			Model model) {
		Found<InformationList.Piece> found = this.information
			.search(new InformationList.Search(codes(agency, withSubordinates), q, category, late, page, PAGE));
		this.sightings.note(InformationList.people(found.items()));
		conditions(model, agency, withSubordinates, q);
		model.addAttribute("category", name(category));
		model.addAttribute("late", late ? true : null);
		model.addAttribute("categories", choices(Category.values(), DisclosureTerms::of));
		model.addAttribute("found", found);
		return "disclosure/information";
	}

	@GetMapping("/documents")
	String documents(@Scoped(Scoped.Kind.AGENCY) @RequestParam @Nullable String agency,
			@Scoped(Scoped.Kind.SUBORDINATES) @RequestParam(defaultValue = "false") boolean withSubordinates,
			@Unscoped @RequestParam @Nullable String q, @RequestParam @Nullable DocumentKind kind,
			@Unscoped @RequestParam @Nullable Boolean inForce, @RequestParam(defaultValue = "0") int page,
			Model model) {
		Found<DocumentList.Document> found = this.documents
			.search(new DocumentList.Search(codes(agency, withSubordinates), q, kind, inForce, page, PAGE));
		conditions(model, agency, withSubordinates, q);
		model.addAttribute("kind", name(kind));
		model.addAttribute("inForce", inForce);
		model.addAttribute("kinds", choices(DocumentKind.values(), DisclosureTerms::of));
		model.addAttribute("found", found);
		return "disclosure/documents";
	}

	@GetMapping("/tallies")
	String tallies(@Scoped(Scoped.Kind.AGENCY) @RequestParam @Nullable String agency,
			@Scoped(Scoped.Kind.SUBORDINATES) @RequestParam(defaultValue = "false") boolean withSubordinates,
			@Unscoped @RequestParam @Nullable String q, @RequestParam @Nullable TallyItem item,
			@RequestParam @Nullable Integer year, @RequestParam(defaultValue = "0") int page, Model model) {
		Found<TallyList.Tally> found = this.tallies
			.search(new TallyList.Search(codes(agency, withSubordinates), q, item, year, page, PAGE));
		conditions(model, agency, withSubordinates, q);
		model.addAttribute("item", name(item));
		model.addAttribute("year", year);
		model.addAttribute("items", choices(TallyItem.values(), DisclosureTerms::of));
		model.addAttribute("found", found);
		return "disclosure/tallies";
	}

	private List<String> codes(@Nullable String agency, boolean withSubordinates) {
		return this.agencies.seen(agency, withSubordinates);
	}

	private void conditions(Model model, @Nullable String agency, boolean withSubordinates, @Nullable String q) {
		model.addAttribute("agencies", this.agencies.may().agencies("GET /information"));
		model.addAttribute("agency", agency);
		model.addAttribute("withSubordinates", withSubordinates ? true : null);
		model.addAttribute("q", q);
		model.addAttribute("asOf", this.asOf.now());
	}

	private static <E extends Enum<E>> List<Choice> choices(E[] constants, Function<E, String> label) {
		return Stream.of(constants)
			.map((constant) -> new Choice(Stored.name(constant), label.apply(constant)))
			.toList();
	}

	private static @Nullable String name(@Nullable Enum<?> constant) {
		return (constant == null) ? null : Stored.name(constant);
	}

}
