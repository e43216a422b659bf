package org.gongkai.events.application;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/// 延期: the term is extended, once, by at most 20 working days, with the consent of the head of the office for disclosure (article 33).
///
/// @param notifiedOn the day the applicant was told
/// @param workingDays 1 to 20
/// @param reason why the term was not enough
/// @param approvedBy who consented
public record DeadlineExtended(String applicationId, LocalDate notifiedOn, int workingDays, String reason,
		@Nullable String approvedBy) implements ApplicationEvent {

	@Override
	public LocalDate effectiveOn() {
		return this.notifiedOn;
	}

}
