package org.gongkai.events.application;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/// 责令重新答复: a decision on a dispute obliges the office to answer again; the case is open again and a term runs. The row and year in which the case counts stay what they were.
///
/// @param orderedOn the day the decision reached the office
/// @param disputeId the dispute whose decision orders it
/// @param replyBy the last day that the decision sets; null where it sets none, so that the term of article 33 runs
public record RedecisionOrdered(String applicationId, LocalDate orderedOn, String disputeId,
		@Nullable LocalDate replyBy) implements ApplicationEvent {

	@Override
	public LocalDate effectiveOn() {
		return this.orderedOn;
	}

}
