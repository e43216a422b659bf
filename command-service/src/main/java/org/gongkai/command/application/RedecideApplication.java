package org.gongkai.command.application;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.gongkai.command.Field;
import org.gongkai.events.application.Outcome;
import org.gongkai.events.application.WithheldPart;
import org.jspecify.annotations.Nullable;

/// 重新答复: answers again, as was ordered; table three counts the first answer only.
///
/// @param applicationId the case
/// @param outcome what the new answer is, lapse and withdrawal included
/// @param decidedOn the day of the new answer
/// @param replyNo 答复文号
/// @param legalBasis the article relied on
/// @param withheldParts what is kept back and why, of a partly granted case
/// @param referredTo where the information can be had
public record RedecideApplication(@TargetAggregateIdentifier ApplicationId applicationId, Outcome outcome,
		LocalDate decidedOn, @Nullable String replyNo, @Nullable String legalBasis,
		@Nullable List<WithheldPart> withheldParts, @Nullable String referredTo) implements ApplicationCommand {

	public RedecideApplication {
		Field.needed("applicationId", applicationId);
		Field.needed("outcome", outcome);
		Field.needed("decidedOn", decidedOn);
		withheldParts = ReplyFields.checked(replyNo, legalBasis, withheldParts, referredTo);
	}

}
