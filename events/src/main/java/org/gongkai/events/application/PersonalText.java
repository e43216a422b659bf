package org.gongkai.events.application;

import org.jspecify.annotations.Nullable;

/// Free text of a step that may name people.
///
/// @param party the person or organisation addressed or heard, if any
/// @param text what was asked or answered
public record PersonalText(@Nullable String party, @Nullable String text) implements PersonalData {

	@Override
	public boolean tellsAnything() {
		return this.party != null || this.text != null;
	}

}
