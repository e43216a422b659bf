package org.gongkai.events;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.gongkai.events.access.AccessEvent;
import org.gongkai.events.agency.AgencyEvent;
import org.gongkai.events.application.ApplicationEvent;
import org.gongkai.events.audit.FindingEvent;
import org.gongkai.events.calendar.CalendarEvent;
import org.gongkai.events.disclosure.DisclosureEvent;
import org.gongkai.events.report.ReportEvent;
import org.gongkai.events.review.DisputeEvent;

/// Every event type there is, under the name it is stored by: `application.ApplicationReceived`. The name is part of
/// the stored form and outlives packages and classes.
public final class EventCatalog {

	private static final Map<String, Class<? extends Event>> BY_NAME = Stream
		.<Class<? extends Event>>of(ApplicationEvent.class, DisputeEvent.class, DisclosureEvent.class,
				AgencyEvent.class, CalendarEvent.class, ReportEvent.class, FindingEvent.class, AccessEvent.class)
		.flatMap(EventCatalog::members)
		.collect(Collectors.toUnmodifiableMap(EventCatalog::nameOf, Function.identity()));

	private EventCatalog() {
	}

	/// All event types, by name.
	public static List<Class<? extends Event>> types() {
		return BY_NAME.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByKey())
			.<Class<? extends Event>>map(Map.Entry::getValue)
			.toList();
	}

	/// The stored name of an event type.
	public static String nameOf(Class<? extends Event> type) {
		String feature = type.getPackageName().substring(type.getPackageName().lastIndexOf('.') + 1);
		return feature + "." + type.getSimpleName();
	}

	/// The type stored under a name.
	/// @throws IllegalArgumentException if no event has that name
	public static Class<? extends Event> typeOf(String name) {
		Class<? extends Event> type = BY_NAME.get(name);
		if (type == null) {
			throw new IllegalArgumentException("no event is named " + name);
		}
		return type;
	}

	private static Stream<Class<? extends Event>> members(Class<? extends Event> type) {
		return type.isSealed() ? Arrays.stream(type.getPermittedSubclasses())
			.flatMap((member) -> members(member.asSubclass(Event.class))) : Stream.of(type);
	}

}
