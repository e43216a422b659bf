package org.gongkai.events.application;

import java.time.LocalDate;

/// 征求其他机关意见: a co-maker of the information is asked; the clock stops (articles 33, 34).
///
/// @param consultation number of the consultation within the case, from 1
/// @param consultedAgency name or code of the agency asked
/// @param askedOn the day the question went out
public record AgencyConsulted(String applicationId, int consultation, String consultedAgency,
		LocalDate askedOn) implements ApplicationEvent {

	@Override
	public LocalDate effectiveOn() {
		return this.askedOn;
	}

}
