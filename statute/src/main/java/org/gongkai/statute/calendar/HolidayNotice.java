package org.gongkai.statute.calendar;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import com.tyme.holiday.LegalHoliday;
import org.gongkai.events.calendar.CalendarAnnounced;

/// 节假日安排通知: what the notice of one year names. It reaches back over the new year: the notice for 2019 made
/// 29 December 2018 a working day and 30 and 31 December days off.
///
/// @param off days off
/// @param makeUp weekend days that are working days
/// @param announcedOn the day of the notice
record HolidayNotice(Set<LocalDate> off, Set<LocalDate> makeUp, LocalDate announcedOn) {

	/// The first day of December that the next year's notice may name.
	static final int EDGE = 25;

	static final int FIRST_YEAR = 2008;

	static final HolidayNotice NONE = new HolidayNotice(Set.of(), Set.of(), LocalDate.MIN);

	/// One entry of the library's data: eight digits of the day, 0 for a working day, the
	/// holiday, the distance to it.
	private static final int ENTRY = 13;

	static HolidayNotice of(CalendarAnnounced event) {
		return new HolidayNotice(Set.copyOf(event.daysOff()), Set.copyOf(event.makeUpDays()), event.announcedOn());
	}

	/// The notices that the library knows, by year.
	static Map<Integer, HolidayNotice> known() {
		Map<Integer, HolidayNotice> notices = new HashMap<>();
		String data = LegalHoliday.DATA;
		for (int i = 0; i + ENTRY <= data.length(); i += ENTRY) {
			LocalDate day = LocalDate.of(Integer.parseInt(data, i, i + 4, 10), Integer.parseInt(data, i + 4, i + 6, 10),
					Integer.parseInt(data, i + 6, i + 8, 10));
			int year = noticeYear(day);
			if (year >= FIRST_YEAR) {
				HolidayNotice notice = notices.computeIfAbsent(year,
						(_) -> new HolidayNotice(new HashSet<>(), new HashSet<>(), LocalDate.MIN));
				((data.charAt(i + 8) == '0') ? notice.makeUp : notice.off).add(day);
			}
		}
		return notices;
	}

	boolean names(LocalDate day) {
		return this.off.contains(day) || this.makeUp.contains(day);
	}

	static boolean isEdge(LocalDate day) {
		return day.getMonthValue() == 12 && day.getDayOfMonth() >= EDGE;
	}

	private static int noticeYear(LocalDate day) {
		return isEdge(day) ? day.getYear() + 1 : day.getYear();
	}

}
