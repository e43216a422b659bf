package org.gongkai.statute.calendar;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

import com.tyme.lunar.LunarDay;
import com.tyme.solar.SolarDay;
import com.tyme.solar.SolarTerm;

/// 全国年节及纪念日放假办法: the days off that hold for everybody without any yearly notice, in the version in force in the
/// year asked for (2007, 2013 and 2024 amendments). The notices only move working days around them.
final class PublicHolidays {

	/// Years that the lunar calendar of the library covers.
	private static final int LAST_LUNAR_YEAR = 9999;

	private static final int QINGMING = 7;

	private PublicHolidays() {
	}

	static Set<LocalDate> of(int year) {
		Set<LocalDate> days = new HashSet<>();
		days.add(LocalDate.of(year, 1, 1));
		days.add(LocalDate.of(year, 5, 1));
		if (year >= 2025) {
			days.add(LocalDate.of(year, 5, 2));
		}
		for (int day = 1; day <= 3; day++) {
			days.add(LocalDate.of(year, 10, day));
		}
		if (year >= 1 && year <= LAST_LUNAR_YEAR) {
			addSpringFestival(days, year);
			days.add(day(SolarTerm.fromIndex(year, QINGMING).getSolarDay()));
			days.add(lunar(year, 5, 5));
			days.add(lunar(year, 8, 15));
		}
		return days;
	}

	/// 除夕 was off until 2013 (instead of the third day of the year) and is off again
	/// since 2025 (as a fourth day).
	private static void addSpringFestival(Set<LocalDate> days, int year) {
		LocalDate newYear = lunar(year, 1, 1);
		int from = (year >= 2025 || year <= 2013) ? -1 : 0;
		int to = (year >= 2014) ? 2 : 1;
		for (int i = from; i <= to; i++) {
			days.add(newYear.plusDays(i));
		}
	}

	private static LocalDate lunar(int year, int month, int day) {
		return day(LunarDay.fromYmd(year, month, day).getSolarDay());
	}

	private static LocalDate day(SolarDay day) {
		return LocalDate.of(day.getYear(), day.getMonth(), day.getDay());
	}

}
