package org.gongkai.events;

import java.time.LocalDate;

import org.gongkai.events.application.PersonalData;
import org.jspecify.annotations.Nullable;

/// A fact that an office recorded. Immutable; never changed once stored, only followed by later facts.
public interface Event {

	/// The business day on which the fact took effect, in the office's own calendar. The
	/// instant of recording is
	/// kept beside the event ([Recorded#recordedAt()]), because an office may write down
	/// late what happened earlier.
	LocalDate effectiveOn();

	/// What it tells of people; null for an event that never does.
	default @Nullable PersonalData personal() {
		return null;
	}

}
