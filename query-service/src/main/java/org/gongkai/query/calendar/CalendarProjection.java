package org.gongkai.query.calendar;

import java.util.List;

import org.gongkai.events.Event;
import org.gongkai.events.Recorded;
import org.gongkai.events.calendar.CalendarAnnounced;
import org.gongkai.events.calendar.CalendarEvent;
import org.gongkai.log.EventJson;
import org.gongkai.query.Projection;
import org.gongkai.query.Rows;
import org.springframework.stereotype.Component;

/// The notices about working days, in the order in which they were recorded.
@Component
class CalendarProjection implements Projection {

	private static final Table NOTICES = Table.of("calendar_notices", "year", "known_from", "notice");

	@Override
	public String name() {
		return "calendar";
	}

	@Override
	public List<Table> tables() {
		return List.of(NOTICES);
	}

	@Override
	public boolean concerns(Event event) {
		return event instanceof CalendarEvent;
	}

	@Override
	public Rows rows(List<Recorded<Event>> stream) {
		Rows rows = new Rows(stream.getFirst().streamId());
		for (Recorded<Event> recorded : stream) {
			switch ((CalendarEvent) recorded.event()) {
				case CalendarAnnounced e -> rows.add(NOTICES, e.year(), recorded.position(), EventJson.write(e));
			}
		}
		return rows;
	}

}
