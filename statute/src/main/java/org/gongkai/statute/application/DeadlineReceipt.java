package org.gongkai.statute.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.gongkai.statute.application.Clock.Consultation;
import org.gongkai.statute.application.Clock.Judged;
import org.gongkai.statute.application.Clock.Phase;
import org.gongkai.statute.calendar.DayKind;
import org.gongkai.statute.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/// 期限计算单: how a due date came about, day by day and event by event.
///
/// @param deadline the result
/// @param days every day from receipt to the due date or, if later, the reply; where no term runs to the conclusion, or
/// while open to the end of the applicant's term. Ends after 2,000 days
/// @param steps what each recorded fact did to the clock, in the order of their days
public record DeadlineReceipt(Deadline deadline, List<ReceiptDay> days, List<ReceiptStep> steps) {

	private static final int MOST_DAYS = 2_000;

	public DeadlineReceipt {
		days = List.copyOf(days);
		steps = List.copyOf(steps);
	}

	/// The receipt of a case; without days and steps for a void record.
	/// @param facts as folded by [ClockFacts]
	public static DeadlineReceipt of(List<ClockFact> facts, WorkingCalendar calendar) {
		Clock clock = Clock.run(facts, calendar, true);
		if (clock == null) {
			return new DeadlineReceipt(Deadline.ofVoid(), List.of(), List.of());
		}
		Deadline deadline = clock.deadline();
		return new DeadlineReceipt(deadline, new Days(clock, deadline, calendar).list(),
				clock.judged().stream().map(DeadlineReceipt::step).toList());
	}

	/// What each recorded fact did to the clock, without the days between.
	/// @param facts as folded by [ClockFacts]
	public static List<ReceiptStep> steps(List<ClockFact> facts, WorkingCalendar calendar) {
		Clock clock = Clock.run(facts, calendar, true);
		return (clock == null) ? List.of() : clock.judged().stream().map(DeadlineReceipt::step).toList();
	}

	private static ReceiptStep step(Judged judged) {
		ClockFact fact = judged.fact();
		Text text = StepText.of(judged);
		return new ReceiptStep(fact.sequence(), fact.kind(), fact.on(), judged.effect(), judged.dueOn(), text.article(),
				text.zh(), text.en());
	}

	/// Walks from the day of receipt to the last day of the receipt.
	private static final class Days {

		private final Clock clock;

		private final Deadline deadline;

		private final WorkingCalendar calendar;

		private final List<ReceiptDay> days = new ArrayList<>();

		private int counted;

		private int late;

		Days(Clock clock, Deadline deadline, WorkingCalendar calendar) {
			this.clock = clock;
			this.deadline = deadline;
			this.calendar = calendar;
		}

		List<ReceiptDay> list() {
			LocalDate first = this.clock.phases().getFirst().by().on();
			LocalDate last = last();
			for (LocalDate day = first; !day.isAfter(last) && this.days.size() < MOST_DAYS; day = day.plusDays(1)) {
				add(day);
			}
			return this.days;
		}

		private LocalDate last() {
			LocalDate first = this.clock.phases().getFirst().by().on();
			if (this.deadline.dueOn() != null) {
				LocalDate last = later(first, this.deadline.dueOn());
				return this.deadline.historical() ? last : later(last, this.deadline.answeredOn());
			}
			if (this.deadline.concludedOn() != null) {
				return later(first, this.deadline.concludedOn());
			}
			LocalDate last = later(first, this.deadline.stoppedUntil());
			for (Judged judged : this.clock.judged()) {
				last = later(last, (judged.effect() != StepEffect.RECTIFIED) ? judged.fact().on() : null);
			}
			return last;
		}

		private void add(LocalDate day) {
			DayKind kind = this.calendar.kindOf(day);
			Phase phase = phaseOn(day);
			if (!phase.runs()) {
				add(day, kind, DayEffect.WAITING, DayText.waiting(phase.by()));
			}
			else if (day.equals(phase.by().on())) {
				this.counted = 0;
				this.late = 0;
				add(day, kind, DayEffect.START, DayText.start(phase.by()));
			}
			else if (!kind.isWorking()) {
				add(day, kind, DayEffect.NOT_WORKING, DayText.notWorking(kind));
			}
			else {
				addWorking(day, kind, phase);
			}
		}

		private void addWorking(LocalDate day, DayKind kind, Phase phase) {
			ClockFact delay = phase.delay();
			boolean concluded = this.deadline.concludedOn() != null && day.isAfter(this.deadline.concludedOn());
			if (hasRunOut(phase, day)) {
				this.late++;
				add(day, kind, DayEffect.OVERDUE, DayText.overdue(this.late));
			}
			else if (delay != null && day.isAfter(delay.on())) {
				add(day, kind, concluded ? DayEffect.REMAINING : DayEffect.DELAYED,
						concluded ? DayText.remaining(null, 0) : DayText.delayed(delay));
			}
			else if (this.clock.isStopped(day)) {
				add(day, kind, DayEffect.STOPPED, DayText.stopped(stoppedBy(day)));
			}
			else {
				this.counted++;
				int of = phase.length();
				Text text = concluded ? DayText.remaining(this.counted, of) : DayText.counted(kind, this.counted, of);
				this.days.add(new ReceiptDay(day, kind, concluded ? DayEffect.REMAINING : DayEffect.COUNTED,
						this.counted, of, text.article(), text.zh(), text.en()));
			}
		}

		private boolean hasRunOut(Phase phase, LocalDate day) {
			ClockFact delay = phase.delay();
			return (delay != null) ? day.isAfter(this.calendar.workingDayFrom(delay.untilOr(delay.on())))
					: this.counted == phase.length();
		}

		private void add(LocalDate day, DayKind kind, DayEffect effect, Text text) {
			this.days.add(new ReceiptDay(day, kind, effect, null, null, text.article(), text.zh(), text.en()));
		}

		/// A term has the day it begins on; waiting has the days after it was asked.
		private Phase phaseOn(LocalDate day) {
			Phase found = this.clock.phases().getFirst();
			for (Phase phase : this.clock.phases()) {
				LocalDate from = phase.by().on();
				if (phase.runs() ? !from.isAfter(day) : from.isBefore(day)) {
					found = phase;
				}
			}
			return found;
		}

		private ClockFact stoppedBy(LocalDate day) {
			return this.clock.consultations()
				.stream()
				.filter((consultation) -> consultation.covers(day))
				.map(Consultation::asked)
				.findFirst()
				.orElseThrow();
		}

		private static LocalDate later(LocalDate one, @Nullable LocalDate other) {
			return (other != null && other.isAfter(one)) ? other : one;
		}

	}

}
