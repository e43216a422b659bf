package org.gongkai.command.application;

import java.time.LocalDate;

import org.gongkai.events.application.Outcome;
import org.jspecify.annotations.Nullable;

/// Where a case stands: nothing received yet, open, concluded, or voided as an entry that should never have been made.
sealed interface CaseState {

	/// No application has this number yet.
	record Unknown() implements CaseState {
	}

	/// Received and without an answer, or to be answered again.
	///
	/// @param draftedOn the day of the draft that waits for a decision; null without one
	record Open(Intake intake, Procedure procedure, @Nullable LocalDate draftedOn) implements CaseState {

		Open(Intake intake, Procedure procedure) {
			this(intake, procedure, null);
		}

	}

	/// Answered; only delivery, corrections of the record and an order to answer again
	/// follow.
	record Concluded(Intake intake, Procedure procedure, Outcome outcome, LocalDate on,
			@Nullable LocalDate deliveredOn) implements CaseState {
	}

	/// @throws IllegalStateException for a case without one
	static Intake intakeOf(CaseState state) {
		return switch (state) {
			case Open open -> open.intake();
			case Concluded concluded -> concluded.intake();
			case Unknown _, Voided _ -> throw new IllegalStateException("no application holds");
		};
	}

	/// Its receipt was struck; the number stays used.
	record Voided() implements CaseState {
	}

}
