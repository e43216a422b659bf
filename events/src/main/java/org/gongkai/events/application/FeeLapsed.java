package org.gongkai.events.application;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/// 逾期不缴费: no payment in time; the application counts as given up (国办函〔2020〕109号, article 6; row （六）2).
///
/// @param lapsedOn the day the office closed the case
/// @param noticeNo number of the notice of closing, if any
public record FeeLapsed(String applicationId, LocalDate lapsedOn,
		@Nullable String noticeNo) implements ApplicationEvent {

	@Override
	public LocalDate effectiveOn() {
		return this.lapsedOn;
	}

}
