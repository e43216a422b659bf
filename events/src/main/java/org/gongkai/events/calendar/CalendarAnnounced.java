package org.gongkai.events.calendar;

import java.time.LocalDate;
import java.util.List;

/// 公布放假安排: the working days of one year are fixed, or fixed anew; the latest announcement of a year holds.
///
/// @param year calendar year
/// @param daysOff all days off of the announced holidays, the weekends within them included
/// @param makeUpDays 调休: Saturdays and Sundays that are working days
/// @param source the notice
/// @param announcedOn the day of the notice
public record CalendarAnnounced(int year, List<LocalDate> daysOff, List<LocalDate> makeUpDays, String source,
		LocalDate announcedOn) implements CalendarEvent {

	public CalendarAnnounced {
		daysOff = List.copyOf(daysOff);
		makeUpDays = List.copyOf(makeUpDays);
	}

	@Override
	public LocalDate effectiveOn() {
		return this.announcedOn;
	}

}
