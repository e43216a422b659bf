package org.gongkai.command.disclosure;

import java.time.LocalDate;

import org.gongkai.command.Field;

/// 撤销误录: strikes a tally that should never have been recorded.
///
/// @param tallyId the record
/// @param struckOn the day of striking
/// @param reason what was wrong and how it was noticed
public record StrikeTally(RecordId tallyId, LocalDate struckOn, String reason) implements TallyCommand {

	public StrikeTally {
		Field.needed("tallyId", tallyId);
		Field.needed("struckOn", struckOn);
		Field.text("reason", reason, true);
	}

}
