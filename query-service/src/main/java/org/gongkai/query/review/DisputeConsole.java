package org.gongkai.query.review;

import java.util.List;
import java.util.Map;

import org.gongkai.access.Scoped;
import org.gongkai.access.Sightings;
import org.gongkai.access.Unscoped;
import org.gongkai.query.AsOf;
import org.gongkai.query.agency.Agencies;
import org.gongkai.query.application.BesideCase;
import org.gongkai.statute.report.DisputeBlock;
import org.gongkai.statute.report.DisputeResult;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

/// The register of disputes, and the disputes on the page of a case.
@Controller
class DisputeConsole implements BesideCase {

	private static final int PAGE = 30;

	private final Disputes disputes;

	private final Agencies agencies;

	private final AsOf asOf;

	private final Sightings sightings;

	DisputeConsole(Disputes disputes, Agencies agencies, AsOf asOf, Sightings sightings) {
		this.sightings = sightings;
		this.disputes = disputes;
		this.agencies = agencies;
		this.asOf = asOf;
	}

	/// Words may be names, so the form is posted and they stand in no address.
	@RequestMapping(path = "/disputes", method = { RequestMethod.GET, RequestMethod.POST })
	String register(@Scoped(Scoped.Kind.AGENCY) @RequestParam @Nullable String agency,
			@Scoped(Scoped.Kind.SUBORDINATES) @RequestParam(defaultValue = "false") boolean withSubordinates,
			@Unscoped @RequestParam @Nullable String q, @RequestParam @Nullable DisputeBlock block,
			@RequestParam @Nullable DisputeResult result, @RequestParam @Nullable Integer filedIn,
			@RequestParam(defaultValue = "0") int page, Model model) {
		List<String> codes = this.agencies.seen(agency, withSubordinates);
		Disputes.Page found = this.disputes.search(new DisputeSearch(codes, q, block, result, filedIn, page, PAGE));
		this.sightings.note(found.items().stream().map(DisputeItem::disputeId).toList());
		model.addAttribute("found", found);
		model.addAttribute("agencies", this.agencies.may().agencies("GET /disputes"));
		model.addAttribute("blocks", DisputeBlock.values());
		model.addAttribute("results", List.of(DisputeResult.values()).subList(0, DisputeResult.TOTAL.ordinal()));
		model.addAttribute("agency", agency);
		model.addAttribute("withSubordinates", withSubordinates);
		model.addAttribute("q", q);
		model.addAttribute("block", (block == null) ? null : block.jsonName());
		model.addAttribute("result", (result == null) ? null : result.jsonName());
		model.addAttribute("filedIn", filedIn);
		model.addAttribute("asOf", this.asOf.now());
		return "review/register";
	}

	@Override
	public void addTo(Model model, String applicationId) {
		List<DisputeItem> about = this.disputes.about(applicationId);
		this.sightings.note(about.stream().map(DisputeItem::disputeId).toList());
		model.addAttribute("disputes", about);
	}

	@Override
	public Map<String, String> proposed(String applicationId) {
		return this.disputes.about(applicationId)
			.stream()
			.filter((dispute) -> dispute.ordersRedecision() && !dispute.isVoid())
			.reduce((_, last) -> last)
			.map((last) -> Map.of("disputeId", last.disputeId()))
			.orElse(Map.of());
	}

}
