package org.gongkai.statute.calendar;

import java.util.Arrays;

import org.gongkai.events.calendar.CalendarAnnounced;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class CalendarNoticeTest {

	@ParameterizedTest(name = "{3}")
	@CsvSource(delimiter = '|', emptyValue = "", textBlock = """
			# year | days off              | make-up days | why
			2027   | 2027-01-01 2027-02-08 | 2027-01-30   | a notice
			2019   | 2018-12-30 2019-01-01 | 2018-12-29   | reaches back over the new year, as the notice for 2019 did
			2027   | 2026-12-25 2027-01-01 | ''           | as far back as 25 December, and without make-up days
			2200   | 2200-01-01            | ''           | the last year
			""")
	void a_notice_that_can_be_is_accepted(int year, String daysOff, String makeUpDays, String why) {
		assertThatNoException().as(why).isThrownBy(() -> WorkingCalendar.check(notice(year, daysOff, makeUpDays)));
	}

	@ParameterizedTest(name = "{3}")
	@CsvSource(delimiter = '|', emptyValue = "",
			textBlock = """
					# year | days off              | make-up days          | sentence
					2007   | 2007-01-01            | ''                    | a calendar is for a year from 2008 to 2200, not 2007
					2201   | 2201-01-01            | ''                    | a calendar is for a year from 2008 to 2200, not 2201
					2027   | ''                    | ''                    | a notice names at least one day off
					2027   | 2028-01-01            | ''                    | 2028-01-01 is outside 2027 and the last week of December before it
					2027   | 2026-12-24            | ''                    | 2026-12-24 is outside 2027 and the last week of December before it
					2027   | 2025-12-31            | ''                    | 2025-12-31 is outside 2027 and the last week of December before it
					2027   | 2027-02-08            | 2026-10-10            | 2026-10-10 is outside 2027 and the last week of December before it
					2027   | 2027-02-08            | 2027-02-01            | 2027-02-01 is no Saturday or Sunday and cannot be a make-up day
					2027   | 2027-02-08            | 2027-10-02            | 2027-10-02 is a public holiday and cannot be a make-up day
					2027   | 2027-02-13            | 2027-02-13            | 2027-02-13 stands twice
					2027   | 2027-02-08 2027-02-08 | ''                    | 2027-02-08 stands twice
					2027   | 2027-02-08            | 2027-02-20 2027-02-20 | 2027-02-20 stands twice
					""")
	void a_notice_that_cannot_be_is_refused(int year, String daysOff, String makeUpDays, String sentence) {
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> WorkingCalendar.check(notice(year, daysOff, makeUpDays)))
			.withMessage(sentence)
			.matches((refused) -> refused.rule() == Rule.CALENDAR_DAY);
	}

	private static CalendarAnnounced notice(int year, String daysOff, String makeUpDays) {
		return WorkingCalendarTest.announced(year, (year - 1) + "-11-10", daysOff, makeUpDays);
	}

}
