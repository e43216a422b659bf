package org.gongkai.statute.audit;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.gongkai.events.Event;
import org.gongkai.events.Recorded;
import org.gongkai.events.agency.DisputeCounting;
import org.gongkai.events.application.ApplicationReceived;
import org.gongkai.events.disclosure.DocumentMade;
import org.gongkai.events.disclosure.TallyRecorded;
import org.gongkai.events.review.LawsuitFiled;
import org.gongkai.events.review.ReviewFiled;
import org.gongkai.statute.report.Cell;
import org.gongkai.statute.report.YearToDate;
import org.jspecify.annotations.Nullable;

/// 计数说明: where a record counts in a year's tables, and why, from its entries alone. Shares no fold with the tables.
public sealed interface Placement permits CasePlacement, DisputePlacement, DocumentPlacement, TallyPlacement {

	/// 2, 3 or 4.
	int table();

	/// Code of the agency that the record counts with.
	String agency();

	/// The chain, in the order of thought.
	List<Reason> reasons();

	/// The cells that it counts in by itself, with what it adds to each.
	Map<Cell, BigDecimal> cells();

	/// Those and the cells that are sums of them; table two has none.
	default Map<Cell, BigDecimal> withSums() {
		return cells();
	}

	/// @param entries the events of a record from its first on, struck ones included
	/// @param counting how the report counts disputes
	/// @return null for a record of a kind that no table counts, and for no entries
	static @Nullable Placement of(List<Recorded<Event>> entries, YearToDate period, DisputeCounting counting) {
		return switch (entries.isEmpty() ? null : entries.getFirst().event()) {
			case ApplicationReceived _ -> CasePlacement.of(entries, period);
			case ReviewFiled _ -> DisputePlacement.of(entries, period, counting);
			case LawsuitFiled _ -> DisputePlacement.of(entries, period, counting);
			case DocumentMade _ -> DocumentPlacement.of(entries, period);
			case TallyRecorded _ -> TallyPlacement.of(entries, period);
			case null, default -> null;
		};
	}

}
