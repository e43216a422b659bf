package org.gongkai.statute.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.gongkai.events.Event;
import org.gongkai.events.agency.DisputeCounting;
import org.gongkai.events.application.ApplicationEvent;
import org.gongkai.events.disclosure.DocumentEvent;
import org.gongkai.events.disclosure.TallyEvent;
import org.gongkai.events.review.DisputeEvent;
import org.jspecify.annotations.Nullable;

/// 计入年度报告的记录: what of one record counts in tables two to four. The read tables and the guard of what is published share these
/// folds.
public sealed interface Counted permits CountedCase, CountedDispute, CountedDocument, CountedTally {

	/// Code of the agency that it counts with.
	String agency();

	/// Every printed cell of a year's report that it counts in, sums included, and with
	/// what; none for a record that was struck.
	/// @param disputes how the report counts disputes
	Map<Cell, BigDecimal> cells(int year, DisputeCounting disputes);

	/// Folds the events of a record, from the first on.
	/// @return null for a record of a kind that no table counts, and for no events
	static @Nullable Counted of(List<? extends Event> stream) {
		return switch (stream.isEmpty() ? null : stream.getFirst()) {
			case ApplicationEvent _ -> CountedCase.of(all(ApplicationEvent.class, stream));
			case DisputeEvent _ -> CountedDispute.of(all(DisputeEvent.class, stream));
			case DocumentEvent _ -> CountedDocument.of(all(DocumentEvent.class, stream));
			case TallyEvent _ -> CountedTally.of(all(TallyEvent.class, stream));
			// information counts in the text of section one; agencies, reports and
			// calendars are not counted
			case null, default -> null;
		};
	}

	private static <E extends Event> List<E> all(Class<E> type, List<? extends Event> stream) {
		return stream.stream().map(type::cast).toList();
	}

}
