package org.gongkai.statute.audit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.gongkai.events.Event;
import org.gongkai.events.Recorded;
import org.gongkai.events.application.ApplicantKind;
import org.gongkai.events.application.ApplicationDecided;
import org.gongkai.events.application.ApplicationReceived;
import org.gongkai.events.application.ApplicationRedecided;
import org.gongkai.events.application.ApplicationTransferred;
import org.gongkai.events.application.ApplicationWithdrawn;
import org.gongkai.events.application.CorrectionLapsed;
import org.gongkai.events.application.EntryStruck;
import org.gongkai.events.application.FeeLapsed;
import org.gongkai.events.application.Outcome;
import org.gongkai.events.application.RecordRectified;
import org.gongkai.statute.report.Cell;
import org.gongkai.statute.report.Column;
import org.gongkai.statute.report.Row;
import org.gongkai.statute.report.TableThreeForm;
import org.gongkai.statute.report.YearToDate;
import org.jspecify.annotations.Nullable;

/// 表三计数说明: where a case counts in a year's table three, and why, from its entries alone.
///
/// @param agency code of the agency that has the case
/// @param column its column
/// @param entry 本年新收 or 上年结转; null where the case does not touch the year
/// @param exit its outcome row of the form of 2021, or 结转下年度; null where the case does not touch the year
/// @param reasons the chain, in the order of thought
public record CasePlacement(String agency, Column column, @Nullable Row entry, @Nullable Row exit,
		List<Reason> reasons) implements Placement {

	public CasePlacement {
		reasons = List.copyOf(reasons);
	}

	/// @param entries the events of the case that count, the receipt first; struck ones
	/// included
	public static CasePlacement of(List<Recorded<Event>> entries, YearToDate period) {
		return new Reading(entries, period).place();
	}

	@Override
	public int table() {
		return 3;
	}

	@Override
	public Map<Cell, BigDecimal> cells() {
		return (this.entry == null || this.exit == null) ? Map.of() : Map.of(Cell.of(this.entry, this.column),
				BigDecimal.ONE, Cell.of(this.exit, this.column), BigDecimal.ONE);
	}

	/// The row 其他处理 of the form of 2019 included, in every year.
	@Override
	public Map<Cell, BigDecimal> withSums() {
		Map<Cell, BigDecimal> all = new HashMap<>();
		if (this.entry != null && this.exit != null) {
			List<Row> rows = new ArrayList<>(List.of(this.entry, this.exit));
			if (this.exit != Row.CARRIED_OUT) {
				rows.add(Row.TOTAL);
			}
			if (this.exit.group() == Row.Group.OTHER) {
				rows.add(Row.OTHER_AGGREGATE);
			}
			for (Row row : rows) {
				all.put(Cell.of(row, this.column), BigDecimal.ONE);
				all.put(Cell.of(row, Column.TOTAL), BigDecimal.ONE);
			}
		}
		return all;
	}

	/// Whether the case is in the year's table at all.
	public boolean counts() {
		return this.entry != null;
	}

	/// Goes through the entries once, and then through the year.
	private static final class Reading {

		private final List<Recorded<Event>> entries;

		private final YearToDate period;

		private final List<Reason> reasons = new ArrayList<>();

		/// The striking entry of each struck one.
		private final Map<Long, Recorded<Event>> struck = new HashMap<>();

		private final ApplicationReceived received;

		private String agency;

		private ApplicantKind kind;

		private LocalDate receivedOn;

		private @Nullable Outcome outcome;

		private @Nullable LocalDate concludedOn;

		Reading(List<Recorded<Event>> entries, YearToDate period) {
			this.entries = entries;
			this.period = period;
			this.received = (ApplicationReceived) entries.getFirst().event();
			this.agency = this.received.agency();
			this.kind = this.received.applicantKind();
			this.receivedOn = this.received.receivedOn();
			entries.forEach((recorded) -> {
				if (recorded.event() instanceof EntryStruck e) {
					this.struck.put(e.struckSequence(), recorded);
				}
			});
		}

		CasePlacement place() {
			say(Basis.RECEIPT, List.of(0L), receipt() + this.receivedOn + "为收到申请之日",
					"the day of receipt is " + this.receivedOn);
			say(Basis.APPLICANT_KIND, List.of(0L), "申请人类型为" + Column.of(this.kind).label(),
					"the applicant is counted as " + name(this.kind));
			this.entries.stream().skip(1).forEach(this::read);
			Recorded<Event> voided = this.struck.get(0L);
			if (voided != null) {
				say(Basis.VOID, List.of(0L, voided.sequence()), "该申请已作误录撤销，不计入任何年度",
						"the whole record was struck and counts in no year");
				return placed(null, null);
			}
			return inYear();
		}

		private void read(Recorded<Event> recorded) {
			long at = recorded.sequence();
			Recorded<Event> by = this.struck.get(at);
			if (by != null) {
				say(Basis.STRUCK, List.of(at, by.sequence()), "第" + (at + 1) + "条记录已撤销，不再计算",
						"entry " + (at + 1) + " was struck and counts no longer");
				return;
			}
			switch (recorded.event()) {
				case ApplicationTransferred e -> {
					this.agency = e.toAgency();
					say(Basis.TRANSFER, List.of(at), e.transferredOn() + "移交" + e.toAgency() + "，由其办理并计数",
							"handed over on " + e.transferredOn() + " to " + e.toAgency() + ", which counts it");
				}
				case ApplicationDecided e -> conclude(at, e.outcome(), e.decidedOn(), "作出答复", "decided");
				case CorrectionLapsed e ->
					conclude(at, Outcome.OTHER_1, e.lapsedOn(), "申请人逾期不补正", "closed for want of correction");
				case FeeLapsed e ->
					conclude(at, Outcome.OTHER_2, e.lapsedOn(), "申请人逾期不缴费", "closed for want of payment");
				case ApplicationWithdrawn e -> conclude(at, Outcome.OTHER_3, e.withdrawnOn(), "申请人撤回申请", "withdrawn");
				case ApplicationRedecided e ->
					say(Basis.REDECISION, List.of(at), e.decidedOn() + "重新答复；一件申请只计一个办理结果，仍计首次答复",
							"answered again on " + e.decidedOn() + "; the first answer alone is counted");
				case RecordRectified e -> rectify(at, e);
				default -> {
				}
			}
		}

		private void conclude(long at, Outcome how, LocalDate on, String zh, String en) {
			this.outcome = how;
			this.concludedOn = on;
			say(Basis.CONCLUSION, List.of(at), on + zh + "，办理结果为" + label(how), en + " on " + on + ": " + name(how));
		}

		private void rectify(long at, RecordRectified e) {
			if (e.receivedOn() != null) {
				this.receivedOn = e.receivedOn();
				say(Basis.RECEIPT_RECTIFIED, List.of(at), "收到日期更正为" + e.receivedOn(),
						"the day of receipt was corrected to " + e.receivedOn());
			}
			if (e.applicantKind() != null) {
				this.kind = e.applicantKind();
				say(Basis.APPLICANT_KIND_RECTIFIED, List.of(at), "申请人类型更正为" + Column.of(e.applicantKind()).label(),
						"the kind of applicant was corrected to " + name(e.applicantKind()));
			}
			if (this.outcome != null && e.outcome() != null) {
				this.outcome = e.outcome();
				say(Basis.CONCLUSION_RECTIFIED, List.of(at), "办理结果更正为" + label(e.outcome()),
						"the outcome was corrected to " + name(e.outcome()));
			}
			if (this.concludedOn != null && e.concludedOn() != null) {
				this.concludedOn = e.concludedOn();
				say(Basis.CONCLUSION_RECTIFIED, List.of(at), "办结日期更正为" + e.concludedOn(),
						"the day of conclusion was corrected to " + e.concludedOn());
			}
		}

		private CasePlacement inYear() {
			LocalDate first = this.period.first();
			LocalDate last = this.period.last();
			LocalDate on = this.concludedOn;
			Outcome how = this.outcome;
			if (this.receivedOn.isAfter(last)) {
				say(Basis.LATER_YEAR, List.of(), this.receivedOn + "收到，晚于" + last + "，不计入本期",
						"received after " + last + ": not in this table");
				return placed(null, null);
			}
			if (on != null && on.isBefore(first)) {
				say(Basis.EARLIER_YEAR, List.of(), on + "已办结，早于" + first + "，计入以前年度",
						"concluded before " + first + ": counted in an earlier year");
				return placed(null, null);
			}
			boolean carriedIn = this.receivedOn.isBefore(first);
			say(carriedIn ? Basis.CARRIED_IN : Basis.NEW, List.of(),
					carriedIn ? first + "以前收到而尚未办结，计入上年结转" : "本期内收到，计入本年新收",
					carriedIn ? "received and not concluded before " + first + ": carried in"
							: "received in the year: new");
			boolean concluded = how != null && on != null && !on.isAfter(last);
			if (how != null && concluded) {
				Row printed = TableThreeForm.of(this.period.year()).row(how);
				say(Basis.OUTCOME_ROW, List.of(), on + "办结，计入“" + printed.label() + "”",
						"concluded on " + on + ": the row " + printed.jsonName());
			}
			else {
				say(Basis.CARRIED_OUT, List.of(),
						((on == null) ? "至" + last + "尚未办结" : on + "办结，晚于" + last) + "，计入结转下年度继续办理",
						((on == null) ? "not concluded by " + last : "concluded on " + on + ", after " + last)
								+ ": carried out");
			}
			return placed(carriedIn ? Row.CARRIED_IN : Row.NEW,
					(how != null && concluded) ? Row.of(how) : Row.CARRIED_OUT);
		}

		private CasePlacement placed(@Nullable Row entry, @Nullable Row exit) {
			return new CasePlacement(this.agency, Column.of(this.kind), entry, exit, this.reasons);
		}

		/// Why that day counts (article 31).
		private String receipt() {
			return switch (this.received.channel()) {
				case IN_PERSON, ORAL -> "当面提交或者口头申请，以提交之日";
				case POST_SIGNED -> "邮寄并签收，以签收之日";
				case POST_ORDINARY -> "平常信函，以与申请人确认之日";
				case FAX, ONLINE -> "互联网渠道或者传真，以双方确认之日";
			};
		}

		private void say(Basis basis, List<Long> on, String zh, String en) {
			this.reasons.add(new Reason(basis, on, zh, en));
		}

		private static String label(Outcome how) {
			Row row = Row.of(how);
			Row.Group group = row.group();
			return "“" + ((group == null) ? "" : group.label()) + row.label() + "”";
		}

		private static String name(Enum<?> constant) {
			return constant.name().toLowerCase(Locale.ROOT);
		}

	}

}
