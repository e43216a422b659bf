package org.gongkai.events.review;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/// 撤回复议申请: the review ended without a decision; it counts as 其他结果.
///
/// @param withdrawnOn the day of withdrawal
/// @param decisionNo number of the notice of termination, if any
public record ReviewWithdrawn(String disputeId, LocalDate withdrawnOn,
		@Nullable String decisionNo) implements DisputeEvent {

	@Override
	public LocalDate effectiveOn() {
		return this.withdrawnOn;
	}

}
