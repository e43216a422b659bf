package org.gongkai.events.application;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/// 逾期不补正: no correction in time without good reason; the application counts as given up (article 30; row （六）1).
///
/// @param lapsedOn the day the office closed the case
/// @param noticeNo number of the notice of closing, if any
public record CorrectionLapsed(String applicationId, LocalDate lapsedOn,
		@Nullable String noticeNo) implements ApplicationEvent {

	@Override
	public LocalDate effectiveOn() {
		return this.lapsedOn;
	}

}
