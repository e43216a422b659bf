package org.gongkai.query.application;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

import org.gongkai.access.Scope;
import org.gongkai.access.Scoped;
import org.gongkai.access.Sightings;
import org.gongkai.access.Unscoped;
import org.gongkai.events.application.ApplicantKind;
import org.gongkai.events.application.Channel;
import org.gongkai.events.application.Outcome;
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

/// The first page and the register.
@Controller
class RegisterConsole {

	private static final int PAGE = 30;

	private static final int YEARS = 6;

	private final Cases cases;

	private final Agencies agencies;

	private final AsOf asOf;

	private final Sightings sightings;

	private final Clock clock;

	RegisterConsole(Cases cases, Agencies agencies, AsOf asOf, Clock clock, Sightings sightings) {
		this.sightings = sightings;
		this.cases = cases;
		this.agencies = agencies;
		this.asOf = asOf;
		this.clock = clock;
	}

	@GetMapping("/")
	String offices(Model model) {
		int year = LocalDate.now(this.clock).getYear();
		model.addAttribute("agencies", this.agencies.all());
		List<String> seen = this.agencies.within(Scope.of("GET /applications"));
		Cases.Open open = this.cases.open(seen, PAGE);
		this.sightings.note(CaseItem.ids(open.first()));
		model.addAttribute("open", open.first());
		model.addAttribute("openCount", open.count());
		model.addAttribute("overdueCount", open.overdue());
		model.addAttribute("years", IntStream.range(0, YEARS).map((back) -> year - back).boxed().toList());
		model.addAttribute("asOf", this.asOf.now());
		return "index";
	}

	/// Words may be names, so the form is posted and they stand in no address.
	@RequestMapping(path = "/applications", method = { RequestMethod.GET, RequestMethod.POST })
	String register(@Scoped(Scoped.Kind.AGENCY) @RequestParam @Nullable String agency,
			@Scoped(Scoped.Kind.SUBORDINATES) @RequestParam(defaultValue = "false") boolean withSubordinates,
			@Unscoped @RequestParam @Nullable String q, @RequestParam @Nullable ApplicantKind applicantKind,
			@RequestParam @Nullable Channel channel, @RequestParam @Nullable Outcome outcome,
			@RequestParam CaseSearch.@Nullable State state, @RequestParam @Nullable LocalDate receivedFrom,
			@RequestParam @Nullable LocalDate receivedTo, @RequestParam(defaultValue = "0") int page, Model model) {
		List<String> codes = this.agencies.seen(agency, withSubordinates);
		Cases.Page found = this.cases.search(
				new CaseSearch(codes, q, applicantKind, channel, outcome, state, receivedFrom, receivedTo, page, PAGE));
		this.sightings.note(CaseItem.ids(found.items()));
		model.addAttribute("found", found);
		model.addAttribute("agencies", this.agencies.may().agencies("GET /applications"));
		model.addAttribute("kinds", Vocabulary.KINDS);
		model.addAttribute("channels", Vocabulary.CHANNELS);
		model.addAttribute("outcomes", Vocabulary.OUTCOMES);
		model.addAttribute("agency", agency);
		model.addAttribute("withSubordinates", withSubordinates);
		model.addAttribute("q", q);
		model.addAttribute("applicantKind", value(applicantKind));
		model.addAttribute("channel", value(channel));
		model.addAttribute("outcome", value(outcome));
		model.addAttribute("state", value(state));
		model.addAttribute("receivedFrom", receivedFrom);
		model.addAttribute("receivedTo", receivedTo);
		model.addAttribute("asOf", this.asOf.now());
		return "application/register";
	}

	private static @Nullable String value(@Nullable Enum<?> constant) {
		return (constant == null) ? null : Stored.name(constant);
	}

}
