package org.gongkai.command.review;

import java.time.LocalDate;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.gongkai.command.Field;

/// 撤销案件误录: strikes an entry that should never have been made; entry 0 voids the record.
///
/// @param disputeId the dispute
/// @param struckOn the day of striking
/// @param struckSequence the place of the entry within the dispute, from 0
/// @param reason what was wrong and how it was noticed
public record StrikeDisputeEntry(@TargetAggregateIdentifier DisputeId disputeId, LocalDate struckOn,
		long struckSequence, String reason) implements DisputeCommand {

	public StrikeDisputeEntry {
		Field.needed("disputeId", disputeId);
		Field.needed("struckOn", struckOn);
		Field.text("reason", reason, true);
	}

}
