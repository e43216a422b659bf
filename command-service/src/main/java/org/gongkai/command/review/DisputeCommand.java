package org.gongkai.command.review;

import java.util.Set;

import org.gongkai.command.Command;

/// What an office can record of a dispute, in the order of its life.
public sealed interface DisputeCommand extends Command permits FileReview, ConcludeReview, WithdrawReview, FileLawsuit,
		ConcludeLawsuit, WithdrawLawsuit, RectifyDispute, StrikeDisputeEntry, EraseParty {

	/// The dispute.
	DisputeId disputeId();

	@Override
	default String streamId() {
		return disputeId().value();
	}

	@Override
	default Set<String> agencies() {
		return Set.of(disputeId().agency());
	}

}
