package org.gongkai.events.disclosure;

import java.time.LocalDate;

/// 废止或失效: the document is in force no longer; it counts as repealed in the year of that day.
///
/// @param repealedOn the first day on which it was not in force
/// @param way repealed by decision, or lapsed
public record DocumentRepealed(String documentId, LocalDate repealedOn, RepealWay way) implements DocumentEvent {

	@Override
	public LocalDate effectiveOn() {
		return this.repealedOn;
	}

}
