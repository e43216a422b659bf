package org.gongkai.command.application;

import java.time.LocalDate;

/// How a case came in and who has it.
///
/// @param agency code of the agency that has it now
/// @param receivedOn the day that counts (article 31)
/// @param historical whether the record is of the past and lacks procedure dates
record Intake(String agency, LocalDate receivedOn, boolean historical) {

	Intake at(String agency) {
		return new Intake(agency, this.receivedOn, this.historical);
	}

}
