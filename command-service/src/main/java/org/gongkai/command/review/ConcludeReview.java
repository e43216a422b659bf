package org.gongkai.command.review;

import java.time.LocalDate;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.gongkai.command.Field;
import org.gongkai.events.review.DisputeOutcome;
import org.gongkai.events.review.RulingForm;
import org.jspecify.annotations.Nullable;

/// 复议审结: records the decision on a review.
///
/// @param disputeId the review
/// @param outcome the cell of table four
/// @param form the form of the decision
/// @param concludedOn the day of the decision
/// @param decisionNo 复议决定文号
/// @param ordersRedecision whether the agency has to answer again
public record ConcludeReview(@TargetAggregateIdentifier DisputeId disputeId, DisputeOutcome outcome,
		@Nullable RulingForm form, LocalDate concludedOn, @Nullable String decisionNo,
		@Nullable Boolean ordersRedecision) implements DisputeCommand {

	public ConcludeReview {
		Field.needed("disputeId", disputeId);
		DisputeId.requireReview(disputeId);
		Field.needed("outcome", outcome);
		Field.needed("concludedOn", concludedOn);
		Field.number("decisionNo", decisionNo, false);
	}

}
