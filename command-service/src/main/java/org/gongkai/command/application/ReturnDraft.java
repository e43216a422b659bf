package org.gongkai.command.application;

import java.time.LocalDate;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.gongkai.command.Field;

/// 退回拟稿: does not agree to the draft of an answer (article 17).
///
/// @param applicationId the case
/// @param returnedOn the day
/// @param reason what is to be changed, in words of the office that tell of no person
public record ReturnDraft(@TargetAggregateIdentifier ApplicationId applicationId, LocalDate returnedOn,
		String reason) implements ApplicationCommand {

	public ReturnDraft {
		Field.needed("applicationId", applicationId);
		Field.needed("returnedOn", returnedOn);
		Field.text("reason", reason, true);
	}

}
