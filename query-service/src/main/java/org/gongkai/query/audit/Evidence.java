package org.gongkai.query.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.gongkai.events.Event;
import org.gongkai.events.EventCatalog;
import org.gongkai.events.Recorded;

/// 依据的记录: an entry that something rests on.
///
/// @param stream the case, dispute or other record it belongs to
/// @param sequence its place in the record, from 0
/// @param position its place in the whole log
/// @param event the stored name
/// @param effectiveOn the business day
/// @param recordedAt when it was written down
/// @param actor who did
record Evidence(String stream, long sequence, long position, String event, LocalDate effectiveOn, Instant recordedAt,
		String actor) {

	static Evidence of(Recorded<Event> recorded) {
		return new Evidence(recorded.streamId(), recorded.sequence(), recorded.position(),
				EventCatalog.nameOf(recorded.event().getClass()), recorded.event().effectiveOn(), recorded.recordedAt(),
				recorded.actor());
	}

	/// The entries of a record with these places in it.
	static List<Evidence> of(List<Recorded<Event>> stream, List<Long> sequences) {
		return stream.stream().filter((recorded) -> sequences.contains(recorded.sequence())).map(Evidence::of).toList();
	}

}
