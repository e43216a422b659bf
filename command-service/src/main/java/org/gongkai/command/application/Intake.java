package org.gongkai.command.application;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/// How a case came in and who has it.
///
/// @param agency code of the agency that has it now
/// @param receivedOn the day that counts (article 31)
/// @param historical whether the record is of the past and lacks procedure dates
/// @param redecisionOrderedOn the day from which the case was to be answered again; null before any such order
record Intake(String agency, LocalDate receivedOn, boolean historical, @Nullable LocalDate redecisionOrderedOn) {

	Intake at(String agency) {
		return new Intake(agency, this.receivedOn, this.historical, this.redecisionOrderedOn);
	}

	/// The new procedure is on record whole, whatever the first one lacks.
	Intake reopened(LocalDate orderedOn) {
		return new Intake(this.agency, this.receivedOn, false, orderedOn);
	}

	boolean isReopened() {
		return this.redecisionOrderedOn != null;
	}

}
