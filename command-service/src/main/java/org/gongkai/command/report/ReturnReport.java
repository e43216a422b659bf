package org.gongkai.command.report;

import java.time.LocalDate;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.gongkai.command.Field;

/// 退回: sends the report back to be worked on.
///
/// @param reportId the report
/// @param returnedOn the day of return
/// @param reason what is to be changed
public record ReturnReport(@TargetAggregateIdentifier ReportId reportId, LocalDate returnedOn,
		String reason) implements ReportCommand {

	public ReturnReport {
		Field.needed("reportId", reportId);
		Field.needed("returnedOn", returnedOn);
		Field.text("reason", reason, true);
	}

}
