package org.gongkai.query.calendar;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import org.gongkai.events.calendar.CalendarAnnounced;
import org.gongkai.log.EventJson;
import org.gongkai.statute.calendar.WorkingCalendar;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// The calendar of working days by all notices recorded so far.
@Component
public class Calendars {

	private final JdbcTemplate sql;

	private final AtomicReference<Known> known = new AtomicReference<>(new Known(0, WorkingCalendar.statutory()));

	/// A calendar and the position of the last notice in it.
	private record Known(long position, WorkingCalendar calendar) {
	}

	Calendars(JdbcTemplate readTables) {
		this.sql = readTables;
	}

	/// The calendar as known now.
	public WorkingCalendar current() {
		long last = this.sql.queryForObject("select coalesce(max(known_from), 0) from calendar_notices", Long.class);
		Known known = this.known.get();
		if (known.position() != last) {
			known = new Known(last, read(last));
			this.known.set(known);
		}
		return known.calendar();
	}

	/// The calendar as known at a position.
	public WorkingCalendar at(long position) {
		WorkingCalendar current = current();
		return (position >= this.known.get().position()) ? current : read(position);
	}

	/// Where the recorded notices came from, by their years; of several for one year the
	/// last.
	Map<Integer, String> sources() {
		Map<Integer, String> sources = new HashMap<>();
		this.sql.queryForList("select notice from calendar_notices order by known_from", String.class)
			.stream()
			.map((notice) -> EventJson.mapper().readValue(notice, CalendarAnnounced.class))
			.forEach((notice) -> sources.put(notice.year(), notice.source()));
		return sources;
	}

	private WorkingCalendar read(long last) {
		WorkingCalendar calendar = WorkingCalendar.statutory();
		for (String notice : this.sql.queryForList(
				"select notice from calendar_notices where known_from <= ? order by known_from", String.class, last)) {
			calendar = calendar.with(EventJson.mapper().readValue(notice, CalendarAnnounced.class));
		}
		return calendar;
	}

}
