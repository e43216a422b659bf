package org.gongkai.command.report;

import java.time.LocalDate;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.gongkai.command.Field;
import org.gongkai.events.report.ReportSection;

/// 撰写正文: gives a part of the report its text.
///
/// @param reportId the report
/// @param section the part
/// @param body paragraphs divided by line breaks, with placeholders such as `{{applications.new}}`; blank takes the text back
/// @param writtenOn the day of writing
public record WriteSection(@TargetAggregateIdentifier ReportId reportId, ReportSection section, String body,
		LocalDate writtenOn) implements ReportCommand {

	public WriteSection {
		Field.needed("reportId", reportId);
		Field.needed("section", section);
		Field.needed("body", body);
		Field.reportText("body", body);
		Field.needed("writtenOn", writtenOn);
	}

}
