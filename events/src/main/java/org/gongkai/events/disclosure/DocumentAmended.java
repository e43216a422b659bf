package org.gongkai.events.disclosure;

import java.time.LocalDate;

/// 修订: the document was amended and stays the same document, so that it counts neither as made nor as repealed.
///
/// @param amendedOn the day of amendment
public record DocumentAmended(String documentId, LocalDate amendedOn) implements DocumentEvent {

	@Override
	public LocalDate effectiveOn() {
		return this.amendedOn;
	}

}
