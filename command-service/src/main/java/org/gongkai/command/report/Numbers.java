package org.gongkai.command.report;

import org.gongkai.events.agency.DisputeCounting;
import org.gongkai.events.report.ReportContent;
import org.jspecify.annotations.Nullable;

/// The numbers of a report, from whoever keeps the tables. They are asked for when the report is judged, never taken from whoever
/// sends the command.
public interface Numbers {

	/// The numbers as known at a position.
	/// @param withSubordinates whether all that the agency is responsible for is counted
	/// too
	/// @param position a position of the log; null for all that was recorded before this
	/// call
	Figures of(ReportId report, boolean withSubordinates, @Nullable Long position);

	/// The tables alone that an agency would add to a report which counts disputes so, of
	/// all that was recorded before this call.
	/// @param agency the agency, and the year that is reported
	Figures part(ReportId agency, boolean withSubordinates, DisputeCounting disputes);

	/// @param position the numbers are as known here
	/// @param content numbers and facts; its texts are still empty
	record Figures(long position, ReportContent content) {
	}

}
