package org.gongkai.command.report;

import java.time.LocalDate;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.gongkai.command.Field;

/// 启动编制: begins the report of a year (article 50).
///
/// @param reportId the report
/// @param withSubordinates whether all that the agency is responsible for on 31 December is counted too
/// @param openedOn the day of opening
public record OpenReport(@TargetAggregateIdentifier ReportId reportId, boolean withSubordinates,
		LocalDate openedOn) implements ReportCommand {

	public OpenReport {
		Field.needed("reportId", reportId);
		Field.needed("openedOn", openedOn);
	}

}
