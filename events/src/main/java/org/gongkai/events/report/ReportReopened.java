package org.gongkai.events.report;

import java.time.LocalDate;

/// 重新编制: a published report is worked on again, to be published as a correction; the published edition stays.
///
/// @param reopenedOn the day of reopening
/// @param reason why it has to be corrected
public record ReportReopened(String reportId, LocalDate reopenedOn, String reason) implements ReportEvent {

	@Override
	public LocalDate effectiveOn() {
		return this.reopenedOn;
	}

}
