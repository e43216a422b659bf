package org.gongkai.statute.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.gongkai.events.Event;
import org.gongkai.events.Metadata;
import org.gongkai.events.Recorded;
import org.gongkai.events.application.ApplicationDecided;
import org.gongkai.events.application.ApplicationEvent;
import org.gongkai.events.application.ApplicationReceived;
import org.gongkai.events.application.ApplicationRedecided;
import org.gongkai.events.application.CorrectionRequested;
import org.gongkai.events.application.DeadlineExtended;
import org.gongkai.events.application.EntryStruck;
import org.gongkai.events.application.Outcome;
import org.gongkai.events.application.RecordRectified;
import org.gongkai.events.application.RedecisionOrdered;
import org.gongkai.events.application.ReplyDelivered;
import org.gongkai.events.application.WithheldPart;
import org.gongkai.statute.application.ClockFact;
import org.gongkai.statute.application.ClockFacts;
import org.gongkai.statute.application.Deadline;
import org.gongkai.statute.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/// 办理检查: holds the course of one case against the path of the law (articles 30 to 37), by the entries that hold after corrections.
/// Where a row came in by import the register's columns for approval, ground and delivery do not exist, and their absence is told
/// as a note. A record of the past without procedure dates is not judged by them.
public final class CaseInspection {

	/// Article 30: working days for telling what to correct.
	private static final int CORRECTION_NOTICE_TERM = 7;

	/// Article 33(2): the most working days of an extension.
	private static final int EXTENSION = 20;

	private static final String IMPORT = "import";

	private final WorkingCalendar calendar;

	private final LocalDate today;

	private final List<Recorded<Event>> standing;

	private final boolean historical;

	private final List<ClockFact> facts;

	private final Deadline deadline;

	private final List<Departure> departures = new ArrayList<>();

	private CaseInspection(List<Recorded<Event>> standing, List<ClockFact> facts, WorkingCalendar calendar,
			LocalDate today) {
		this.standing = standing;
		this.facts = facts;
		this.deadline = Deadline.of(facts, calendar);
		this.calendar = calendar;
		this.today = today;
		this.historical = ((ApplicationReceived) standing.getFirst().event()).historical();
	}

	/// @param entries the events of a case from its first on, struck ones included
	/// @param today the day as of which an open case is judged
	/// @return in the order of the rules; empty for a void record
	public static List<Departure> of(List<Recorded<Event>> entries, WorkingCalendar calendar, LocalDate today) {
		Set<Long> struck = entries.stream()
			.filter((recorded) -> recorded.event() instanceof EntryStruck)
			.map((recorded) -> ((EntryStruck) recorded.event()).struckSequence())
			.collect(Collectors.toSet());
		if (struck.contains(0L)) {
			return List.of();
		}
		List<ClockFact> facts = List.of();
		for (Recorded<Event> recorded : entries) {
			facts = ClockFacts.fold(facts, recorded.sequence(), (ApplicationEvent) recorded.event());
		}
		CaseInspection inspection = new CaseInspection(
				entries.stream().filter((recorded) -> !struck.contains(recorded.sequence())).toList(), facts, calendar,
				today);
		inspection.corrections();
		inspection.lateness();
		inspection.departures.addAll(new ClockInspection(inspection.standing, inspection.facts, calendar).departures());
		inspection.extensions();
		inspection.answers();
		inspection.departures.addAll(FeeInspection.of(inspection.standing));
		return List.copyOf(inspection.departures);
	}

	private void corrections() {
		LocalDate receivedOn = this.deadline.receivedOn();
		Recorded<Event> first = null;
		boolean reopened = false;
		for (Recorded<Event> recorded : this.standing) {
			if (recorded.event() instanceof RedecisionOrdered) {
				first = null;
				reopened = true;
			}
			if (!(recorded.event() instanceof CorrectionRequested e)) {
				continue;
			}
			if (first != null) {
				add(FindingRule.SECOND_CORRECTION_NOTICE, recorded, List.of(first.sequence(), recorded.sequence()),
						List.of(first.event().effectiveOn(), e.notifiedOn()),
						first.event().effectiveOn() + "已告知补正，" + e.notifiedOn() + "再次告知",
						"told on " + first.event().effectiveOn() + " and again on " + e.notifiedOn());
				continue;
			}
			first = recorded;
			if (receivedOn != null && !reopened) {
				late(recorded, e, receivedOn);
			}
		}
	}

