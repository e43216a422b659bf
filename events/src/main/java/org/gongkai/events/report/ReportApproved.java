package org.gongkai.events.report;

import java.time.LocalDate;

/// 审定: the report may be published as it stands.
///
/// @param approvedOn the day of approval
public record ReportApproved(String reportId, LocalDate approvedOn) implements ReportEvent {

	@Override
	public LocalDate effectiveOn() {
		return this.approvedOn;
	}

}
