package org.gongkai.command.review;

import java.time.LocalDate;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.gongkai.command.Field;
import org.jspecify.annotations.Nullable;

/// 撤诉: records that a lawsuit ended without a decision; it counts as 其他结果.
///
/// @param disputeId the lawsuit
/// @param withdrawnOn the day of withdrawal
/// @param decisionNo number of the paper that closed it
public record WithdrawLawsuit(@TargetAggregateIdentifier DisputeId disputeId, LocalDate withdrawnOn,
		@Nullable String decisionNo) implements DisputeCommand {

	public WithdrawLawsuit {
		Field.needed("disputeId", disputeId);
		DisputeId.requireLawsuit(disputeId);
		Field.needed("withdrawnOn", withdrawnOn);
		Field.number("decisionNo", decisionNo, false);
	}

}
