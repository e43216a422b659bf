package org.gongkai.command.integration;

import java.time.LocalDate;

import org.gongkai.command.Command;
import org.gongkai.statute.Refused;

/// One thing that a row says was done.
///
/// @param day the column that tells its day; an act whose day is recorded was done already
/// @param after the act is done on this day, or later on it than what the row tells before
record Act(Command command, RegisterColumn day, LocalDate after) {

	/// The cell that a refusal of this act is about.
	RowRefused.Cell refused(Refused refused) {
		return RowRefused.Cell.of(switch (refused.rule()) {
			case UNKNOWN_AGENCY, AGENCY_CLOSED, LEDGER_ALREADY_OPENED, NOT_ALLOWED -> RegisterColumn.AGENCY;
			case APPLICATION_EXISTS, RECORD_VOID -> RegisterColumn.APPLICATION_NO;
			case CORRECTION_TERM -> RegisterColumn.CORRECTION_DUE_ON;
			case CORRECTION_NOT_REQUESTED -> RegisterColumn.CORRECTION_NOTIFIED_ON;
			case CORRECTION_NOT_SUPPLIED -> RegisterColumn.CORRECTION_SUPPLIED_ON;
			case CONSULTATION_UNKNOWN, THIRD_PARTY_NOT_CONSULTED -> RegisterColumn.THIRD_PARTY_ASKED_ON;
			case REASONS_NOT_ASKED -> RegisterColumn.REASONS_ASKED_ON;
			case EXTENSION_TOO_LONG -> RegisterColumn.EXTENSION_DAYS;
			case FEE_NOT_NOTIFIED -> RegisterColumn.FEE_NOTIFIED_ON;
			case FEE_AMOUNT -> RegisterColumn.FEE_YUAN;
			default -> this.day;
		}, refused);
	}

}
