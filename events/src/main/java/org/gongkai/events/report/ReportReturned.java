package org.gongkai.events.report;

import java.time.LocalDate;

/// 退回: the report goes back to be worked on.
///
/// @param returnedOn the day of return
/// @param reason what is to be changed
public record ReportReturned(String reportId, LocalDate returnedOn, String reason) implements ReportEvent {

	@Override
	public LocalDate effectiveOn() {
		return this.returnedOn;
	}

}
