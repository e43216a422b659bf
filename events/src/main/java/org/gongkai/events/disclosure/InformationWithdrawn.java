package org.gongkai.events.disclosure;

import java.time.LocalDate;

import org.gongkai.events.application.PersonalText;

/// 撤下: the piece is public no longer; that it was published in its year stays. A new review may lead to a new publication.
///
/// @param withdrawnOn the day it was taken down
/// @param personal why
public record InformationWithdrawn(String informationId, LocalDate withdrawnOn,
		PersonalText personal) implements InformationEvent {

	@Override
	public LocalDate effectiveOn() {
		return this.withdrawnOn;
	}

}
