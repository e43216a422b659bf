package org.gongkai.command.application;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.gongkai.command.Field;
import org.gongkai.events.application.ApplicantKind;
import org.gongkai.events.application.Channel;
import org.gongkai.events.application.Outcome;
import org.gongkai.events.application.Personal;
import org.jspecify.annotations.Nullable;

/// 更正记录: puts a wrong entry right; the old entry stays in sight.
///
/// @param applicationId the case
/// @param rectifiedOn the day of the rectification
/// @param reason what was wrong and how it was noticed
/// @param applicantKind the right column
/// @param channel the right channel
/// @param submittedOn the right day of submission
/// @param receivedOn the right day of receipt
/// @param outcome the right outcome row
/// @param concludedOn the right day of conclusion
/// @param replyNo the right 答复文号
/// @param personal the right personal fields
public record RectifyRecord(@TargetAggregateIdentifier ApplicationId applicationId, LocalDate rectifiedOn,
		String reason, @Nullable ApplicantKind applicantKind, @Nullable Channel channel,
		@Nullable LocalDate submittedOn, @Nullable LocalDate receivedOn, @Nullable Outcome outcome,
		@Nullable LocalDate concludedOn, @Nullable String replyNo,
		@Nullable Personal personal) implements ApplicationCommand {

	public RectifyRecord {
		Field.needed("applicationId", applicationId);
		Field.needed("rectifiedOn", rectifiedOn);
		Field.text("reason", reason, true);
		Field.number("replyNo", replyNo, false);
		Field.personal(personal);
	}

}
