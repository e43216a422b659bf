package org.gongkai.acceptance.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.gongkai.acceptance.ledger.HandCount.Entry;
import org.jspecify.annotations.Nullable;

/// Table four as someone with the log and a pencil would count it.
final class DisputesByHand {

	private static final List<String> BLOCKS = List.of("review", "direct", "after_review");

	private static final List<String> OUTCOMES = List.of("upheld", "corrected", "other");

	private static final Set<String> FILINGS = Set.of("review.ReviewFiled", "review.LawsuitFiled");

	private static final Set<String> ENDS = Set.of("review.ReviewConcluded", "review.LawsuitConcluded",
			"review.ReviewWithdrawn", "review.LawsuitWithdrawn");

	private final HandCount log;

	DisputesByHand(HandCount log) {
		this.log = log;
	}

	private record Dispute(String agency, String block, LocalDate filedOn, String outcome,
			@Nullable LocalDate concludedOn) {
	}

	/// The fifteen cells in the order of the form.
	/// @param office who reports, and so chooses what counts
	List<Integer> cells(String office, Set<String> agencies, int year) {
		boolean carriedIn = !"new_only".equals(this.log.disputeCounting(office, year));
		int[] cells = new int[15];
		for (Dispute one : disputes()) {
			if (!agencies.contains(one.agency()) || one.filedOn().getYear() > year) {
				continue;
			}
			LocalDate end = one.concludedOn();
			boolean pendingBefore = one.filedOn().getYear() < year && (end == null || end.getYear() >= year);
			if (one.filedOn().getYear() == year || carriedIn && pendingBefore) {
				boolean concluded = end != null && end.getYear() <= year;
				int block = 5 * BLOCKS.indexOf(one.block());
				cells[block + (concluded ? OUTCOMES.indexOf(one.outcome()) : 3)]++;
				cells[block + 4]++;
			}
		}
		List<Integer> all = new ArrayList<>();
		for (int cell : cells) {
			all.add(cell);
		}
		return all;
	}

	private List<Dispute> disputes() {
		List<Dispute> disputes = new ArrayList<>();
		this.log.lives("review.").forEach((life) -> {
			List<Entry> standing = HandCount.standing(life, "review.DisputeEntryStruck");
			Entry filing = HandCount.latest(standing, (entry) -> FILINGS.contains(entry.name()));
			if (filing == null) {
				return;
			}
			boolean review = filing.name().equals("review.ReviewFiled");
			if (!review && Boolean.parseBoolean(word(standing, filing, "coDefendant"))) {
				return;
			}
			Entry end = HandCount.latest(standing, (entry) -> ENDS.contains(entry.name()));
			disputes.add(new Dispute(filing.text("agency"), review ? "review" : word(standing, filing, "kind"),
					LocalDate.parse(word(standing, filing, "filedOn")),
					(end == null) ? ""
							: HandCount.word(standing, end, "review.DisputeRectified", "outcome",
									end.says("outcome") ? end.text("outcome") : "other"),
					(end == null) ? null : LocalDate.parse(HandCount.word(standing, end, "review.DisputeRectified",
							"concludedOn", end.text(end.says("concludedOn") ? "concludedOn" : "withdrawnOn")))));
		});
		return disputes;
	}

	private static String word(List<Entry> standing, Entry filing, String field) {
		return HandCount.word(standing, filing, "review.DisputeRectified", field, filing.text(field));
	}

}
