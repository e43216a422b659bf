package org.gongkai.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.gongkai.events.Event;
import org.gongkai.events.Recorded;
import org.gongkai.log.personal.PersonalKeys;
import org.gongkai.log.personal.Safe;
import org.jspecify.annotations.Nullable;

/// An event as its row has it, with what is personal still sealed.
record StoredEvent(long position, String streamId, long sequence, String eventId, Instant recordedAt, String name,
		String revision, String payload, String metadata) {

	static StoredEvent of(ResultSet row) throws SQLException {
		return new StoredEvent(row.getLong("position"), row.getString("stream_id"), row.getLong("sequence"),
				row.getString("event_id"), row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
				row.getString("name"), row.getString("revision"), row.getString("payload"), row.getString("metadata"));
	}

	/// The events in clear, as far as their keys are there, in their newest form.
	/// @param keys null to open nothing
	static List<Recorded<Event>> opened(List<StoredEvent> events, @Nullable PersonalKeys keys, EventForms forms) {
		Set<String> sealed = (keys == null) ? Set.of()
				: events.stream()
					.filter((event) -> Safe.mayBeSealed(event.payload()))
					.map(StoredEvent::streamId)
					.collect(Collectors.toSet());
		Safe safe = (keys == null || sealed.isEmpty()) ? Safe.closed() : keys.safe(sealed);
		return events.stream().map((event) -> event.opened(safe, forms)).toList();
	}

	private Recorded<Event> opened(Safe safe, EventForms forms) {
		String clear = safe.open(this.payload, this.streamId, this.eventId, this.name);
		return new Recorded<>(this.position, this.streamId, this.sequence, this.recordedAt,
				EventJson.texts(this.metadata), forms.read(this.name, EventForms.revisionOf(this.revision), clear));
	}

}
