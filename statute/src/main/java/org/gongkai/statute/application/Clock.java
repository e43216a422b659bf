package org.gongkai.statute.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

import org.gongkai.statute.application.ClockFact.Kind;
import org.gongkai.statute.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/// The reply clock of one case, run once over its facts in the order of their days (articles 30 to 35). Facts are
/// taken by the day they happened and not by the day they were written down, because an office may record late.
final class Clock {

	/// Article 33(2).
	static final int TERM = 20;

	/// Article 33(2): the most that one extension adds.
	static final int EXTENSION = 20;

	/// Articles 32 and 34: the term of a third party or another organ.
	static final int OPINION_TERM = 15;

	/// Article 30: the term for telling what to correct.
	static final int CORRECTION_NOTICE_TERM = 7;

	/// 国办函〔2020〕109号, article 6: the term of payment.
	static final int PAYMENT_TERM = 20;

	private static final Comparator<ClockFact> BY_DAY = Comparator.comparing(ClockFact::on)
		.thenComparingLong(ClockFact::sequence);

	/// A stretch of the case: a term that runs, waiting for the applicant, or the time
	/// between an answer and the order to answer again.
	///
	/// @param by the fact that began it
	/// @param length working days of a running term
	/// @param delay the delayed reply, or the order to answer again, that sets its last
	/// day, if any
	record Phase(ClockFact by, int length, @Nullable ClockFact delay) {

		boolean runs() {
			return this.by.kind() != Kind.CORRECTION_REQUESTED && this.by.kind() != Kind.FEE_NOTIFIED
					&& !this.by.kind().ends();
		}

		boolean isExtended() {
			return this.length > TERM;
		}

	}

	/// A consultation; the days after the day of asking up to and including its end are
	/// not counted.
	record Consultation(ClockFact asked, LocalDate end, boolean answered) {

		Consultation endingBy(LocalDate last) {
			return this.end.isAfter(last) ? new Consultation(this.asked, last, true) : this;
		}

		boolean covers(LocalDate day) {
			return day.isAfter(this.asked.on()) && !day.isAfter(this.end);
		}

	}

	/// A fact with its effect.
	///
	/// @param dueOn the due date as it stands after the fact; null where no term runs
	/// @param until the last day of the term that the fact sets to somebody
	record Judged(ClockFact fact, StepEffect effect, @Nullable LocalDate dueOn, @Nullable LocalDate until) {
	}

	private final WorkingCalendar calendar;

	private final boolean explain;

	private final ClockFact receipt;

	/// The entry of the first conclusion, and the fact that holds for its day.
	private final @Nullable ClockFact told;

	private final @Nullable ClockFact conclusion;

	private boolean historical;

	private final List<Phase> phases = new ArrayList<>();

	private final List<Consultation> consultations = new ArrayList<>();

	private final List<Judged> judged = new ArrayList<>();

	/// What ended the case, the last time; null while it is open.
	private @Nullable ClockFact ended;

	private boolean reopened;

	private @Nullable LocalDate deliveredOn;

	private Clock(List<ClockFact> facts, ClockFact receipt, WorkingCalendar calendar, boolean explain) {
		this.calendar = calendar;
		this.explain = explain;
		this.receipt = receipt;
		ClockFact first = last(facts, (fact) -> fact.kind().receives());
		this.historical = first != null && first.kind() == Kind.RECEIVED_HISTORICAL;
		ClockFact told = last(facts, (fact) -> fact.kind().concludes());
		this.told = told;
		ClockFact rectified = last(facts, (fact) -> fact.kind() == Kind.CONCLUSION_RECTIFIED);
		this.conclusion = (told != null && rectified != null && rectified.sequence() > told.sequence()) ? rectified
				: told;
	}

	/// Runs the clock; null if the facts tell of no receipt.
	/// @param explain whether the due date is kept after every fact
	static @Nullable Clock run(List<ClockFact> facts, WorkingCalendar calendar, boolean explain) {
		ClockFact receipt = last(facts, (fact) -> fact.kind().receives() || fact.kind() == Kind.RECEIPT_RECTIFIED);
		if (receipt == null) {
			return null;
		}
		Clock clock = new Clock(facts, receipt, calendar, explain);
		clock.begin();
		List<ClockFact> byDay = new ArrayList<>(facts);
		byDay.remove(receipt);
		byDay.sort(BY_DAY);
		byDay.forEach(clock::apply);
		return clock;
	}

	Deadline deadline() {
		Phase phase = phase();
		LocalDate dueOn = dueOn();
		boolean open = this.ended == null;
		return new Deadline(dueOn, dueOn != null && isProvisional(phase, dueOn), state(),
				(dueOn != null && phase.delay() == null) ? phase.length() : 0, phase.runs() ? phase.by().on() : null,
				open ? stoppedUntil() : null, this.receipt.on(), concludedOn(), this.deliveredOn, answeredOn(),
				this.historical);
	}

