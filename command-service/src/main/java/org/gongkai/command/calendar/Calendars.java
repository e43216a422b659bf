package org.gongkai.command.calendar;

import java.time.LocalDate;

import org.gongkai.statute.calendar.WorkingCalendar;

/// The working days as the notices recorded so far fix them.
@FunctionalInterface
public interface Calendars {

	/// The calendar of the day's year and of the year after it.
	WorkingCalendar from(LocalDate day);

}
