package org.gongkai.log.stream;

import java.util.Arrays;
import java.util.Set;

import org.gongkai.events.Event;
import org.gongkai.events.EventCatalog;
import org.gongkai.log.EventJson;
import tools.jackson.databind.node.ObjectNode;

/// What of an event leaves the house: its stored JSON without the fields that tell of people.
final class StreamData {

	/// The form of all events at present. The revision in the log says whether what is
	/// personal is sealed there; here it is never.
	static final int REVISION = 1;

	private static final String PERSONAL = "personal";

	/// 姓名 and network address of who signs in.
	private static final Set<String> OF_ACCOUNTS = Set.of("displayName", "address");

	private static final String ACCOUNTS = "access.";

	private StreamData() {
	}

	/// @param name of the event in the catalog
	/// @param payload as it is stored
	static String of(String name, String payload) {
		ObjectNode event = (ObjectNode) EventJson.mapper().readTree(payload);
		event.remove(PERSONAL);
		if (name.startsWith(ACCOUNTS)) {
			event.remove(OF_ACCOUNTS);
		}
		return event.toString();
	}

	/// The event with what was left out as absent.
	static Event event(String name, int revision, String data) {
		if (revision != REVISION) {
			throw new IllegalArgumentException("this version does not know " + name + ".v" + revision);
		}
		Class<? extends Event> type = EventCatalog.typeOf(name);
		if (!(EventJson.mapper().readTree(data) instanceof ObjectNode event)) {
			throw new MalformedRecord("the data of an event is a JSON object");
		}
		Arrays.stream(type.getRecordComponents()).forEach((field) -> {
			if (field.getName().equals(PERSONAL)) {
				event.putObject(PERSONAL);
			}
			else if (name.startsWith(ACCOUNTS) && OF_ACCOUNTS.contains(field.getName())) {
				event.put(field.getName(), "");
			}
		});
		return EventJson.read(name, event.toString());
	}

}
