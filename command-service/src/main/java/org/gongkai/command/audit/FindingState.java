package org.gongkai.command.audit;

import java.time.LocalDate;

import org.gongkai.events.audit.FindingAnswered;
import org.gongkai.events.audit.FindingClosed;
import org.gongkai.events.audit.FindingEvent;
import org.gongkai.events.audit.FindingOpened;

/// Where a finding stands: not taken up, open, answered, closed. A closed one may be taken up again.
sealed interface FindingState {

	/// Nobody took it up.
	record None() implements FindingState {
	}

	/// @param since the day of the last word on it
	record Open(LocalDate since) implements FindingState {
	}

	/// @param since the day of the answer
	record Answered(LocalDate since) implements FindingState {
	}

	/// @param since the day it was closed
	record Closed(LocalDate since) implements FindingState {
	}

	/// The finding after an event of its stream.
	static FindingState evolve(FindingEvent event) {
		return switch (event) {
			case FindingOpened e -> new Open(e.openedOn());
			case FindingAnswered e -> new Answered(e.answeredOn());
			case FindingClosed e -> new Closed(e.closedOn());
		};
	}

}
