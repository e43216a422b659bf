package org.gongkai.command.report;

import java.util.Set;

import org.gongkai.command.Command;

/// What can be done with an annual report, in the order of its life.
public sealed interface ReportCommand extends Command
		permits OpenReport, WriteSection, SubmitReport, ReturnReport, ApproveReport, PublishReport, ReopenReport {

	/// The report.
	ReportId reportId();

	@Override
	default String streamId() {
		return reportId().streamId();
	}

	@Override
	default Set<String> agencies() {
		return Set.of(reportId().agency().value());
	}

}
