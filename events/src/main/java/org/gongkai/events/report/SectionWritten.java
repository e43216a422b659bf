package org.gongkai.events.report;

import java.time.LocalDate;

/// 撰写正文: a part of the report has this text from now on.
///
/// @param section the part
/// @param body paragraphs divided by line breaks; facts stand in it as placeholders such as `{{applications.new}}`; blank takes the part's text back
/// @param writtenOn the day of writing
public record SectionWritten(String reportId, ReportSection section, String body,
		LocalDate writtenOn) implements ReportEvent {

	@Override
	public LocalDate effectiveOn() {
		return this.writtenOn;
	}

}
