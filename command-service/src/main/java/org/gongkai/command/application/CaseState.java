package org.gongkai.command.application;

import java.time.LocalDate;

import org.gongkai.events.application.Outcome;
import org.jspecify.annotations.Nullable;

/// Where a case stands: nothing received yet, open, concluded, or voided as an entry that should never have been made.
sealed interface CaseState {

	/// No application has this number yet.
	record Unknown() implements CaseState {
	}

	/// Received and without an answer.
	record Open(Intake intake, Procedure procedure) implements CaseState {
	}

	/// Has its one outcome; only delivery and corrections of the record follow.
	record Concluded(Intake intake, Procedure procedure, Outcome outcome, LocalDate on,
			@Nullable LocalDate deliveredOn) implements CaseState {
	}

	/// Its receipt was struck; the number stays used.
	record Voided() implements CaseState {
	}

}
