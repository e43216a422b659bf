package org.gongkai.command.report;

import java.time.LocalDate;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.gongkai.command.Field;

/// 重新编制: works on a published report again, to publish a correction.
///
/// @param reportId the report
/// @param reopenedOn the day of reopening
/// @param reason why it has to be corrected
public record ReopenReport(@TargetAggregateIdentifier ReportId reportId, LocalDate reopenedOn,
		String reason) implements ReportCommand {

	public ReopenReport {
		Field.needed("reportId", reportId);
		Field.needed("reopenedOn", reopenedOn);
		Field.text("reason", reason, true);
	}

}
