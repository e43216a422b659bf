package org.gongkai.events.application;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// 拟稿: somebody proposed how to answer; it counts in no table, and somebody else decides (article 17). A later draft takes
/// the place of an earlier one.
///
/// @param outcome the row of table three that is proposed
/// @param draftedOn the day of the draft
/// @param replyNo 答复文号, where it has one already
/// @param legalBasis the article relied on, in the words of the draft
/// @param withheldParts what is to be kept back and why; empty unless partly granted
/// @param referredTo where the information can be had: the place of publication or the right agency
public record DecisionDrafted(String applicationId, Outcome outcome, LocalDate draftedOn, @Nullable String replyNo,
		@Nullable String legalBasis, List<WithheldPart> withheldParts,
		@Nullable String referredTo) implements ApplicationEvent {

	public DecisionDrafted {
		withheldParts = List.copyOf(withheldParts);
	}

	@Override
	public LocalDate effectiveOn() {
		return this.draftedOn;
	}

}
