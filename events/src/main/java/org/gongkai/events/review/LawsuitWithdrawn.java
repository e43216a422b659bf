package org.gongkai.events.review;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/// 撤诉: the suit ended without a judgment; it counts as 其他结果.
///
/// @param withdrawnOn the day of withdrawal
/// @param decisionNo number of the court's order, if any
public record LawsuitWithdrawn(String disputeId, LocalDate withdrawnOn,
		@Nullable String decisionNo) implements DisputeEvent {

	@Override
	public LocalDate effectiveOn() {
		return this.withdrawnOn;
	}

}
