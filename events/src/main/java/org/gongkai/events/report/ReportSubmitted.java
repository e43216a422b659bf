package org.gongkai.events.report;

import java.time.LocalDate;

/// 送审: the report is complete and goes to whoever approves it.
///
/// @param submittedOn the day of submission
public record ReportSubmitted(String reportId, LocalDate submittedOn) implements ReportEvent {

	@Override
	public LocalDate effectiveOn() {
		return this.submittedOn;
	}

}