	List<Phase> phases() {
		return this.phases;
	}

	List<Consultation> consultations() {
		return this.consultations;
	}

	List<Judged> judged() {
		return this.judged;
	}

	private void begin() {
		this.phases.add(new Phase(this.receipt, TERM, null));
		judge(this.receipt, StepEffect.BEGINS, null);
	}

	private void apply(ClockFact fact) {
		if (fact.kind().receives() || fact.kind() == Kind.RECEIPT_RECTIFIED) {
			judge(fact, StepEffect.RECTIFIED, null);
		}
		else if (fact.kind().ends()) {
			conclude(fact);
		}
		else if (fact.kind() == Kind.REDECISION_ORDERED) {
			reopen(fact);
		}
		else if (fact.kind() == Kind.DELIVERED) {
			this.deliveredOn = fact.on();
			judge(fact, StepEffect.DELIVERS, null);
		}
		else if (this.ended != null) {
			judge(fact, StepEffect.AFTER_CONCLUSION, null);
		}
		else {
			applyOpen(fact);
		}
	}

	/// A rectified day is the first answer's, whichever answer came after it.
	private void conclude(ClockFact fact) {
		boolean holds = (fact.kind() == Kind.REDECIDED) ? this.reopened : fact == this.conclusion && !this.reopened;
		if (holds) {
			this.ended = fact;
		}
		judge(fact, holds ? StepEffect.CONCLUDES : StepEffect.RECTIFIED, null);
	}

	/// A new answer is ordered: nothing of the first procedure runs on, and the new one
	/// is on record whole.
	private void reopen(ClockFact fact) {
		if (this.ended != null) {
			this.phases.add(new Phase(this.ended, 0, null));
		}
		this.consultations.replaceAll((consultation) -> consultation.endingBy(fact.on()));
		this.ended = null;
		this.deliveredOn = null;
		this.historical = false;
		this.reopened = true;
		this.phases.add(new Phase(fact, TERM, (fact.until() != null) ? fact : null));
		judge(fact, StepEffect.REOPENS, fact.until());
	}

	private void applyOpen(ClockFact fact) {
		switch (fact.kind()) {
			case CORRECTION_REQUESTED -> requestCorrection(fact);
			case CORRECTION_SUPPLIED -> restart(fact, Kind.CORRECTION_REQUESTED);
			case FEE_NOTIFIED -> notifyFee(fact);
			case FEE_PAID -> restart(fact, Kind.FEE_NOTIFIED);
			case THIRD_PARTY_ASKED, AGENCY_ASKED -> ask(fact);
			case THIRD_PARTY_ANSWERED -> answer(fact, Kind.THIRD_PARTY_ASKED);
			case AGENCY_ANSWERED -> answer(fact, Kind.AGENCY_ASKED);
			case EXTENDED -> extend(fact);
			case REPLY_DELAYED -> delay(fact);
			case REASONS_ASKED, REASONS_SUPPLIED, TRANSFERRED -> judge(fact, StepEffect.NONE, null);
			case RECEIVED, RECEIVED_HISTORICAL, RECEIPT_RECTIFIED, DECIDED, CORRECTION_LAPSED, FEE_LAPSED, WITHDRAWN,
					DELIVERED, REDECISION_ORDERED, REDECIDED, CONCLUSION_RECTIFIED ->
				throw new IllegalStateException(fact.kind() + " is not a step of an open case");
		}
	}

	private void requestCorrection(ClockFact fact) {
		LocalDate limit = this.calendar.plusWorkingDays(this.receipt.on(), CORRECTION_NOTICE_TERM);
		this.phases.add(new Phase(fact, 0, null));
		judge(fact, fact.on().isAfter(limit) ? StepEffect.WAITS_LATE : StepEffect.WAITS, fact.until());
	}

	private void notifyFee(ClockFact fact) {
		StepEffect obstacle = obstacle(fact);
		if (obstacle != null) {
			judge(fact, obstacle, null);
			return;
		}
		this.phases.add(new Phase(fact, 0, null));
		judge(fact, StepEffect.WAITS, this.calendar.plusWorkingDays(fact.on(), PAYMENT_TERM));
	}

	private void restart(ClockFact fact, Kind awaited) {
		boolean waited = phase().by().kind() == awaited;
		if (waited) {
			this.phases.add(new Phase(fact, TERM, null));
		}
		judge(fact, waited ? StepEffect.RESTARTS : StepEffect.NONE, null);
	}

	private void ask(ClockFact fact) {
		LocalDate end = this.calendar.plusWorkingDays(fact.on(), OPINION_TERM);
		this.consultations.add(new Consultation(fact, end, false));
		judge(fact, StepEffect.STOPS, end);
	}

