package org.gongkai.command.calendar;

import org.gongkai.command.Command;

/// What can be done with the calendar of working days.
public sealed interface CalendarCommand extends Command permits AnnounceCalendar {

}
