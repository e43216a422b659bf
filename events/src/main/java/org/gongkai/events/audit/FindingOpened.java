package org.gongkai.events.audit;

import java.time.LocalDate;

import org.gongkai.events.application.PersonalText;

/// 立案检查: an inspector takes a finding up, and the office is to answer for it (article 47).
///
/// @param findingId the finding
/// @param rule code of the rule: `reply-overdue`
/// @param stream the case, dispute, piece of information or agency it is about
/// @param agency code of the agency that is to answer
/// @param openedOn the day it was taken up
/// @param personal what the inspector says
public record FindingOpened(String findingId, String rule, String stream, String agency, LocalDate openedOn,
		PersonalText personal) implements FindingEvent {

	@Override
	public LocalDate effectiveOn() {
		return this.openedOn;
	}

}
