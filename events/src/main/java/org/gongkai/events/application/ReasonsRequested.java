package org.gongkai.events.application;

import java.time.LocalDate;

/// 要求说明理由: number and frequency of the applications are evidently out of reason; the applicant is asked why (article 35).
///
/// @param askedOn the day the applicant was asked
public record ReasonsRequested(String applicationId, LocalDate askedOn) implements ApplicationEvent {

	@Override
	public LocalDate effectiveOn() {
		return this.askedOn;
	}

}
