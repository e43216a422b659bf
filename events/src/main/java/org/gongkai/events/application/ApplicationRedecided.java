package org.gongkai.events.application;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// 重新答复: the office answered again, as it was ordered to; the case is closed again. Table three counts the first answer only.
///
/// @param outcome what the new answer is, in the terms of table three; lapse and withdrawal included
/// @param decidedOn the day of the new answer
/// @param replyNo 答复文号
/// @param legalBasis the article relied on, in the words of the reply
/// @param withheldParts what was kept back and why; empty unless partly granted
/// @param referredTo where the information can be had: the place of publication or the right agency
public record ApplicationRedecided(String applicationId, Outcome outcome, LocalDate decidedOn, @Nullable String replyNo,
		@Nullable String legalBasis, List<WithheldPart> withheldParts,
		@Nullable String referredTo) implements ApplicationEvent {

	public ApplicationRedecided {
		withheldParts = List.copyOf(withheldParts);
	}

	@Override
	public LocalDate effectiveOn() {
		return this.decidedOn;
	}

}
