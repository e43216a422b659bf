package org.gongkai.command.report;

import java.time.LocalDate;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.gongkai.command.Field;
import org.jspecify.annotations.Nullable;

/// 公布: publishes the approved report with the numbers of one position of the log (article 49).
///
/// @param reportId the report
/// @param publishedOn the day of publication
/// @param position the position the numbers are to be of; the last one when left out
public record PublishReport(@TargetAggregateIdentifier ReportId reportId, LocalDate publishedOn,
		@Nullable Long position) implements ReportCommand {

	public PublishReport {
		Field.needed("reportId", reportId);
		Field.needed("publishedOn", publishedOn);
	}

}
