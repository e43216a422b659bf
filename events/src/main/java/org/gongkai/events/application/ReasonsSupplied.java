package org.gongkai.events.application;

import java.time.LocalDate;

/// 申请人说明理由: the applicant gave his reasons (article 35).
///
/// @param suppliedOn the day the reasons came in
/// @param personal the reasons
public record ReasonsSupplied(String applicationId, LocalDate suppliedOn,
		PersonalText personal) implements ApplicationEvent {

	@Override
	public LocalDate effectiveOn() {
		return this.suppliedOn;
	}

}