	private void late(Recorded<Event> recorded, CorrectionRequested e, LocalDate receivedOn) {
		LocalDate limit = this.calendar.plusWorkingDays(receivedOn, CORRECTION_NOTICE_TERM);
		if (e.notifiedOn().isAfter(limit)) {
			int days = Math.max(1, this.calendar.workingDaysBetween(limit, e.notifiedOn()));
			this.departures.add(new Departure(FindingRule.LATE_CORRECTION_NOTICE, Severity.ORDINARY,
					recorded.sequence(), List.of(0L, recorded.sequence()), List.of(limit, e.notifiedOn()), days,
					receivedOn + "收到，应于" + limit + "前告知补正，" + e.notifiedOn() + "告知，超过" + days + "个工作日",
					"received on " + receivedOn + ", to be told by " + limit + ", told on " + e.notifiedOn() + ", "
							+ days + " working days late"));
		}
	}

	/// The first answer and a new one have each their own term.
	private void lateness() {
		int ordered = -1;
		for (int i = 0; i < this.facts.size(); i++) {
			if (this.facts.get(i).kind() == ClockFact.Kind.REDECISION_ORDERED && ordered < 0) {
				ordered = i;
			}
		}
		if (ordered >= 0) {
			List<ClockFact> first = new ArrayList<>(this.facts.subList(0, ordered));
			this.facts.subList(ordered, this.facts.size())
				.stream()
				.filter((fact) -> fact.kind() == ClockFact.Kind.RECEIPT_RECTIFIED
						|| fact.kind() == ClockFact.Kind.CONCLUSION_RECTIFIED)
				.forEach(first::add);
			overdue(Deadline.of(first, this.calendar), 0);
			overdue(this.deadline,
					this.facts.stream()
						.filter((fact) -> fact.kind() == ClockFact.Kind.REDECISION_ORDERED)
						.mapToLong(ClockFact::sequence)
						.max()
						.orElse(0));
		}
		else {
			overdue(this.deadline, 0);
		}
	}

	private void overdue(Deadline term, long mark) {
		LocalDate dueOn = term.dueOn();
		int days = term.overdueWorkingDays(this.today, this.calendar);
		if (dueOn == null || days == 0) {
			return;
		}
		LocalDate answeredOn = term.answeredOn();
		List<Long> entries = new ArrayList<>(List.of(mark));
		this.standing.stream()
			.filter((recorded) -> recorded.sequence() > mark && answeredOn != null
					&& (recorded.event() instanceof ApplicationDecided
							|| recorded.event() instanceof ApplicationRedecided
							|| recorded.event() instanceof ReplyDelivered))
			.filter((recorded) -> !recorded.event().effectiveOn().isAfter(answeredOn))
			.forEach((recorded) -> entries.add(recorded.sequence()));
		this.departures.add(new Departure(FindingRule.REPLY_OVERDUE, Severity.SERIOUS, mark, entries,
				(answeredOn == null) ? List.of(dueOn) : List.of(dueOn, answeredOn), days,
				"答复期限至" + dueOn + "，" + ((answeredOn == null) ? "至" + this.today + "尚未答复" : answeredOn + "答复") + "，超过"
						+ days + "个工作日",
				"due on " + dueOn + ", "
						+ ((answeredOn == null) ? "not answered by " + this.today : "answered on " + answeredOn) + ", "
						+ days + " working days late"));
	}

