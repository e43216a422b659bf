package org.gongkai.statute.audit;

import java.math.BigDecimal;
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
import org.gongkai.events.review.LawsuitFiled;
import org.gongkai.events.review.LawsuitKind;
import org.gongkai.events.review.LawsuitWithdrawn;
import org.gongkai.events.review.ReviewConcluded;
import org.gongkai.events.review.ReviewFiled;
import org.gongkai.events.review.ReviewWithdrawn;
import org.gongkai.statute.report.Cell;
import org.gongkai.statute.report.DisputeBlock;
import org.gongkai.statute.report.DisputeResult;
import org.gongkai.statute.report.YearToDate;
import org.jspecify.annotations.Nullable;

/// 表四计数说明: where a dispute counts in a year's table four, and why, from its entries alone. The year of the application it is about
/// plays no part.
///
/// @param agency code of the agency that is attacked
/// @param block its block
/// @param result its cell within the block; null where it is not in the table
/// @param reasons the chain, in the order of thought
record DisputePlacement(String agency, DisputeBlock block, @Nullable DisputeResult result,
		List<Reason> reasons) implements Placement {

	public DisputePlacement {
		reasons = List.copyOf(reasons);
	}

	/// @param entries the events of the dispute, the filing first; struck ones included
	/// @param counting how the report counts what was pending before the year
	public static DisputePlacement of(List<Recorded<Event>> entries, YearToDate period, DisputeCounting counting) {
		return new Reading(entries, period, counting).place();
	}

	@Override
	public int table() {
		return 4;
	}

	@Override
	public Map<Cell, BigDecimal> cells() {
		return (this.result == null) ? Map.of() : Map.of(Cell.of(this.block, this.result), BigDecimal.ONE);
	}

	@Override
	public Map<Cell, BigDecimal> withSums() {
		return (this.result == null) ? Map.of() : Map.of(Cell.of(this.block, this.result), BigDecimal.ONE,
				Cell.of(this.block, DisputeResult.TOTAL), BigDecimal.ONE);
	}

	/// Goes through the entries once, and then through the year.
	private static final class Reading {

		private final List<Recorded<Event>> entries;

		private final YearToDate period;

		private final DisputeCounting counting;

		private final List<Reason> reasons = new ArrayList<>();

		/// The striking entry of each struck one.
		private final Map<Long, Long> struck = new HashMap<>();

		private String agency = "";

		private DisputeBlock block = DisputeBlock.REVIEW;

		private LocalDate filedOn;

		private boolean coDefendant;

		private @Nullable DisputeOutcome outcome;

		private @Nullable LocalDate concludedOn;

		Reading(List<Recorded<Event>> entries, YearToDate period, DisputeCounting counting) {
			this.entries = entries;
			this.period = period;
			this.counting = counting;
			this.filedOn = entries.getFirst().event().effectiveOn();
			switch (entries.getFirst().event()) {
				case ReviewFiled e -> this.agency = e.agency();
				case LawsuitFiled e -> {
					this.agency = e.agency();
					this.block = block(e.kind());
					this.coDefendant = e.coDefendant();
				}
				default -> throw new IllegalStateException(
						"the log of " + entries.getFirst().streamId() + " begins with no filing");
			}
			entries.forEach((recorded) -> {
				if (recorded.event() instanceof DisputeEntryStruck e) {
					this.struck.put(e.struckSequence(), recorded.sequence());
				}
			});
		}

		DisputePlacement place() {
			say(Basis.FILING, List.of(0L), this.filedOn + "登记为" + this.block.label() + "案件",
					"filed on " + this.filedOn + ", block " + this.block.jsonName());
			this.entries.stream().skip(1).forEach(this::read);
			Long voided = this.struck.get(0L);
			DisputeResult result = null;
			if (voided != null) {
				say(Basis.VOID, List.of(0L, voided), "该案件已作误录撤销，不计入任何年度",
						"the whole record was struck and counts in no year");
			}
			else if (this.coDefendant) {
				say(Basis.CO_DEFENDANT, List.of(), "本机关仅为共同被告，由作出原行政行为的机关计数",
						"a co-defendant alone: counted by the organ that made the decision");
			}
			else {
				result = inYear();
			}
			return new DisputePlacement(this.agency, this.block, result, this.reasons);
		}

		private void read(Recorded<Event> recorded) {
			long at = recorded.sequence();
			Long by = this.struck.get(at);
			if (by != null) {
				say(Basis.STRUCK, List.of(at, by), "第" + (at + 1) + "条记录已撤销，不再计算",
						"entry " + (at + 1) + " was struck and counts no longer");
				return;
			}
			switch ((DisputeEvent) recorded.event()) {
				case ReviewConcluded e -> ruled(at, e.outcome(), e.concludedOn());
				case LawsuitConcluded e -> ruled(at, e.outcome(), e.concludedOn());
				case ReviewWithdrawn e -> ruled(at, DisputeOutcome.OTHER, e.withdrawnOn());
				case LawsuitWithdrawn e -> ruled(at, DisputeOutcome.OTHER, e.withdrawnOn());
				case DisputeRectified e -> rectify(at, e);
				default -> {
				}
			}
		}

		private void ruled(long at, DisputeOutcome how, LocalDate on) {
			this.outcome = how;
			this.concludedOn = on;
			say(Basis.RULING, List.of(at), on + "审结，" + DisputeResult.of(how).label(),
					"ended on " + on + " as " + DisputeResult.of(how).jsonName());
		}

		private void rectify(long at, DisputeRectified e) {
			if (e.kind() != null) {
				this.block = block(e.kind());
				rectified(at, "类别更正为" + this.block.label(), "the block was corrected to " + this.block.jsonName());
			}
			if (e.filedOn() != null) {
				this.filedOn = e.filedOn();
				rectified(at, "申请、起诉日期更正为" + e.filedOn(), "the day of filing was corrected to " + e.filedOn());
			}
			if (e.coDefendant() != null) {
				this.coDefendant = e.coDefendant();
				rectified(at, this.coDefendant ? "更正为仅为共同被告" : "更正为并非仅为共同被告",
						this.coDefendant ? "corrected to a co-defendant alone" : "corrected to no mere co-defendant");
			}
			if (e.outcome() != null && this.outcome != null) {
				this.outcome = e.outcome();
				rectified(at, "结果更正为" + DisputeResult.of(e.outcome()).label(),
						"the outcome was corrected to " + DisputeResult.of(e.outcome()).jsonName());
			}
			if (e.concludedOn() != null && this.concludedOn != null) {
				this.concludedOn = e.concludedOn();
				rectified(at, "审结日期更正为" + e.concludedOn(), "the day of the end was corrected to " + e.concludedOn());
			}
		}

		private void rectified(long at, String zh, String en) {
			say(Basis.DISPUTE_RECTIFIED, List.of(at), zh, en);
		}

		private @Nullable DisputeResult inYear() {
			LocalDate first = this.period.first();
			LocalDate last = this.period.last();
			LocalDate on = this.concludedOn;
			if (this.filedOn.isAfter(last)) {
				say(Basis.LATER_YEAR, List.of(), this.filedOn + "申请、起诉，晚于" + last + "，不计入本期",
						"filed after " + last + ": not in this table");
				return null;
			}
			if (this.filedOn.isBefore(first)) {
				if (on != null && on.isBefore(first)) {
					say(Basis.EARLIER_YEAR, List.of(), on + "已审结，早于" + first + "，计入以前年度",
							"ended before " + first + ": counted in an earlier year");
					return null;
				}
				boolean counts = this.counting == DisputeCounting.INCLUDING_CARRIED_IN;
				say(counts ? Basis.DISPUTE_CARRIED_IN : Basis.NEW_ONLY, List.of(),
						first + "尚未审结；编报机关选择" + (counts ? "含上年度结转，计入" : "只计本年度新发生，不计入"), "pending on " + first
								+ "; the office that reports counts " + (counts ? "these too" : "new ones only"));
				if (!counts) {
					return null;
				}
			}
			DisputeOutcome how = this.outcome;
			if (how != null && on != null && !on.isAfter(last)) {
				DisputeResult result = DisputeResult.of(how);
				say(Basis.RULING, List.of(), on + "审结，计入“" + this.block.label() + "”的“" + result.label() + "”",
						"ended on " + on + ": the cell " + this.block.jsonName() + " / " + result.jsonName());
				return result;
			}
			say(Basis.PENDING, List.of(), "至" + last + "尚未审结，计入“" + this.block.label() + "”的“尚未审结”",
					"not ended by " + last + ": the cell " + this.block.jsonName() + " / pending");
			return DisputeResult.PENDING;
		}

		private void say(Basis basis, List<Long> on, String zh, String en) {
			this.reasons.add(new Reason(basis, on, zh, en));
		}

		private static DisputeBlock block(LawsuitKind kind) {
			return switch (kind) {
				case DIRECT -> DisputeBlock.DIRECT;
				case AFTER_REVIEW -> DisputeBlock.AFTER_REVIEW;
			};
		}

	}

}
