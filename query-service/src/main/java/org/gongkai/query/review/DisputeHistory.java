package org.gongkai.query.review;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.gongkai.events.Event;
import org.gongkai.events.Recorded;
import org.gongkai.events.review.DisputeEntryStruck;
import org.gongkai.events.review.DisputeEvent;
import org.gongkai.log.LogReader;
import org.gongkai.query.application.CaseHistory;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.springframework.stereotype.Component;

/// Every entry of a dispute, straight from the log: nothing is left out, what was struck included.
@Component
public class DisputeHistory {

	private final LogReader log;

	DisputeHistory(LogReader logReader) {
		this.log = logReader;
	}

	/// The entries of a dispute in their order.
	/// @throws Refused `unknown-dispute`
	List<CaseHistory.Entry> of(String disputeId) {
		List<Recorded<Event>> stream = this.log.stream(disputeId);
		if (stream.isEmpty() || !(stream.getFirst().event() instanceof DisputeEvent)) {
			throw new Refused(Rule.UNKNOWN_DISPUTE, "no dispute has this id");
		}
		return entries(stream);
	}

	/// The entries of a dispute in words.
	/// @param stream all of them up to some position
	public static List<CaseHistory.Entry> entries(List<Recorded<Event>> stream) {
		Map<Long, Long> struckBy = new HashMap<>();
		stream.forEach((recorded) -> {
			if (recorded.event() instanceof DisputeEntryStruck struck) {
				struckBy.put(struck.struckSequence(), recorded.sequence());
			}
		});
		return stream.stream()
			.map((recorded) -> CaseHistory.Entry.of(recorded, DisputeWords.of((DisputeEvent) recorded.event()),
					struckBy.get(recorded.sequence())))
			.toList();
	}

}