	private void answer(ClockFact fact, Kind asked) {
		for (int i = 0; i < this.consultations.size(); i++) {
			Consultation consultation = this.consultations.get(i);
			if (!consultation.answered() && consultation.asked().kind() == asked
					&& Objects.equals(consultation.asked().number(), fact.number())) {
				boolean inTime = !fact.on().isAfter(consultation.end());
				this.consultations.set(i,
						new Consultation(consultation.asked(), inTime ? fact.on() : consultation.end(), true));
				judge(fact, inTime ? StepEffect.RUNS_ON : StepEffect.AFTER_SILENCE, consultation.end());
				return;
			}
		}
		judge(fact, StepEffect.NONE, null);
	}

	private void extend(ClockFact fact) {
		StepEffect obstacle = obstacle(fact);
		if (obstacle == null && (phase().isExtended() || phase().delay() != null)) {
			obstacle = StepEffect.SPENT;
		}
		if (obstacle == null) {
			int days = Math.clamp(fact.numberOr(0), 0, EXTENSION);
			this.phases.set(this.phases.size() - 1, new Phase(phase().by(), TERM + days, null));
		}
		judge(fact, (obstacle != null) ? obstacle : StepEffect.EXTENDS, null);
	}

	private void delay(ClockFact fact) {
		StepEffect obstacle = obstacle(fact);
		if (obstacle == null) {
			this.phases.set(this.phases.size() - 1, new Phase(phase().by(), phase().length(), fact));
		}
		judge(fact, (obstacle != null) ? obstacle : StepEffect.SETS_DAY, fact.until());
	}

	/// Why the office cannot lengthen its own term on that day; null if it can. A term
	/// that
	/// has run out cannot be lengthened.
	private @Nullable StepEffect obstacle(ClockFact fact) {
		LocalDate dueOn = dueOn();
		if (dueOn == null) {
			return StepEffect.NO_TERM;
		}
		return fact.on().isAfter(dueOn) ? StepEffect.TOO_LATE : null;
	}

	private void judge(ClockFact fact, StepEffect effect, @Nullable LocalDate until) {
		this.judged.add(new Judged(fact, effect, this.explain ? dueOn() : null, until));
	}

	private Phase phase() {
		return this.phases.getLast();
	}

	private @Nullable LocalDate dueOn() {
		Phase phase = phase();
		if (!phase.runs()) {
			return null;
		}
		ClockFact delay = phase.delay();
		if (delay != null) {
			return this.calendar.workingDayFrom(delay.untilOr(delay.on()));
		}
		if (this.consultations.isEmpty()) {
			return this.calendar.plusWorkingDays(phase.by().on(), phase.length());
		}
		LocalDate day = phase.by().on();
		for (int left = phase.length(); left > 0;) {
			day = day.plusDays(1);
			if (this.calendar.isWorkingDay(day) && !isStopped(day)) {
				left--;
			}
		}
		return day;
	}

	boolean isStopped(LocalDate day) {
		for (Consultation consultation : this.consultations) {
			if (consultation.covers(day)) {
				return true;
			}
		}
		return false;
	}

	private boolean isProvisional(Phase phase, LocalDate dueOn) {
		return !this.calendar.isSettled(dueOn) || !this.calendar.isAnnounced(phase.by().on().getYear());
	}

	private ClockState state() {
		if (this.ended != null) {
			return ClockState.CONCLUDED;
		}
		return switch (phase().by().kind()) {
			case CORRECTION_REQUESTED -> ClockState.WAITING_FOR_CORRECTION;
			case FEE_NOTIFIED -> ClockState.WAITING_FOR_PAYMENT;
			default -> this.consultations.stream().allMatch(Consultation::answered) ? ClockState.RUNNING
					: ClockState.CONSULTING;
		};
	}

	private @Nullable LocalDate stoppedUntil() {
		return switch (phase().by().kind()) {
			case CORRECTION_REQUESTED -> phase().by().until();
			case FEE_NOTIFIED -> this.calendar.plusWorkingDays(phase().by().on(), PAYMENT_TERM);
			default -> this.consultations.stream()
				.filter((consultation) -> !consultation.answered())
				.map(Consultation::end)
				.max(Comparator.naturalOrder())
				.orElse(null);
		};
	}

	private @Nullable LocalDate concludedOn() {
		return (this.ended != null) ? this.ended.on() : null;
	}

	private @Nullable LocalDate answeredOn() {
		return (isDecided() && this.deliveredOn != null) ? this.deliveredOn : concludedOn();
	}

	private boolean isDecided() {
		if (this.ended == null || this.ended.kind() == Kind.REDECIDED) {
			return this.ended != null;
		}
		ClockFact told = this.told;
		return told != null && told.kind() == Kind.DECIDED;
	}

	private static @Nullable ClockFact last(List<ClockFact> facts, Predicate<ClockFact> test) {
		ClockFact found = null;
		for (ClockFact fact : facts) {
			if (test.test(fact)) {
				found = fact;
			}
		}
		return found;
	}

}
