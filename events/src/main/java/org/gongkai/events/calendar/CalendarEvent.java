package org.gongkai.events.calendar;

import org.gongkai.events.Event;

/// What can happen to the calendar of working days.
public sealed interface CalendarEvent extends Event permits CalendarAnnounced {

}
