package org.gongkai.events.review;

import java.time.LocalDate;

/// 撤销案件误录: an entry should never have been made; it stays in sight and counts no longer. Striking entry 0 voids the whole record.
///
/// @param struckOn the day of striking
/// @param struckSequence the place of the struck entry within the dispute, from 0
/// @param reason what was wrong and how it was noticed
public record DisputeEntryStruck(String disputeId, LocalDate struckOn, long struckSequence,
		String reason) implements DisputeEvent {

	@Override
	public LocalDate effectiveOn() {
		return this.struckOn;
	}

}
