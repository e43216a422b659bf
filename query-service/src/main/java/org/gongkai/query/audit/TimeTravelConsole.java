package org.gongkai.query.audit;

import java.time.LocalDate;

import org.gongkai.access.HeavyRequest;
import org.gongkai.access.Scoped;
import org.gongkai.access.Unscoped;
import org.gongkai.query.KnownAt;
import org.gongkai.query.agency.Agencies;
import org.gongkai.statute.report.Cell;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The page that sets two views of the record against each other.
@Controller
class TimeTravelConsole {

	private static final int PAGE = 100;

	private final Differences differences;

	private final Agencies agencies;

	TimeTravelConsole(Differences differences, Agencies agencies) {
		this.differences = differences;
		this.agencies = agencies;
	}

	@GetMapping("/audit/difference")
	@HeavyRequest
	String difference(@Scoped(Scoped.Kind.AGENCY) @RequestParam @Nullable String agency,
			@RequestParam @Nullable Integer year,
			@Scoped(Scoped.Kind.SUBORDINATES) @RequestParam(defaultValue = "false") boolean withSubordinates,
			@Unscoped @RequestParam @Nullable String fromKnownAt, @RequestParam @Nullable LocalDate fromEffectiveOn,
			@Unscoped @RequestParam @Nullable String toKnownAt, @RequestParam @Nullable LocalDate toEffectiveOn,
			@Unscoped @RequestParam @Nullable String behind, Model model) {
		model.addAttribute("agencies", this.agencies.may().agencies("GET /audit/difference"));
		model.addAttribute("agency", agency);
		model.addAttribute("year", year);
		model.addAttribute("withSubordinates", withSubordinates);
		model.addAttribute("fromKnownAt", fromKnownAt);
		model.addAttribute("fromEffectiveOn", fromEffectiveOn);
		model.addAttribute("toKnownAt", toKnownAt);
		model.addAttribute("toEffectiveOn", toEffectiveOn);
		if (agency != null && !agency.isBlank()) {
			Differences.Difference difference = this.differences
				.of(new Differences.Question(agency, year, withSubordinates, moment(fromKnownAt), fromEffectiveOn,
						moment(toKnownAt), toEffectiveOn, behind, PAGE));
			model.addAttribute("difference", difference);
			model.addAttribute("cells", new CellWords());
			model.addAttribute("asOf", difference.to().asOf());
		}
		return "audit/difference";
	}

	private static @Nullable KnownAt moment(@Nullable String text) {
		return (text == null) ? null : KnownAt.of(text);
	}

	/// Cells and fields as the forms have them.
	static final class CellWords {

		public String of(Cell cell) {
			return cell.label();
		}

		public String of(RegisterDifference.Change change) {
			return switch (change) {
				case COME -> "新见";
				case GONE -> "不再见";
				case CHANGED -> "变更";
			};
		}

	}

}
