package org.gongkai.events.disclosure;

import java.time.LocalDate;

import org.gongkai.events.application.PersonalText;

/// 更正: the published text was found wrong or incomplete and was put right in its place (article 6).
///
/// @param correctedOn the day the right text could be read
/// @param personal what was wrong
public record InformationCorrected(String informationId, LocalDate correctedOn,
		PersonalText personal) implements InformationEvent {

	@Override
	public LocalDate effectiveOn() {
		return this.correctedOn;
	}

}
