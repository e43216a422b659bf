package org.gongkai.command.report;

import org.gongkai.events.agency.DisputeCounting;
import org.gongkai.events.report.ReportContent;
import org.jspecify.annotations.Nullable;

/// The same numbers for whatever is asked, as known at position 42 where none is told.
public record FixedNumbers(ReportContent content) implements Numbers {

	@Override
	public Figures of(ReportId report, boolean withSubordinates, @Nullable Long position) {
		return new Figures((position == null) ? 42 : position, this.content);
	}

	@Override
	public Figures part(ReportId agency, boolean withSubordinates, DisputeCounting disputes) {
		throw new AssertionError("nobody asks for a part of a report");
	}

}
