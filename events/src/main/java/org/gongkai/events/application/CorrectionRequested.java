package org.gongkai.events.application;

import java.time.LocalDate;

/// 补正告知: the content is unclear and the applicant is told, once, what to correct (article 30).
///
/// @param notifiedOn the day the applicant was told
/// @param dueOn the last day of the reasonable term set for the correction
/// @param personal what is to be corrected
public record CorrectionRequested(String applicationId, LocalDate notifiedOn, LocalDate dueOn,
		PersonalText personal) implements ApplicationEvent {

	@Override
	public LocalDate effectiveOn() {
		return this.notifiedOn;
	}

}
