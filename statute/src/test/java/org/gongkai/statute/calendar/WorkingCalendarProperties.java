package org.gongkai.statute.calendar;

import java.time.LocalDate;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;

class WorkingCalendarProperties {

	private final WorkingCalendar calendar = WorkingCalendar.statutory();

	@Property
	void adding_working_days_and_counting_them_are_inverse(@ForAll("days") LocalDate from,
			@ForAll @IntRange(max = 300) int n) {
		LocalDate day = this.calendar.plusWorkingDays(from, n);
		assertThat(this.calendar.workingDaysBetween(from, day)).isEqualTo(n);
		assertThat(n == 0 || this.calendar.isWorkingDay(day)).isTrue();
	}

	@Property
	void working_days_between_are_the_working_days_one_by_one(@ForAll("days") LocalDate after,
			@ForAll @IntRange(min = -10, max = 900) int length) {
		LocalDate upTo = after.plusDays(length);
		long oneByOne = (length <= 0) ? 0
				: after.plusDays(1).datesUntil(upTo.plusDays(1)).filter(this.calendar::isWorkingDay).count();
		assertThat(this.calendar.workingDaysBetween(after, upTo)).isEqualTo((int) oneByOne);
	}

	@Property
	void the_next_working_day_is_the_first_one_not_before(@ForAll("days") LocalDate day) {
		LocalDate next = this.calendar.workingDayFrom(day);
		assertThat(this.calendar.isWorkingDay(next)).isTrue();
		assertThat(day.datesUntil(next)).noneMatch(this.calendar::isWorkingDay);
	}

	@Provide
	Arbitrary<LocalDate> days() {
		return Arbitraries.longs()
			.between(LocalDate.of(2007, 1, 1).toEpochDay(), LocalDate.of(2031, 12, 31).toEpochDay())
			.map(LocalDate::ofEpochDay);
	}

}
