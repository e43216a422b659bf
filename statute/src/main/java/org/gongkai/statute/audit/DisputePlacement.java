package org.gongkai.statute.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.gongkai.events.Event;
import org.gongkai.events.Recorded;
import org.gongkai.events.agency.DisputeCounting;
import org.gongkai.events.review.DisputeEntryStruck;
import org.gongkai.events.review.DisputeEvent;
import org.gongkai.events.review.DisputeOutcome;
import org.gongkai.events.review.DisputeRectified;
import org.gongkai.events.review.LawsuitConcluded;
import org.gongkai.events.review.LawsuitWithdrawn;
import org.gongkai.events.review.ReviewConcluded;
import org.gongkai.events.review.ReviewWithdrawn;
import org.gongkai.statute.report.CountedDispute;
import org.gongkai.statute.report.DisputeBlock;
import org.gongkai.statute.report.DisputeResult;
import org.gongkai.statute.report.YearToDate;
import org.jspecify.annotations.Nullable;

/// 表四计数说明: where a dispute counts in a year's table four, and why. The year of the application it is about plays no part.
///
/// @param agency code of the agency that is attacked
/// @param block its block
/// @param result its cell within the block; null where it is not in the table
/// @param reasons the chain, in the order of thought
public record DisputePlacement(String agency, DisputeBlock block, @Nullable DisputeResult result,
		List<Reason> reasons) {

	public DisputePlacement {
		reasons = List.copyOf(reasons);
	}

	/// @param entries the events of the dispute, the filing first; struck ones included
	/// @param counting how the report counts what was pending before the year
	public static DisputePlacement of(List<Recorded<Event>> entries, YearToDate period, DisputeCounting counting) {
		CountedDispute counted = CountedDispute
			.of(entries.stream().map((recorded) -> (DisputeEvent) recorded.event()).toList());
		List<Reason> reasons = new ArrayList<>();
		reasons.add(new Reason(Basis.FILING, List.of(0L),
				entries.getFirst().event().effectiveOn() + "登记为" + counted.block().label() + "案件",
				"filed on " + entries.getFirst().event().effectiveOn() + ", block " + counted.block().jsonName()));
		boolean isVoid = read(entries, reasons);
		DisputeResult result = null;
		if (isVoid) {
			reasons.add(new Reason(Basis.VOID, List.of(0L), "该案件已作误录撤销，不计入任何年度",
					"the whole record was struck and counts in no year"));
		}
		else if (counted.coDefendant()) {
			reasons.add(new Reason(Basis.CO_DEFENDANT, List.of(0L), "本机关仅为共同被告，由作出原行政行为的机关计数",
					"a co-defendant alone: counted by the organ that made the decision"));
		}
		else {
			result = inYear(counted, period, counting, reasons);
		}
		return new DisputePlacement(counted.agency(), counted.block(), result, reasons);
	}

	private static boolean read(List<Recorded<Event>> entries, List<Reason> reasons) {
		Map<Long, Long> struck = new HashMap<>();
		entries.forEach((recorded) -> {
			if (recorded.event() instanceof DisputeEntryStruck e) {
				struck.put(e.struckSequence(), recorded.sequence());
			}
		});
		for (Recorded<Event> recorded : entries.subList(1, entries.size())) {
			long at = recorded.sequence();
			Long by = struck.get(at);
			if (by != null) {
				reasons.add(new Reason(Basis.STRUCK, List.of(at, by), "第" + (at + 1) + "条记录已撤销，不再计算",
						"entry " + (at + 1) + " was struck and counts no longer"));
				continue;
			}
			switch ((DisputeEvent) recorded.event()) {
				case ReviewConcluded e -> reasons.add(ruling(at, e.outcome(), e.concludedOn()));
				case LawsuitConcluded e -> reasons.add(ruling(at, e.outcome(), e.concludedOn()));
				case ReviewWithdrawn e -> reasons.add(ruling(at, DisputeOutcome.OTHER, e.withdrawnOn()));
				case LawsuitWithdrawn e -> reasons.add(ruling(at, DisputeOutcome.OTHER, e.withdrawnOn()));
				case DisputeRectified _ -> reasons.add(new Reason(Basis.DISPUTE_RECTIFIED, List.of(at),
						"案件记录已于" + recorded.event().effectiveOn() + "更正", "the record was corrected"));
				default -> {
				}
			}
		}
		return struck.containsKey(0L);
	}

	private static Reason ruling(long at, DisputeOutcome outcome, LocalDate on) {
		return new Reason(Basis.RULING, List.of(at), on + "审结，" + DisputeResult.of(outcome).label(),
				"ended on " + on + " as " + DisputeResult.of(outcome).jsonName());
	}

	private static @Nullable DisputeResult inYear(CountedDispute counted, YearToDate period, DisputeCounting counting,
			List<Reason> reasons) {
		LocalDate first = period.first();
		LocalDate last = period.last();
		LocalDate on = counted.concludedOn();
		if (counted.filedOn().isAfter(last)) {
			reasons.add(new Reason(Basis.LATER_YEAR, List.of(), counted.filedOn() + "申请、起诉，晚于" + last + "，不计入本期",
					"filed after " + last + ": not in this table"));
			return null;
		}
		if (counted.filedOn().isBefore(first)) {
			if (on != null && on.isBefore(first)) {
				reasons.add(new Reason(Basis.EARLIER_YEAR, List.of(), on + "已审结，早于" + first + "，计入以前年度",
						"ended before " + first + ": counted in an earlier year"));
				return null;
			}
			boolean counts = counting == DisputeCounting.INCLUDING_CARRIED_IN;
			reasons.add(new Reason(counts ? Basis.DISPUTE_CARRIED_IN : Basis.NEW_ONLY, List.of(),
					first + "尚未审结；编报机关选择" + (counts ? "含上年度结转，计入" : "只计本年度新发生，不计入"), "pending on " + first
							+ "; the office that reports counts " + (counts ? "these too" : "new ones only")));
			if (!counts) {
				return null;
			}
		}
		DisputeOutcome outcome = counted.outcome();
		if (outcome != null && on != null && !on.isAfter(last)) {
			DisputeResult result = DisputeResult.of(outcome);
			reasons.add(new Reason(Basis.RULING, List.of(), on + "审结，计入“" + result.label() + "”",
					"ended on " + on + ": the cell " + result.jsonName()));
			return result;
		}
		reasons.add(new Reason(Basis.PENDING, List.of(), "至" + last + "尚未审结，计入“尚未审结”",
				"not ended by " + last + ": the cell pending"));
		return DisputeResult.PENDING;
	}

}
