package org.gongkai.command.report;

import java.time.LocalDate;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.gongkai.command.Field;

/// 送审: hands the complete report to whoever approves it.
///
/// @param reportId the report
/// @param submittedOn the day of submission
public record SubmitReport(@TargetAggregateIdentifier ReportId reportId,
		LocalDate submittedOn) implements ReportCommand {

	public SubmitReport {
		Field.needed("reportId", reportId);
		Field.needed("submittedOn", submittedOn);
	}

}
