package org.gongkai.events.application;

import java.time.LocalDate;

/// 征求第三方意见: a third party whose interests may be harmed is asked in writing; the clock stops (articles 32, 33).
///
/// @param consultation number of the consultation within the case, from 1
/// @param askedOn the day the question went out
/// @param personal the third party and the question
public record ThirdPartyConsulted(String applicationId, int consultation, LocalDate askedOn,
		PersonalText personal) implements ApplicationEvent {

	@Override
	public LocalDate effectiveOn() {
		return this.askedOn;
	}

}
