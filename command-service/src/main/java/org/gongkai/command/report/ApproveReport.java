package org.gongkai.command.report;

import java.time.LocalDate;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.gongkai.command.Field;

/// 审定: approves the report for publication.
///
/// @param reportId the report
/// @param approvedOn the day of approval
public record ApproveReport(@TargetAggregateIdentifier ReportId reportId,
		LocalDate approvedOn) implements ReportCommand {

	public ApproveReport {
		Field.needed("reportId", reportId);
		Field.needed("approvedOn", approvedOn);
	}

}
