package org.gongkai.log.personal;

import java.util.Base64;
import java.util.Map;

import org.gongkai.log.EventJson;
import org.gongkai.log.personal.SealingCipher.Unopened;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The keys of some streams at one moment, and what they seal and open. What has no key any more opens as nothing.
public final class Safe {

	/// The field of an event that holds what is personal.
	private static final String PERSONAL = "personal";

	/// Before a cell that is sealed by the office's key, as its stream has none.
	private static final String BY_OFFICE = ".";

	private final Map<String, PersonalKey> keys;

	private final @Nullable PersonalKey office;

	Safe(Map<String, PersonalKey> keys, @Nullable PersonalKey office) {
		this.keys = keys;
		this.office = office;
	}

	/// Opens nothing.
	public static Safe closed() {
		return new Safe(Map.of(), null);
	}

	/// Whether the stored text of an event may have a sealed part.
	public static boolean mayBeSealed(String json) {
		return json.contains("\"cipher\"");
	}

	/// The stored text of an event with its personal object sealed.
	/// @param json the text in clear
	/// @param name of the event in the catalog
	/// @throws IllegalArgumentException if this safe has no key of the stream
	public String seal(String json, String stream, String eventId, String name) {
		PersonalKey key = this.keys.get(stream);
		if (key == null) {
			throw new IllegalArgumentException("no key of " + stream);
		}
		ObjectNode event = (ObjectNode) EventJson.mapper().readTree(json);
		PersonalKey.Sealed sealed = key.seal(place(stream, eventId, name), event.get(PERSONAL).toString());
		ObjectNode stored = EventJson.mapper().createObjectNode();
		stored.put("key", key.id().toString());
		stored.put("cipher", key.cipher().stored());
		stored.put("iv", Base64.getEncoder().encodeToString(sealed.iv()));
		stored.put("data", Base64.getEncoder().encodeToString(sealed.data()));
		event.set(PERSONAL, stored);
		return event.toString();
	}

	/// The text of an event in clear, without what is personal if the key is gone.
	/// @throws IllegalStateException if what is sealed was changed or belongs to another
	/// event
	public String open(String json, String stream, String eventId, String name) {
		if (!mayBeSealed(json)) {
			return json;
		}
		ObjectNode event = (ObjectNode) EventJson.mapper().readTree(json);
		JsonNode stored = event.path(PERSONAL);
		if (!stored.has("cipher")) {
			return json;
		}
		PersonalKey key = this.keys.get(stream);
		if (key == null || !key.id().toString().equals(stored.path("key").asString(""))) {
			event.set(PERSONAL, EventJson.mapper().createObjectNode());
			return event.toString();
		}
		Base64.Decoder decoder = Base64.getDecoder();
		try {
			event.set(PERSONAL,
					EventJson.mapper()
						.readTree(key.open(place(stream, eventId, name),
								new PersonalKey.Sealed(decoder.decode(stored.path("iv").asString("")),
										decoder.decode(stored.path("data").asString(""))))));
			return event.toString();
		}
		catch (Unopened | IllegalArgumentException ex) {
			throw new IllegalStateException("what is personal in event " + eventId + " of " + stream
					+ " was changed or belongs to another event: verify the log", ex);
		}
	}

	/// A cell of a read table, sealed; the same each time.
	/// @param column of the table
	public String sealCell(String stream, String column, String text) {
		PersonalKey key = this.keys.get(stream);
		if (key != null) {
			return key.sealCell(stream + "\n" + column, text);
		}
		if (this.office == null) {
			throw new IllegalStateException("the office has no key yet: start the command side first");
		}
		return BY_OFFICE + this.office.sealCell(stream + "\n" + column, text);
	}

	/// A cell in clear; null if it is empty or its key is gone.
	public @Nullable String openCell(String stream, String column, @Nullable String sealed) {
		if (sealed == null) {
			return null;
		}
		boolean byOffice = sealed.startsWith(BY_OFFICE);
		PersonalKey key = byOffice ? this.office : this.keys.get(stream);
		if (key == null) {
			return null;
		}
		try {
			return key.openCell(stream + "\n" + column, byOffice ? sealed.substring(BY_OFFICE.length()) : sealed);
		}
		catch (Unopened ex) {
			throw new IllegalStateException("a cell of " + stream + " was changed: rebuild the table", ex);
		}
	}

	private static String place(String stream, String eventId, String name) {
		return stream + "\n" + eventId + "\n" + name;
	}

}
