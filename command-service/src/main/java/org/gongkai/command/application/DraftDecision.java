package org.gongkai.command.application;

import java.time.LocalDate;
import java.util.List;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.gongkai.command.Field;
import org.gongkai.events.application.Outcome;
import org.gongkai.events.application.WithheldPart;
import org.jspecify.annotations.Nullable;

/// 拟稿: proposes how to answer, also anew where that was ordered; somebody else decides by [DecideApplication] or
/// [RedecideApplication] (article 17).
///
/// @param applicationId the case
/// @param outcome the row of table three that is proposed
/// @param draftedOn the day of the draft
/// @param replyNo 答复文号, where it has one already
/// @param legalBasis the article relied on
/// @param withheldParts what is to be kept back and why, of a partly granted case
/// @param referredTo where the information can be had
public record DraftDecision(@TargetAggregateIdentifier ApplicationId applicationId, Outcome outcome,
		LocalDate draftedOn, @Nullable String replyNo, @Nullable String legalBasis,
		@Nullable List<WithheldPart> withheldParts, @Nullable String referredTo) implements ApplicationCommand {

	public DraftDecision {
		Field.needed("applicationId", applicationId);
		Field.needed("outcome", outcome);
		Field.needed("draftedOn", draftedOn);
		withheldParts = ReplyFields.checked(replyNo, legalBasis, withheldParts, referredTo);
	}

}
