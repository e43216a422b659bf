package org.gongkai.events.report;

import java.time.LocalDate;

/// 启动编制: work on the report of a year begins (article 50).
///
/// @param reportId the report: agency code, a slash, the year
/// @param agency code of the agency that reports
/// @param year the calendar year that is reported
/// @param withSubordinates whether all that the agency is responsible for on 31 December is counted too
/// @param openedOn the day of opening
public record ReportOpened(String reportId, String agency, int year, boolean withSubordinates,
		LocalDate openedOn) implements ReportEvent {

	@Override
	public LocalDate effectiveOn() {
		return this.openedOn;
	}

}
