package org.gongkai.command.application;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.gongkai.command.Field;

/// 撤销误录: strikes an entry that should never have been made; entry 0 voids the record.
///
/// @param applicationId the case
/// @param struckOn the day of striking
/// @param struckSequence the place of the entry within the case, from 0
/// @param reason what was wrong and how it was noticed
public record StrikeEntry(@TargetAggregateIdentifier ApplicationId applicationId, LocalDate struckOn,
		long struckSequence, String reason) implements ApplicationCommand {

	public StrikeEntry {
		Field.needed("applicationId", applicationId);
		Field.needed("struckOn", struckOn);
		Field.text("reason", reason, true);
	}

}
