package org.gongkai.command.review;

import java.time.LocalDate;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.gongkai.command.Field;
import org.gongkai.events.application.ErasureGround;

/// 删除复议申请人、原告个人信息: makes everything that a concluded dispute tells of people unreadable for ever
/// (个人信息保护法第四十七条). Erasing the applicant of a case does this for the disputes about it.
///
/// @param disputeId the dispute
/// @param erasedOn the day of erasing
/// @param ground the ground in law
/// @param reason who asked for it, or what ended; it stays, so it names nobody
public record EraseParty(@TargetAggregateIdentifier DisputeId disputeId, LocalDate erasedOn, ErasureGround ground,
		String reason) implements DisputeCommand {

	public EraseParty {
		Field.needed("disputeId", disputeId);
		Field.needed("erasedOn", erasedOn);
		Field.needed("ground", ground);
		Field.text("reason", reason, true);
	}

}
