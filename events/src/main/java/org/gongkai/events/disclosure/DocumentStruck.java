package org.gongkai.events.disclosure;

import java.time.LocalDate;

/// 撤销误录: the document, or its repeal, should never have been recorded; it stays in sight and counts no longer.
///
/// @param struckOn the day of striking
/// @param part what is struck
/// @param reason what was wrong and how it was noticed
public record DocumentStruck(String documentId, LocalDate struckOn, StruckPart part,
		String reason) implements DocumentEvent {

	@Override
	public LocalDate effectiveOn() {
		return this.struckOn;
	}

}
