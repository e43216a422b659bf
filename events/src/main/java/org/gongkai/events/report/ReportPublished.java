package org.gongkai.events.report;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/// 公布: an edition of the report is public (articles 49, 50). Its numbers, its texts and the cases behind its carry-over are fixed
/// here; whatever is recorded later never changes them.
///
/// @param edition 1 for the first, 2 for the first correction and so on
/// @param publishedOn the day of publication
/// @param position the numbers are as known at this position of the log
/// @param content the report as it stands on paper
/// @param correction why the edition before it had to be corrected; null for the first
public record ReportPublished(String reportId, int edition, LocalDate publishedOn, long position, ReportContent content,
		@Nullable String correction) implements ReportEvent {

	@Override
	public LocalDate effectiveOn() {
		return this.publishedOn;
	}

}
