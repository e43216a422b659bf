package org.gongkai.query.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.gongkai.events.Event;
import org.gongkai.events.EventCatalog;
import org.gongkai.events.Metadata;
import org.gongkai.events.Recorded;
import org.gongkai.events.application.ApplicationEvent;
import org.gongkai.events.application.EntryStruck;
import org.gongkai.log.EventJson;
import org.gongkai.log.LogReader;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Every entry of a case, straight from the log: nothing is left out, what was struck included.
@Component
public class CaseHistory {

	private final LogReader log;

	CaseHistory(LogReader logReader) {
		this.log = logReader;
	}

	/// One entry.
	///
	/// @param position its place in the whole log
	/// @param sequence its place in the case, from 0
	/// @param recordedAt when it was written down
	/// @param actor who did
	/// @param via by which way: `http`, `import`
	/// @param importFile the imported file, and its row
	/// @param reason why it was recorded though it changes a published number
	/// @param effectiveOn the business day
	/// @param event the stored name
	/// @param zh in Chinese words
	/// @param en in English words
	/// @param struckBy the sequence of the entry that struck this one; null while it
	/// holds
	/// @param payload what is stored
	public record Entry(long position, long sequence, Instant recordedAt, String actor, String via,
			@Nullable String importFile, @Nullable String importRow, @Nullable String reason, LocalDate effectiveOn,
			String event, String zh, String en, @Nullable Long struckBy, JsonNode payload) {

		/// Whether a later entry struck this one.
		public boolean struck() {
			return this.struckBy != null;
		}

		/// A recorded event in words.
		public static Entry of(Recorded<Event> recorded, Sentence words, @Nullable Long struckBy) {
			return new Entry(recorded.position(), recorded.sequence(), recorded.recordedAt(), recorded.actor(),
					recorded.metadata().getOrDefault(Metadata.VIA, ""), recorded.metadata().get(Metadata.IMPORT_FILE),
					recorded.metadata().get(Metadata.IMPORT_ROW), recorded.metadata().get(Metadata.REASON),
					recorded.event().effectiveOn(), EventCatalog.nameOf(recorded.event().getClass()), words.zh(),
					words.en(), struckBy, EventJson.mapper().valueToTree(recorded.event()));
		}

	}

	/// The entries of a case in their order.
	/// @throws Refused `unknown-application`
	public List<Entry> of(String applicationId) {
		return entries(stream(applicationId));
	}

	/// @throws Refused `unknown-application`
	CaseFile file(String applicationId) {
		List<Recorded<Event>> stream = stream(applicationId);
		return new CaseFile(entries(stream), CaseView.of(stream), Standing.of(stream));
	}

	private List<Recorded<Event>> stream(String applicationId) {
		List<Recorded<Event>> stream = this.log.stream(applicationId);
		if (stream.isEmpty() || !(stream.getFirst().event() instanceof ApplicationEvent)) {
			throw new Refused(Rule.UNKNOWN_APPLICATION, "no application has this id");
		}
		return stream;
	}

	/// The entries of a case in words.
	/// @param stream all of them up to some position
	public static List<Entry> entries(List<Recorded<Event>> stream) {
		Map<Long, Long> struckBy = new HashMap<>();
		stream.forEach((recorded) -> {
			if (recorded.event() instanceof EntryStruck struck) {
				struckBy.put(struck.struckSequence(), recorded.sequence());
			}
		});
		List<Entry> entries = new ArrayList<>();
		for (int i = 0; i < stream.size(); i++) {
			Recorded<Event> recorded = stream.get(i);
			Sentence words = EventWords.of((ApplicationEvent) recorded.event(),
					(i == 0) ? null : CaseView.of(stream.subList(0, i)));
			entries.add(Entry.of(recorded, words, struckBy.get(recorded.sequence())));
		}
		return entries;
	}

}
