package org.gongkai.command.report;

/// Looks reports up in the log, as they stand now.
@FunctionalInterface
public interface Reports {

	/// The report as it stands; [ReportState.None] when nobody opened it.
	ReportState find(ReportId report);

}
