package org.gongkai.command.disclosure;

import java.time.LocalDate;

import org.gongkai.command.Field;

/// 撤销误录: strikes a piece that should never have been recorded.
///
/// @param informationId the record
/// @param struckOn the day of striking
/// @param reason what was wrong and how it was noticed
public record StrikeInformation(RecordId informationId, LocalDate struckOn,
		String reason) implements InformationCommand {

	public StrikeInformation {
		Field.needed("informationId", informationId);
		Field.needed("struckOn", struckOn);
		Field.text("reason", reason, true);
	}

}
