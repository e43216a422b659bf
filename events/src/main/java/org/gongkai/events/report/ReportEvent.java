package org.gongkai.events.report;

import org.gongkai.events.Event;

/// What can happen to an annual report, in the order of its life.
public sealed interface ReportEvent extends Event permits ReportOpened, SectionWritten, ReportSubmitted, ReportReturned,
		ReportApproved, ReportPublished, ReportReopened {

	/// The report: agency code, a slash, the year.
	String reportId();

}
