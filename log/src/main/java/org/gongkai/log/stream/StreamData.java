package org.gongkai.log.stream;

import java.util.Arrays;
import java.util.Set;

import org.gongkai.events.Event;
import org.gongkai.events.EventCatalog;
import org.gongkai.log.EventForms;
import org.gongkai.log.EventJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// What of an event leaves the house: its stored JSON without the fields that tell of people. The form is the one it is
/// stored in, so that the record of a position is the same whenever and by whichever version it is made.
final class StreamData {

	private static final String PERSONAL = "personal";

	/// 姓名 and network address of who signs in.
	private static final Set<String> OF_ACCOUNTS = Set.of("displayName", "address");

	private static final String ACCOUNTS = "access.";

	private StreamData() {
	}

	/// Whether a field stays at home.
	/// @param name of the event in the catalog
	static boolean leavesOut(String name, String field) {
		return field.equals(PERSONAL) || name.startsWith(ACCOUNTS) && OF_ACCOUNTS.contains(field);
	}

	/// @param name of the event in the catalog
	/// @param payload as it is stored
	static String of(String name, String payload) {
		ObjectNode event = (ObjectNode) EventJson.mapper().readTree(payload);
		event.propertyNames().stream().filter((field) -> leavesOut(name, field)).toList().forEach(event::remove);
		return event.toString();
	}

	/// The event in its newest form, with what was left out as absent.
	static Event event(EventForms forms, String name, int revision, String data) {
		Class<? extends Event> type = EventCatalog.typeOf(name);
		if (!(EventJson.mapper().readTree(data) instanceof ObjectNode published)) {
			throw new MalformedRecord("the data of an event is a JSON object");
		}
		ObjectNode event = forms.newest(name, revision, published);
		Arrays.stream(type.getRecordComponents())
			// a rectification that told nothing of people reads as one that tells nothing
			.filter((field) -> !field.getAnnotatedType().isAnnotationPresent(Nullable.class))
			.map((field) -> field.getName())
			.filter((field) -> leavesOut(name, field))
			.forEach((field) -> {
				if (field.equals(PERSONAL)) {
					event.putObject(PERSONAL);
				}
				else {
					event.put(field, "");
				}
			});
		return EventJson.read(name, event.toString());
	}

}
