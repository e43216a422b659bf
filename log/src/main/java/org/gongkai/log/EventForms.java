package org.gongkai.log;

import java.util.List;
import java.util.Map;

import org.gongkai.events.Event;
import tools.jackson.databind.node.ObjectNode;

/// The forms in which events were ever written. An event has revision 1 until its form changes in a way that its readers
/// would notice; from each older revision one upcaster leads to the next. Whatever reads events goes through here: what is
/// stored or was published stays as it is, what is read has the newest form.
///
/// The row of an event that is stored in clear has the number 2 × revision − 1, with its personal object sealed the number
/// 2 × revision.
public final class EventForms {

	/// Those of the product. No event has an older one.
	public static final EventForms PUBLISHED = new EventForms(Map.of());

	private final Map<String, List<Upcaster>> upcasters;

	/// @param upcasters by the event's name, from revision 1 to 2 first
	public EventForms(Map<String, List<Upcaster>> upcasters) {
		this.upcasters = Map.copyOf(upcasters);
	}

	/// A step from one revision of an event to the next.
	@FunctionalInterface
	public interface Upcaster {

		/// @param older as it was written, in clear; `personal` may be empty or absent,
		/// where the key is gone or the event came from elsewhere
		/// @return the next form, which may be the same object, changed
		ObjectNode upcast(ObjectNode older);

	}

	/// The revision in which an event is written today, from 1.
	/// @param name in the catalog
	public int revision(String name) {
		return 1 + upcasters(name).size();
	}

	/// The revision of what is stored.
	/// @param stored the number in its row
	public static int revisionOf(String stored) {
		return (Integer.parseInt(stored) + 1) / 2;
	}

	/// The number in the row of an event that is written today.
	public String stored(String name, boolean sealed) {
		return Integer.toString(2 * revision(name) - (sealed ? 0 : 1));
	}

	/// The event of what was written in a revision.
	/// @param json in clear
	/// @throws IllegalArgumentException if a later version wrote it
	public Event read(String name, int revision, String json) {
		return EventJson.read(name, newest(name, revision, json));
	}

	/// The newest text of what was written in a revision.
	String newest(String name, int revision, String json) {
		return isNewest(name, revision) ? json
				: newest(name, revision, (ObjectNode) EventJson.mapper().readTree(json)).toString();
	}

	/// The newest form of what was written in a revision.
	/// @param event may be changed
	/// @throws IllegalArgumentException if a later version wrote it
	public ObjectNode newest(String name, int revision, ObjectNode event) {
		if (isNewest(name, revision)) {
			return event;
		}
		ObjectNode newer = event;
		for (Upcaster upcaster : upcasters(name).subList(revision - 1, upcasters(name).size())) {
			newer = upcaster.upcast(newer);
		}
		return newer;
	}

	private boolean isNewest(String name, int revision) {
		int newest = revision(name);
		if (revision < 1 || revision > newest) {
			throw new IllegalArgumentException(
					"this version knows up to v" + newest + " and not " + name + ".v" + revision);
		}
		return revision == newest;
	}

	private List<Upcaster> upcasters(String name) {
		return this.upcasters.getOrDefault(name, List.of());
	}

}
