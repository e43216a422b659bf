package org.gongkai.events.review;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/// 诉讼审结: the court decided; the suit counts with this outcome in the year of this day.
///
/// @param outcome the cell of table four
/// @param form the form of the judgment; null where only the outcome is known
/// @param concludedOn the day of the judgment
/// @param decisionNo 裁判文书号
/// @param ordersRedecision whether the agency has to answer again
public record LawsuitConcluded(String disputeId, DisputeOutcome outcome, @Nullable RulingForm form,
		LocalDate concludedOn, @Nullable String decisionNo, boolean ordersRedecision) implements DisputeEvent {

	@Override
	public LocalDate effectiveOn() {
		return this.concludedOn;
	}

}
