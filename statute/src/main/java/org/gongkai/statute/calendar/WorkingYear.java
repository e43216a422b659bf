package org.gongkai.statute.calendar;

import java.time.LocalDate;
import java.time.Year;
import java.util.function.Function;

/// One year with the kind of each of its days and how many working days have passed by each, so that a day costs one
/// look-up.
final class WorkingYear {

	private final DayKind[] kinds;

	/// Working days from 1 January up to and including the day of the year at the index;
	/// 0 at index 0.
	private final short[] passed;

	WorkingYear(int year, Function<LocalDate, DayKind> kindOf) {
		int length = Year.of(year).length();
		this.kinds = new DayKind[length + 1];
		this.passed = new short[length + 1];
		LocalDate day = LocalDate.of(year, 1, 1);
		for (int i = 1; i <= length; i++) {
			this.kinds[i] = kindOf.apply(day);
			this.passed[i] = (short) (this.passed[i - 1] + (this.kinds[i].isWorking() ? 1 : 0));
			day = day.plusDays(1);
		}
	}

	DayKind kindOf(LocalDate day) {
		return this.kinds[day.getDayOfYear()];
	}

	int passedBy(LocalDate day) {
		return this.passed[day.getDayOfYear()];
	}

	int workingDays() {
		return this.passed[this.passed.length - 1];
	}

	/// The day of the year by which so many working days have passed.
	/// @param target 1 to [#workingDays()]
	int dayOf(int target) {
		int day = target;
		while (this.passed[day] < target) {
			day += target - this.passed[day];
		}
		return day;
	}

}
