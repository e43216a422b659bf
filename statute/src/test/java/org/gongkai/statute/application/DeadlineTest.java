package org.gongkai.statute.application;

import java.time.LocalDate;
import java.util.List;

import org.gongkai.events.calendar.CalendarAnnounced;
import org.gongkai.statute.calendar.WorkingCalendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DeadlineTest {

	private static final WorkingCalendar CALENDAR = WorkingCalendar.statutory();

	@ParameterizedTest(name = "{3}")
	@CsvSource(delimiter = '|',
			textBlock = """
					# story                                                                          | due        | state                  | why
					received 2024-03-01                                                              | 2024-03-29 | RUNNING                | twenty working days, the day of receipt not counted
					received 2024-03-02                                                              | 2024-03-29 | RUNNING                | received on a Saturday
					received 2024-09-27                                                              | 2024-10-30 | RUNNING                | over the National Day with two make-up days
					received 2024-03-01; extended 2024-03-29 20                                      | 2024-04-28 | RUNNING                | extended on the last day, over 清明 with a make-up Sunday
					received 2024-03-01; extended 2024-03-29 4                                       | 2024-04-07 | RUNNING                | extended by four, due on a make-up Sunday
					received 2024-03-01; extended 2024-04-01 20                                      | 2024-03-29 | RUNNING                | an extension told after the term has no effect
					received 2024-03-01; extended 2024-03-11 4; extended 2024-03-12 4                | 2024-04-07 | RUNNING                | a term is extended once
					received 2024-03-01; correction-asked 2024-03-05 2024-03-20                      |            | WAITING_FOR_CORRECTION | no due date until the correction comes
					received 2024-03-01; correction-asked 2024-03-05 2024-03-20; corrected 2024-03-15 | 2024-04-15 | RUNNING               | the correction begins a new term
					received 2024-03-01; corrected 2024-03-15                                        | 2024-03-29 | RUNNING                | a correction that nobody asked for changes nothing
					received 2024-03-01; correction-asked 2024-03-05 2024-03-20; extended 2024-03-06 20; corrected 2024-03-15 | 2024-04-15 | RUNNING | no term to extend while waiting
					received 2024-03-01; extended 2024-03-04 20; correction-asked 2024-03-05 2024-03-20; corrected 2024-03-15 | 2024-04-15 | RUNNING | the extension belonged to the term that ended
					received 2024-03-01; third-party-asked 2024-03-11 1                              | 2024-04-22 | CONSULTING             | silence: the clock stands still for fifteen working days
					received 2024-03-01; third-party-asked 2024-03-11 1; third-party-answered 2024-03-15 1 | 2024-04-07 | RUNNING          | four days of waiting are not counted
					received 2024-03-01; third-party-asked 2024-03-11 1; third-party-answered 2024-03-11 1 | 2024-03-29 | RUNNING          | answered the same day
					received 2024-03-01; third-party-asked 2024-03-11 1; third-party-answered 2024-05-20 1 | 2024-04-22 | RUNNING          | an answer after the fifteen days does not hold the clock
					received 2024-03-01; third-party-asked 2024-03-11 1; organ-asked 2024-03-13 2; third-party-answered 2024-03-15 1; organ-answered 2024-03-19 2 | 2024-04-09 | RUNNING | overlapping consultations count once
					received 2024-03-01; third-party-asked 2024-03-11 1; organ-answered 2024-03-15 1 | 2024-04-22 | CONSULTING             | another consultation's answer ends nothing
					received 2024-03-01; third-party-asked 2024-03-29 1                              | 2024-03-29 | CONSULTING             | asked on the last day: no day is left to leave out
					received 2024-03-01; third-party-asked 2024-03-28 1; third-party-answered 2024-04-02 1 | 2024-04-03 | RUNNING          | asked with one day left
					received 2024-03-01; fee-notified 2024-03-20                                     |            | WAITING_FOR_PAYMENT    | no due date until payment
					received 2024-03-01; fee-notified 2024-03-20; paid 2024-03-25                    | 2024-04-23 | RUNNING                | payment begins a new term
					received 2024-03-01; fee-notified 2024-04-01; paid 2024-04-02                    | 2024-03-29 | RUNNING                | a fee notice after the term heals nothing
					received 2024-03-01; reasons-asked 2024-03-11; reasons-given 2024-03-18          | 2024-03-29 | RUNNING                | asking for reasons does not stop the clock
					received 2024-03-01; reasons-asked 2024-03-11; delayed 2024-03-20 2024-06-28     | 2024-06-28 | RUNNING                | a delayed reply is due on its day
					received 2024-03-01; delayed 2024-03-20 2024-06-08                               | 2024-06-11 | RUNNING                | a delayed day within 端午 moves to the next working day
					received 2024-03-01; delayed 2024-04-01 2024-06-28                               | 2024-03-29 | RUNNING                | a delay told after the term has no effect
					received 2024-03-01; transferred 2024-03-11                                      | 2024-03-29 | RUNNING                | handing over within the organ changes nothing
					received 2024-03-01; decided 2024-03-11; extended 2024-03-12 20                  | 2024-03-29 | CONCLUDED              | nothing changes after the conclusion
					received 2024-03-01; correction-asked 2024-03-05 2024-03-20; correction-lapsed 2024-03-22 |   | CONCLUDED              | lapsed while waiting: no due date
					received 2024-03-01; fee-notified 2024-03-20; fee-lapsed 2024-04-19              |            | CONCLUDED              | lapsed while waiting for payment
					received 2024-03-01; withdrawn 2024-03-08                                        | 2024-03-29 | CONCLUDED              | withdrawn
					received 2024-03-01; receipt-rectified 2024-03-04                                | 2024-04-01 | RUNNING                | the rectified day of receipt holds
					received 2024-03-01; receipt-rectified 2024-03-04; struck 2024-03-05 1           | 2024-03-29 | RUNNING                | striking the rectification brings the old day back
					received 2024-03-01; extended 2024-03-11 20; struck 2024-03-12 1                 | 2024-03-29 | RUNNING                | a struck extension counts no longer
					received 2024-03-01; decided 2024-03-11; struck 2024-03-12 1                     | 2024-03-29 | RUNNING                | a struck decision opens the case again
					received 2024-03-01; kind-rectified 2024-03-11                                   | 2024-03-29 | RUNNING                | a rectification of other fields
					received 2024-03-01; extended 2024-03-20 20; third-party-asked 2024-03-11 1; third-party-answered 2024-03-15 1 | 2024-05-07 | RUNNING | written down late: the days decide, not the order of recording
					received 2024-03-01; decided 2024-03-11; redecision-ordered 2024-05-06            | 2024-05-31 | RUNNING                | a new answer is due in a term of its own
					received 2024-03-01; decided 2024-03-11; redecision-ordered 2024-05-06 2024-05-18 | 2024-05-20 | RUNNING                | the ruling sets the day, which moves past a weekend
					received 2024-03-01; decided 2024-03-11; redecision-ordered 2024-05-06; extended 2024-05-20 5 | 2024-06-07 | RUNNING    | the new term can be extended like the first
					received 2024-03-01; extended 2024-03-05 20; decided 2024-03-11; redecision-ordered 2024-05-06 2024-05-18; extended 2024-05-07 5 | 2024-05-20 | RUNNING | the office cannot lengthen a term that a ruling set
					received 2024-03-01; third-party-asked 2024-03-11 1; decided 2024-03-12; redecision-ordered 2024-03-15 | 2024-04-15 | RUNNING | a consultation of the first procedure does not hold the new term
					received 2024-03-01; decided 2024-03-11; redecision-ordered 2024-05-06; redecided 2024-05-20 | 2024-05-31 | CONCLUDED    | answered again
					received 2024-03-01; decided 2024-03-11; redecision-ordered 2024-05-06; redecided 2024-05-20; redecision-ordered 2024-08-01 | 2024-08-29 | RUNNING | a second ruling opens it again
					received 2024-03-01; decided 2024-03-11; redecision-ordered 2024-05-06; conclusion-rectified 2024-05-06 | 2024-05-31 | RUNNING | the first answer's rectified day does not close the case
					received 2024-03-01; decided 2024-03-11; redecision-ordered 2024-05-06; struck 2024-05-07 2 | 2024-03-29 | CONCLUDED     | an order that was none
					received 2024-03-01; struck 2024-03-11 0                                         |            | VOID                   | the whole record struck
					""")
	void the_due_date_follows_from_the_facts(String story, LocalDate dueOn, ClockState state, String why) {
		Deadline deadline = Deadline.of(Story.facts(story), CALENDAR);
		assertThat(deadline.dueOn()).as(why).isEqualTo(dueOn);
		assertThat(deadline.state()).as(why).isEqualTo(state);
	}

	@ParameterizedTest(name = "{4}")
	@CsvSource(delimiter = '|',
			textBlock = """
					# story                                                            | today      | answered   | late | why
					received 2024-03-01                                                | 2024-03-29 |            | 0    | on the last day
					received 2024-03-01                                                | 2024-04-02 |            | 2    | two working days after it
					received 2024-03-01                                                | 2024-03-30 |            | 1    | late over a weekend is late
					received 2024-03-01; decided 2024-03-28                            | 2024-06-03 | 2024-03-28 | 0    | until a delivery is recorded the decision counts
					received 2024-03-01; decided 2024-03-28; delivered 2024-03-29      | 2024-06-03 | 2024-03-29 | 0    | delivered on the last day
					received 2024-03-01; decided 2024-03-28; delivered 2024-04-01      | 2024-06-03 | 2024-04-01 | 1    | decided in time, delivered late
					received 2024-03-01; withdrawn 2024-04-01                          | 2024-06-03 | 2024-04-01 | 1    | withdrawn after the term had run out
					received 2024-03-01; decided 2024-04-01; conclusion-rectified 2024-03-28 | 2024-06-03 | 2024-03-28 | 0 | the rectified day counts
					received 2024-03-01; decided 2024-03-28; delivered 2024-04-01; struck 2024-04-02 2 | 2024-06-03 | 2024-03-28 | 0 | a delivery struck again
					received 2024-03-01; decided 2024-04-02; delivered 2024-04-02; redecision-ordered 2024-05-06 | 2024-06-03 | | 1    | open again: the first answer is no answer to the order
					received 2024-03-01; decided 2024-03-28; redecision-ordered 2024-05-06; redecided 2024-05-30; delivered 2024-06-03 | 2024-06-03 | 2024-06-03 | 1 | decided again in time, delivered late
					historical 2024-03-01; decided 2024-03-28; redecision-ordered 2024-05-06; redecided 2024-06-03 | 2024-06-03 | 2024-06-03 | 1 | the new procedure is on record whole
					historical 2024-03-01; decided 2024-06-03                          | 2024-06-03 | 2024-06-03 | 0    | an extension may be unknown: not judged
					historical 2024-03-01                                              | 2024-04-01 |            | 1    | open cases of the opening list are judged
					""")
	void delivery_decides_whether_the_reply_is_in_time(String story, LocalDate today, LocalDate answeredOn, int late,
			String why) {
		Deadline deadline = Deadline.of(Story.facts(story), CALENDAR);
		assertThat(deadline.answeredOn()).as(why).isEqualTo(answeredOn);
		assertThat(deadline.overdueWorkingDays(today, CALENDAR)).as(why).isEqualTo(late);
		assertThat(deadline.isOverdue(today)).as(why).isEqualTo(late > 0);
	}

	@ParameterizedTest(name = "{3}")
	@CsvSource(delimiter = '|',
			textBlock = """
					# story                                    | due        | provisional | why
					received 2026-11-24                        | 2026-12-22 | false       | within the announced year
					received 2026-11-30                        | 2026-12-28 | true        | the notice for 2027 may reach back to it
					received 2026-12-07                        | 2027-01-05 | true        | into a year without a notice
					received 2026-11-02; delayed 2026-11-10 2027-03-01 | 2027-03-01 | true | a delayed day in a year without a notice
					""")
	void a_due_date_that_a_notice_may_still_move_is_provisional(String story, LocalDate dueOn, boolean provisional,
			String why) {
		Deadline deadline = Deadline.of(Story.facts(story), CALENDAR);
		assertThat(deadline.dueOn()).as(why).isEqualTo(dueOn);
		assertThat(deadline.provisional()).as(why).isEqualTo(provisional);
	}

	@Test
	void a_new_notice_moves_the_due_dates_of_open_cases_without_touching_them() {
		List<ClockFact> facts = Story.facts("received 2026-12-07");
		WorkingCalendar announced = CALENDAR.with(new CalendarAnnounced(2027,
				List.of(LocalDate.parse("2027-01-01"), LocalDate.parse("2027-01-02"), LocalDate.parse("2027-01-03"),
						LocalDate.parse("2027-01-04")),
				List.of(LocalDate.parse("2026-12-26")), "通知", LocalDate.parse("2026-11-25")));
		assertThat(Deadline.of(facts, CALENDAR).dueOn()).isEqualTo("2027-01-05");
		Deadline moved = Deadline.of(facts, announced);
		assertThat(moved.dueOn()).isEqualTo("2027-01-05");
		assertThat(moved.provisional()).isFalse();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					# story                                                                    | until      | length | counts from
					received 2024-03-01                                                        |            | 20     | 2024-03-01
					received 2024-03-01; extended 2024-03-11 15                                |            | 35     | 2024-03-01
					received 2024-03-01; third-party-asked 2024-03-11 1                        | 2024-04-01 | 20     | 2024-03-01
					received 2024-03-01; correction-asked 2024-03-05 2024-03-20                | 2024-03-20 | 0      |
					received 2024-03-01; correction-asked 2024-03-05 2024-03-20; corrected 2024-03-15 |     | 20     | 2024-03-15
					received 2024-03-01; fee-notified 2024-03-20                               | 2024-04-18 | 0      |
					received 2024-03-01; delayed 2024-03-20 2024-06-28                         |            | 0      | 2024-03-01
					""")
	void the_deadline_tells_whose_term_runs_until_when(String story, LocalDate stoppedUntil, int length,
			LocalDate countsFrom) {
		Deadline deadline = Deadline.of(Story.facts(story), CALENDAR);
		assertThat(deadline.stoppedUntil()).isEqualTo(stoppedUntil);
		assertThat(deadline.workingDays()).isEqualTo(length);
		assertThat(deadline.countsFrom()).isEqualTo(countsFrom);
	}

}
