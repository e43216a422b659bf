package org.gongkai.statute.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gongkai.statute.application.ClockFact.Kind;
import org.gongkai.statute.calendar.WorkingCalendar;

import static org.assertj.core.api.Assertions.assertThat;

class DeadlineProperties {

	private static final WorkingCalendar CALENDAR = WorkingCalendar.statutory();

	/// A case whose days are told by their distance from receipt.
	///
	/// @param corrected day of a correction that was asked for the day before; 0 for none
	/// @param extended days of an extension told on the tenth day of the term; 0 for none
	/// @param asked days of asking and of answering, 0 for never, of each consultation
	record Case(LocalDate received, int corrected, int extended, List<List<Integer>> asked) {

		LocalDate start() {
			return this.received.plusDays(this.corrected);
		}

		List<ClockFact> facts() {
			List<ClockFact> facts = new ArrayList<>();
			facts.add(ClockFact.of(0, Kind.RECEIVED, this.received));
			if (this.corrected > 0) {
				facts.add(ClockFact.until(1, Kind.CORRECTION_REQUESTED, start().minusDays(1), start().plusDays(9)));
				facts.add(ClockFact.of(2, Kind.CORRECTION_SUPPLIED, start()));
			}
			if (this.extended > 0) {
				facts.add(ClockFact.numbered(3, Kind.EXTENDED, start().plusDays(10), this.extended));
			}
			for (int i = 0; i < this.asked.size(); i++) {
				LocalDate asked = this.received.plusDays(this.asked.get(i).get(0));
				int answer = this.asked.get(i).get(1);
				facts.add(ClockFact.numbered(4 + 2L * i, Kind.THIRD_PARTY_ASKED, asked, i + 1));
				if (answer > 0) {
					facts.add(ClockFact.numbered(5 + 2L * i, Kind.THIRD_PARTY_ANSWERED, asked.plusDays(answer), i + 1));
				}
			}
			return facts;
		}

		/// The due date without a clock: all working days after the start, less those
		/// left out, the last of the term's.
		LocalDate dueOn() {
			Set<LocalDate> days = new TreeSet<>();
			start().plusDays(1).datesUntil(start().plusDays(400)).filter(CALENDAR::isWorkingDay).forEach(days::add);
			for (List<Integer> consultation : this.asked) {
				LocalDate asked = this.received.plusDays(consultation.get(0));
				List<LocalDate> silence = asked.plusDays(1)
					.datesUntil(asked.plusDays(60))
					.filter(CALENDAR::isWorkingDay)
					.limit(15)
					.toList();
				int answer = consultation.get(1);
				silence.stream()
					.filter((day) -> answer == 0 || !day.isAfter(asked.plusDays(answer)))
					.forEach(days::remove);
			}
			return days.stream().skip(19L + this.extended).findFirst().orElseThrow();
		}

	}

	@Property
	void the_due_date_is_the_last_of_the_terms_working_days_that_are_left(@ForAll("cases") Case told) {
		assertThat(Deadline.of(told.facts(), CALENDAR).dueOn()).isEqualTo(told.dueOn());
	}

	@Property
	void the_counted_days_of_the_receipt_are_the_term_and_end_on_the_due_date(@ForAll("cases") Case told) {
		DeadlineReceipt receipt = DeadlineReceipt.of(told.facts(), CALENDAR);
		Deadline deadline = receipt.deadline();
		List<ReceiptDay> counted = receipt.days()
			.stream()
			.filter((day) -> day.day().isAfter(told.start()) && day.effect() == DayEffect.COUNTED)
			.toList();
		assertThat(counted).hasSize(deadline.workingDays()).hasSize(20 + told.extended());
		assertThat(counted.getLast().day()).isEqualTo(deadline.dueOn());
		assertThat(counted.getLast().counted()).isEqualTo(counted.getLast().of());
		assertThat(receipt.days().getLast()).isEqualTo(counted.getLast());
		assertThat(receipt.days().stream().map(ReceiptDay::day))
			.containsExactlyElementsOf(told.received().datesUntil(deadline.dueOn().plusDays(1)).toList());
		assertThat(receipt.steps()).hasSize(told.facts().size()).last().satisfies((step) -> {
			if (step.on().isAfter(told.start())) {
				assertThat(step.dueOn()).isEqualTo(deadline.dueOn());
			}
		});
		assertThat(deadline).isEqualTo(Deadline.of(told.facts(), CALENDAR));
	}

	@Property
	void the_order_in_which_facts_are_written_down_does_not_move_the_due_date(@ForAll("cases") Case told,
			@ForAll Random random) {
		List<ClockFact> late = new ArrayList<>(told.facts());
		Collections.shuffle(late, random);
		assertThat(Deadline.of(late, CALENDAR)).isEqualTo(Deadline.of(told.facts(), CALENDAR));
	}

	@Property
	void a_consultation_never_brings_the_due_date_nearer(@ForAll("cases") Case told) {
		Case alone = new Case(told.received(), told.corrected(), told.extended(), List.of());
		assertThat(told.dueOn()).isAfterOrEqualTo(alone.dueOn());
		assertThat(Deadline.of(told.facts(), CALENDAR).dueOn())
			.isAfterOrEqualTo(Deadline.of(alone.facts(), CALENDAR).dueOn());
	}

	@Provide
	Arbitrary<Case> cases() {
		Arbitrary<LocalDate> received = Arbitraries.longs()
			.between(LocalDate.of(2019, 5, 15).toEpochDay(), LocalDate.of(2027, 3, 1).toEpochDay())
			.map(LocalDate::ofEpochDay);
		Arbitrary<Integer> corrected = Arbitraries.integers()
			.between(2, 20)
			.injectNull(0.5)
			.map(DeadlineProperties::orNone);
		Arbitrary<Integer> extended = Arbitraries.integers()
			.between(1, 20)
			.injectNull(0.5)
			.map(DeadlineProperties::orNone);
		Arbitrary<List<Integer>> asked = Combinators
			.combine(Arbitraries.integers().between(1, 60), Arbitraries.integers().between(0, 40))
			.as(List::of);
		return Combinators.combine(received, corrected, extended, asked.list().ofMaxSize(4)).as(Case::new);
	}

	private static int orNone(Integer days) {
		return Stream.ofNullable(days).findFirst().orElse(0);
	}

}
