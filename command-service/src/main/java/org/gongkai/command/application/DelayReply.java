package org.gongkai.command.application;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.gongkai.command.Field;

/// 确定延迟答复期限: sets and tells a reasonable later term (article 35).
///
/// @param applicationId the case
/// @param notifiedOn the day the applicant was told
/// @param replyBy the last day of the delayed term
public record DelayReply(@TargetAggregateIdentifier ApplicationId applicationId, LocalDate notifiedOn,
		LocalDate replyBy) implements ApplicationCommand {

	public DelayReply {
		Field.needed("applicationId", applicationId);
		Field.needed("notifiedOn", notifiedOn);
		Field.needed("replyBy", replyBy);
	}

}
