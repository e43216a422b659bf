package org.gongkai.command.calendar;

import java.util.Set;

import org.gongkai.command.Command;

/// What can be done with the calendar of working days.
public sealed interface CalendarCommand extends Command permits AnnounceCalendar {

	@Override
	default Set<String> agencies() {
		return Set.of();
	}

}
