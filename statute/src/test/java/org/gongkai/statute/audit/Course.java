package org.gongkai.statute.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.gongkai.events.Event;
import org.gongkai.events.Recorded;
import org.gongkai.events.application.ApplicantKind;
import org.gongkai.events.application.ApplicationDecided;
import org.gongkai.events.application.ApplicationReceived;
import org.gongkai.events.application.Channel;
import org.gongkai.events.application.DeliveryWay;
import org.gongkai.events.application.Outcome;
import org.gongkai.events.application.Personal;
import org.gongkai.events.application.ReplyDelivered;

/// Events as they stand in the log, for tests.
final class Course {

	static final String CASE = "T/1";

	private Course() {
	}

	static List<Recorded<Event>> of(Event... events) {
		return via("http", events);
	}

	static List<Recorded<Event>> via(String way, Event... events) {
		List<Recorded<Event>> stream = new ArrayList<>();
		for (Event event : events) {
			stream.add(new Recorded<>(100 + stream.size(), CASE, stream.size(), Instant.parse("2024-07-30T01:02:03Z"),
					Map.of("actor", "王科员", "via", way), event));
		}
		return stream;
	}

	static ApplicationReceived received(String day) {
		return received(day, false);
	}

	static ApplicationReceived received(String day, boolean historical) {
		return new ApplicationReceived(CASE, "T", "1", ApplicantKind.NATURAL_PERSON, Channel.ONLINE, on(day), on(day),
				historical, new Personal("申请人", null, null, null, null, "所求", null, null));
	}

	static ApplicationDecided decided(String day, Outcome outcome) {
		return new ApplicationDecided(CASE, outcome, on(day), "〔2023〕1号", "条例第三十六条", List.of(), null);
	}

	static ReplyDelivered delivered(String day) {
		return new ReplyDelivered(CASE, DeliveryWay.POST, on(day));
	}

	static LocalDate on(String day) {
		return LocalDate.parse(day);
	}

}
