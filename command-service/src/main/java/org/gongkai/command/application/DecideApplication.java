package org.gongkai.command.application;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.gongkai.command.Field;
import org.gongkai.events.application.Outcome;
import org.gongkai.events.application.WithheldPart;
import org.jspecify.annotations.Nullable;

/// 作出答复: decides the case; it counts in one row of table three (articles 36 to 39).
///
/// @param applicationId the case
/// @param outcome the row of table three
/// @param decidedOn the day of the decision
/// @param replyNo 答复文号
/// @param legalBasis the article relied on
/// @param withheldParts what is kept back and why, of a partly granted case
/// @param referredTo where the information can be had
public record DecideApplication(@TargetAggregateIdentifier ApplicationId applicationId, Outcome outcome,
		LocalDate decidedOn, @Nullable String replyNo, @Nullable String legalBasis,
		@Nullable List<WithheldPart> withheldParts, @Nullable String referredTo) implements ApplicationCommand {

	public DecideApplication {
		Field.needed("applicationId", applicationId);
		Field.needed("outcome", outcome);
		Field.needed("decidedOn", decidedOn);
		withheldParts = ReplyFields.checked(replyNo, legalBasis, withheldParts, referredTo);
	}

}
