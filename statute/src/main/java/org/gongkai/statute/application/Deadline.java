package org.gongkai.statute.application;

import java.time.LocalDate;
import java.util.List;

import org.gongkai.statute.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/// 答复期限: the day by which a case must be answered, derived from its facts and the working calendar, never stored as
/// truth (articles 30 to 35).
///
/// @param dueOn the last day of the term; of a concluded case the last day of the term that ran then; null while no
/// term runs (waiting for a correction or a payment) and for a void record
/// @param provisional whether a notice of holidays still to come may move the due date
/// @param state where the clock stands
/// @param workingDays length of the running term, 20 to 40; 0 where a delayed term holds (article 35) or no term runs
/// @param countsFrom the day the running term starts after: receipt, correction or payment; null where no term runs
/// @param stoppedUntil the last day of the term that somebody else has to answer, correct or pay; null if nobody has
/// @param receivedOn the day of receipt that holds; null for a void record
/// @param concludedOn the day of conclusion that holds; null while open
/// @param deliveredOn the day of delivery; null if none is recorded
/// @param answeredOn the day that is compared with the due date: of a decision the delivery, or until one is recorded
/// the decision; of a lapse or withdrawal its day; null while open
/// @param historical whether the case was entered afterwards without its procedure dates, so that lateness cannot be
/// judged once it is concluded
public record Deadline(@Nullable LocalDate dueOn, boolean provisional, ClockState state, int workingDays,
		@Nullable LocalDate countsFrom, @Nullable LocalDate stoppedUntil, @Nullable LocalDate receivedOn,
		@Nullable LocalDate concludedOn, @Nullable LocalDate deliveredOn, @Nullable LocalDate answeredOn,
		boolean historical) {

	private static final Deadline VOID = new Deadline(null, false, ClockState.VOID, 0, null, null, null, null, null,
			null, false);

	/// The deadline of a case.
	/// @param facts as folded by [ClockFacts]; empty for a void record
	public static Deadline of(List<ClockFact> facts, WorkingCalendar calendar) {
		Clock clock = Clock.run(facts, calendar, false);
		return (clock != null) ? clock.deadline() : VOID;
	}

	static Deadline ofVoid() {
		return VOID;
	}

	/// Whether the reply came, or as of the given day is still to come, after the due
	/// date.
	/// @param today the day as of which an open case is judged
	public boolean isOverdue(LocalDate today) {
		if (this.dueOn == null || this.historical && this.concludedOn != null) {
			return false;
		}
		return judgedOn(today).isAfter(this.dueOn);
	}

	/// By how many working days the reply is late, as of the given day; 0 if it is not, 1
	/// if only days off lie between.
	public int overdueWorkingDays(LocalDate today, WorkingCalendar calendar) {
		return (this.dueOn != null && isOverdue(today))
				? Math.max(1, calendar.workingDaysBetween(this.dueOn, judgedOn(today))) : 0;
	}

	private LocalDate judgedOn(LocalDate today) {
		return (this.answeredOn != null) ? this.answeredOn : today;
	}

}
