package org.gongkai.command.review;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.gongkai.command.Command;
import org.gongkai.command.application.ApplicationId;
import org.jspecify.annotations.Nullable;

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

	/// Ids of what a filing names.
	static Set<String> mentions(@Nullable ApplicationId applicationId, @Nullable DisputeId reviewId) {
		return Stream.of(applicationId, reviewId)
			.filter(Objects::nonNull)
			.map(Object::toString)
			.collect(Collectors.toUnmodifiableSet());
	}

}
