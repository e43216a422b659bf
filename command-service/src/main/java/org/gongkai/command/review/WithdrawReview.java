package org.gongkai.command.review;

import java.time.LocalDate;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.gongkai.command.Field;
import org.jspecify.annotations.Nullable;

/// 撤回复议申请: records that a review ended without a decision; it counts as 其他结果.
///
/// @param disputeId the review
/// @param withdrawnOn the day of withdrawal
/// @param decisionNo number of the paper that closed it
public record WithdrawReview(@TargetAggregateIdentifier DisputeId disputeId, LocalDate withdrawnOn,
		@Nullable String decisionNo) implements DisputeCommand {

	public WithdrawReview {
		Field.needed("disputeId", disputeId);
		DisputeId.requireReview(disputeId);
		Field.needed("withdrawnOn", withdrawnOn);
		Field.number("decisionNo", decisionNo, false);
	}

}
