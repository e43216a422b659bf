package org.gongkai.events.review;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/// 复议审结: the reviewing organ decided; the review counts with this outcome in the year of this day.
///
/// @param outcome the cell of table four
/// @param form the form of the decision; null where only the outcome is known
/// @param concludedOn the day of the decision
/// @param decisionNo 复议决定文号
/// @param ordersRedecision whether the agency has to answer again
public record ReviewConcluded(String disputeId, DisputeOutcome outcome, @Nullable RulingForm form,
		LocalDate concludedOn, @Nullable String decisionNo, boolean ordersRedecision) implements DisputeEvent {

	@Override
	public LocalDate effectiveOn() {
		return this.concludedOn;
	}

}
