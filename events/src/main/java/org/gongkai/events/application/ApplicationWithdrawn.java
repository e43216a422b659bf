package org.gongkai.events.application;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/// 撤回申请: the applicant took the application back (row （六）3).
///
/// @param withdrawnOn the day of withdrawal
/// @param noticeNo number of the notice of closing, if any
public record ApplicationWithdrawn(String applicationId, LocalDate withdrawnOn,
		@Nullable String noticeNo) implements ApplicationEvent {

	@Override
	public LocalDate effectiveOn() {
		return this.withdrawnOn;
	}

}
