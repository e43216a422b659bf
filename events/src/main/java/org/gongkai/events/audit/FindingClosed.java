package org.gongkai.events.audit;

import java.time.LocalDate;

import org.gongkai.events.application.PersonalText;

/// 结案: the inspector is done with the finding (article 47).
///
/// @param closedOn the day it was closed
/// @param result with which result
/// @param personal what the inspector says
public record FindingClosed(String findingId, LocalDate closedOn, FindingResult result,
		PersonalText personal) implements FindingEvent {

	@Override
	public LocalDate effectiveOn() {
		return this.closedOn;
	}

}
