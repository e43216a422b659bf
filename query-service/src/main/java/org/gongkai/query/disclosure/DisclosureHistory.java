package org.gongkai.query.disclosure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.gongkai.events.Event;
import org.gongkai.events.EventCatalog;
import org.gongkai.events.Metadata;
import org.gongkai.events.Recorded;
import org.gongkai.events.disclosure.DisclosureEvent;
import org.gongkai.log.EventJson;
import org.gongkai.log.LogReader;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Every entry of a record of proactive disclosure, straight from the log.
@Component
class DisclosureHistory {

	private final LogReader log;

	DisclosureHistory(LogReader logReader) {
		this.log = logReader;
	}

	/// One entry.
	///
	/// @param position its place in the whole log
	/// @param sequence its place in the record, from 0
	/// @param recordedAt when it was written down
	/// @param actor who did
	/// @param via by which way: `http`, `import`
	/// @param importFile the imported file, and its row
	/// @param effectiveOn the business day
	/// @param event the stored name
	/// @param zh in Chinese words
	/// @param payload what is stored
	public record RecordEntry(long position, long sequence, Instant recordedAt, String actor, String via,
			@Nullable String importFile, @Nullable String importRow, LocalDate effectiveOn, String event, String zh,
			JsonNode payload) {
	}

	/// The record, where an entry of it tells of people.
	static List<String> people(String stream, List<RecordEntry> entries) {
		return entries.stream().anyMatch((entry) -> !entry.payload().path("personal").isEmpty()) ? List.of(stream)
				: List.of();
	}

	/// The entries of a record in their order.
	/// @param stream `document:`, agency code, slash, number
	/// @throws Refused `unknown-disclosure`
	List<RecordEntry> of(String stream) {
		List<Recorded<Event>> entries = this.log.stream(stream);
		if (entries.isEmpty() || !(entries.getFirst().event() instanceof DisclosureEvent)) {
			throw new Refused(Rule.UNKNOWN_DISCLOSURE, "nothing is recorded under this number");
		}
		return entries.stream()
			.map((recorded) -> new RecordEntry(recorded.position(), recorded.sequence(), recorded.recordedAt(),
					recorded.actor(), recorded.metadata().getOrDefault(Metadata.VIA, ""),
					recorded.metadata().get(Metadata.IMPORT_FILE), recorded.metadata().get(Metadata.IMPORT_ROW),
					recorded.event().effectiveOn(), EventCatalog.nameOf(recorded.event().getClass()),
					DisclosureWords.of((DisclosureEvent) recorded.event()),
					EventJson.mapper().valueToTree(recorded.event())))
			.toList();
	}

}
