package org.gongkai.events.disclosure;

import java.time.LocalDate;

/// 撤销误录: the tally should never have been recorded; it stays in sight and counts no longer.
///
/// @param struckOn the day of striking
/// @param reason what was wrong and how it was noticed
public record TallyStruck(String tallyId, LocalDate struckOn, String reason) implements TallyEvent {

	@Override
	public LocalDate effectiveOn() {
		return this.struckOn;
	}

}
