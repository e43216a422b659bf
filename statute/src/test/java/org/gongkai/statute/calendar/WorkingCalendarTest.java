package org.gongkai.statute.calendar;

import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import com.tyme.holiday.LegalHoliday;
import org.gongkai.events.calendar.CalendarAnnounced;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WorkingCalendarTest {

	private final WorkingCalendar calendar = WorkingCalendar.statutory();

	@Test
	void the_working_days_of_2018_to_2026_are_those_of_a_second_compiler() throws IOException {
		SecondCompiler second = SecondCompiler.read();
		assertThat(second.off()).hasSize(261);
		assertThat(second.makeUp()).hasSize(59);
		days("2018-01-01", "2026-12-31").forEach((day) -> {
			boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
			boolean working = weekend ? second.makeUp().contains(day) : !second.off().contains(day);
			assertThat(this.calendar.isWorkingDay(day)).as("%s", day).isEqualTo(working);
		});
	}

	/// The library also lists Wednesday 2 May 2012 as a day of work, which it is anyway.
	@Test
	void every_day_of_2008_to_2026_is_as_the_library_answers() {
		days("2008-01-01", "2026-12-31").forEach((day) -> {
			LegalHoliday holiday = LegalHoliday.fromYmd(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
			boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
			DayKind kind = weekend ? DayKind.WEEKEND : DayKind.WORKING;
			if (holiday != null && (weekend || !holiday.isWork())) {
				kind = holiday.isWork() ? DayKind.MAKE_UP : DayKind.HOLIDAY;
			}
			assertThat(this.calendar.kindOf(day)).as("%s", day).isEqualTo(kind);
		});
	}

	@Test
	void the_holidays_that_need_no_notice_are_within_every_notice_of_2008_to_2026() {
		IntStream.rangeClosed(2008, 2026)
			.forEach((year) -> assertThat(HolidayNotice.known().get(year).off()).as("%d", year)
				.containsAll(PublicHolidays.of(year)));
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			# day,       kind,    why
			2019-05-15,  WORKING, the Regulation comes into force on a Wednesday
			2018-12-29,  MAKE_UP, a Saturday that the notice for 2019 made a working day
			2018-12-31,  HOLIDAY, a Monday that the notice for 2019 gave off
			2019-05-05,  MAKE_UP, the Sunday after the changed notice of 2019
			2020-01-31,  HOLIDAY, the Spring Festival prolonged in the epidemic
			2020-02-01,  HOLIDAY, first announced as a make-up Saturday and then given off
			2022-12-31,  HOLIDAY, a Saturday within the notice for 2023
			2023-12-30,  HOLIDAY, a weekend that the library counts into the New Year of 2024
			2024-02-09,  WORKING, 除夕 of 2024: offices were only encouraged to grant paid leave
			2025-01-28,  HOLIDAY, 除夕 is a public holiday since 2025
			2025-05-02,  HOLIDAY, the second day of May is a public holiday since 2025
			2026-01-04,  MAKE_UP, a Sunday worked for the Friday of New Year
			2026-11-24,  WORKING, an ordinary Tuesday
			2026-11-28,  WEEKEND, an ordinary Saturday
			""")
	void a_day_is_what_the_notice_says(LocalDate day, DayKind kind, String why) {
		assertThat(this.calendar.kindOf(day)).as(why).isEqualTo(kind);
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			# from,      working days, day,        why
			2024-03-01,   0,           2024-03-01, no day counted
			2024-03-01,   1,           2024-03-04, Friday to Monday
			2024-09-27,  20,           2024-10-30, over 国庆 with two make-up days (29 September and 12 October)
			2023-01-03,  20,           2023-02-03, over 春节 with two make-up days
			2024-03-02,   1,           2024-03-04, from a Saturday
			2026-12-31,   1,           2027-01-04, into a year without a notice: 1 January is off by law
			""")
	void working_days_are_counted_from_the_next_day(LocalDate from, int n, LocalDate day, String why) {
		assertThat(this.calendar.plusWorkingDays(from, n)).as(why).isEqualTo(day);
	}

	@ParameterizedTest
	@CsvSource(
			textBlock = """
					# public holidays of 2027, before any notice
					2027-01-01, 2027-02-05, 2027-02-06, 2027-02-07, 2027-02-08, 2027-04-05, 2027-05-01, 2027-05-02, 2027-06-09, \
					2027-09-15, 2027-10-01, 2027-10-02, 2027-10-03
					""")
	void a_year_without_a_notice_has_the_holidays_of_the_law(LocalDate a, LocalDate b, LocalDate c, LocalDate d,
			LocalDate e, LocalDate f, LocalDate g, LocalDate h, LocalDate i, LocalDate j, LocalDate k, LocalDate l,
			LocalDate m) {
		List<LocalDate> holidays = Arrays.asList(a, b, c, d, e, f, g, h, i, j, k, l, m);
		assertThat(days("2027-01-01", "2027-12-31").filter((day) -> this.calendar.kindOf(day) == DayKind.HOLIDAY))
			.containsExactlyElementsOf(holidays);
		assertThat(this.calendar.isAnnounced(2027)).isFalse();
		assertThat(this.calendar.isAnnounced(2026)).isTrue();
	}

	@Test
	void a_recorded_notice_takes_the_place_of_what_was_known_of_its_year() {
		WorkingCalendar changed = this.calendar
			.with(announced(2027, "2026-11-10", "2027-02-09 2027-02-10", "2027-01-30"))
			.with(announced(2027, "2026-11-20", "2027-02-11", "2027-02-20"));
		assertThat(changed.isAnnounced(2027)).isTrue();
		assertThat(changed.kindOf(on("2027-02-09"))).isEqualTo(DayKind.WORKING);
		assertThat(changed.kindOf(on("2027-02-11"))).isEqualTo(DayKind.HOLIDAY);
		assertThat(changed.kindOf(on("2027-01-30"))).isEqualTo(DayKind.WEEKEND);
		assertThat(changed.kindOf(on("2027-02-20"))).isEqualTo(DayKind.MAKE_UP);
		assertThat(changed.kindOf(on("2027-10-01"))).as("off by law, named or not").isEqualTo(DayKind.HOLIDAY);
		assertThat(this.calendar.isAnnounced(2027)).as("the calendar it came from").isFalse();
	}

	@Test
	void a_notice_reaches_back_over_the_new_year() {
		WorkingCalendar changed = this.calendar
			.with(announced(2027, "2026-11-10", "2026-12-31 2027-01-01", "2026-12-27"));
		assertThat(changed.kindOf(on("2026-12-27"))).isEqualTo(DayKind.MAKE_UP);
		assertThat(changed.kindOf(on("2026-12-31"))).isEqualTo(DayKind.HOLIDAY);
		assertThat(changed.kindOf(on("2026-10-01"))).as("the rest of 2026").isEqualTo(DayKind.HOLIDAY);
		WorkingCalendar again = changed.with(announced(2026, "2026-12-01", "2026-12-28", "2026-12-26"));
		assertThat(again.kindOf(on("2026-12-31"))).as("named by the notice of 2027 alone").isEqualTo(DayKind.HOLIDAY);
		assertThat(again.kindOf(on("2026-12-28"))).as("named by the notice of 2026 alone").isEqualTo(DayKind.HOLIDAY);
		assertThat(changed.with(announced(2026, "2026-12-01", "2026-12-27", "")).kindOf(on("2026-12-27")))
			.as("named by both: the later notice holds")
			.isEqualTo(DayKind.HOLIDAY);
	}

	@Test
	void the_last_week_of_december_is_settled_by_the_next_notice_only() {
		assertThat(this.calendar.isSettled(on("2026-12-24"))).isTrue();
		assertThat(this.calendar.isSettled(on("2026-12-25"))).isFalse();
		assertThat(this.calendar.isSettled(on("2025-12-31"))).isTrue();
		assertThat(this.calendar.isSettled(on("2027-03-01"))).isFalse();
	}

	static CalendarAnnounced announced(int year, String announcedOn, String daysOff, String makeUpDays) {
		return new CalendarAnnounced(year, list(daysOff), list(makeUpDays), "通知", on(announcedOn));
	}

	private static List<LocalDate> list(String days) {
		return days.isEmpty() ? List.of() : Arrays.stream(days.split(" ")).map(LocalDate::parse).toList();
	}

	private static java.util.stream.Stream<LocalDate> days(String from, String to) {
		return on(from).datesUntil(on(to).plus(1, ChronoUnit.DAYS));
	}

	private static LocalDate on(String day) {
		return LocalDate.parse(day);
	}

}
