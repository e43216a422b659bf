package org.gongkai.events.audit;

import java.time.LocalDate;

import org.gongkai.events.application.PersonalText;

/// 机关说明: the office accepts the finding, or disputes it.
///
/// @param answeredOn the day of the answer
/// @param disputed whether the office disputes it
/// @param personal what the office says
public record FindingAnswered(String findingId, LocalDate answeredOn, boolean disputed,
		PersonalText personal) implements FindingEvent {

	@Override
	public LocalDate effectiveOn() {
		return this.answeredOn;
	}

}