	private void extensions() {
		for (Recorded<Event> recorded : this.standing) {
			if (!(recorded.event() instanceof DeadlineExtended e)) {
				continue;
			}
			List<LocalDate> on = List.of(e.notifiedOn());
			if (isBlank(e.approvedBy())) {
				addUnlessImported(FindingRule.EXTENSION_WITHOUT_APPROVAL, recorded, on, e.notifiedOn() + "延期，没有同意人的记录",
						"extended on " + e.notifiedOn() + ", nobody's consent on record");
			}
			if (e.reason().isBlank()) {
				add(FindingRule.EXTENSION_WITHOUT_REASON, recorded, List.of(recorded.sequence()), on,
						e.notifiedOn() + "延期，没有理由", "extended on " + e.notifiedOn() + " without a reason");
			}
			if (e.workingDays() < 1 || e.workingDays() > EXTENSION) {
				add(FindingRule.EXTENSION_LENGTH, recorded, List.of(recorded.sequence()), on,
						e.notifiedOn() + "延期" + e.workingDays() + "个工作日",
						"extended on " + e.notifiedOn() + " by " + e.workingDays() + " working days");
			}
		}
	}

	private void answers() {
		LocalDate dueOn = this.deadline.dueOn();
		Recorded<Event> undelivered = null;
		for (Recorded<Event> recorded : this.standing) {
			switch (recorded.event()) {
				case ApplicationDecided e -> {
					undelivered = recorded;
					answer(recorded, outcome(recorded, e.outcome()), e.legalBasis(), e.withheldParts());
				}
				case ApplicationRedecided e -> {
					undelivered = recorded;
					answer(recorded, e.outcome(), e.legalBasis(), e.withheldParts());
				}
				case ReplyDelivered _ -> undelivered = null;
				default -> {
				}
			}
		}
		if (undelivered != null && dueOn != null && this.today.isAfter(dueOn) && !this.historical) {
			addUnlessImported(FindingRule.REPLY_NOT_DELIVERED, undelivered, List.of(dueOn),
					undelivered.event().effectiveOn() + "作出答复，至期限" + dueOn + "没有送达记录",
					"decided on " + undelivered.event().effectiveOn() + ", no delivery on record by " + dueOn);
		}
	}

	private void answer(Recorded<Event> recorded, Outcome outcome, @Nullable String legalBasis,
			List<WithheldPart> withheld) {
		LocalDate on = recorded.event().effectiveOn();
		if (this.historical) {
			return;
		}
		if (outcome.isDenial() && isBlank(legalBasis)) {
			addUnlessImported(FindingRule.DENIAL_WITHOUT_GROUND, recorded, List.of(on), on + "决定不予公开，没有依据的条文",
					"denied on " + on + " without an article");
		}
		boolean grounded = !withheld.isEmpty()
				&& withheld.stream().allMatch((part) -> part.ground().isDenial() && !part.description().isBlank());
		if (outcome == Outcome.PARTLY_GRANTED && !grounded) {
			addUnlessImported(FindingRule.PARTIAL_WITHOUT_GROUND, recorded, List.of(on), on + "决定部分公开，没有载明不予公开的部分及理由",
					"granted in part on " + on + ", without what is withheld and why");
		}
	}

	/// The outcome that holds after corrections of the record.
	private Outcome outcome(Recorded<Event> of, Outcome own) {
		Outcome outcome = own;
		for (Recorded<Event> recorded : this.standing) {
			if (recorded.sequence() > of.sequence() && recorded.event() instanceof RecordRectified right
					&& right.outcome() != null) {
				outcome = right.outcome();
			}
		}
		return outcome;
	}

	private void addUnlessImported(FindingRule rule, Recorded<Event> recorded, List<LocalDate> days, String zh,
			String en) {
		boolean imported = IMPORT.equals(recorded.metadata().get(Metadata.VIA));
		this.departures.add(new Departure(rule, imported ? Severity.NOTE : rule.severity(), recorded.sequence(),
				List.of(recorded.sequence()), days, 0, zh, en));
	}

	private void add(FindingRule rule, Recorded<Event> recorded, List<Long> entries, List<LocalDate> days, String zh,
			String en) {
		this.departures.add(new Departure(rule, rule.severity(), recorded.sequence(), entries, days, 0, zh, en));
	}

	private static boolean isBlank(@Nullable String text) {
		return text == null || text.isBlank();
	}

}
