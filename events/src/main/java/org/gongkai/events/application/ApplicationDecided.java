package org.gongkai.events.application;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// 作出答复: the office decided; the case counts in one outcome row of the year of this day (articles 36 to 39).
///
/// @param outcome the row of table three
/// @param decidedOn the day of the decision
/// @param replyNo 答复文号
/// @param legalBasis the article relied on, in the words of the reply
/// @param withheldParts what was kept back and why; empty unless partly granted
/// @param referredTo where the information can be had: the place of publication or the right agency
public record ApplicationDecided(String applicationId, Outcome outcome, LocalDate decidedOn, @Nullable String replyNo,
		@Nullable String legalBasis, List<WithheldPart> withheldParts,
		@Nullable String referredTo) implements ApplicationEvent {

	public ApplicationDecided {
		withheldParts = List.copyOf(withheldParts);
	}

	@Override
	public LocalDate effectiveOn() {
		return this.decidedOn;
	}

}
