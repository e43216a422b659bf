package org.gongkai.command.calendar;

import java.time.LocalDate;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.gongkai.events.calendar.CalendarAnnounced;
import org.gongkai.statute.calendar.WorkingCalendar;

/// Puts the recorded notices of the years in question over the statutory calendar; the latest of a year holds.
public final class LoggedCalendars implements Calendars {

	private final EventStore store;

	/// @param store the log
	public LoggedCalendars(EventStore store) {
		this.store = store;
	}

	@Override
	public WorkingCalendar from(LocalDate day) {
		WorkingCalendar[] calendar = { WorkingCalendar.statutory() };
		for (int year = day.getYear(); year <= day.getYear() + 1; year++) {
			this.store.readEvents("calendar:" + year)
				.forEachRemaining((event) -> calendar[0] = calendar[0].with((CalendarAnnounced) event.getPayload()));
		}
		return calendar[0];
	}

}
