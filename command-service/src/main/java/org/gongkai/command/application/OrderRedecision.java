package org.gongkai.command.application;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.gongkai.command.Field;
import org.jspecify.annotations.Nullable;

/// 责令重新答复: a decision on a dispute opens the case again.
///
/// @param applicationId the case
/// @param orderedOn the day the decision reached the office
/// @param disputeId the dispute whose decision orders it
/// @param replyBy the last day that the decision sets
public record OrderRedecision(@TargetAggregateIdentifier ApplicationId applicationId, LocalDate orderedOn,
		String disputeId, @Nullable LocalDate replyBy) implements ApplicationCommand {

	public OrderRedecision {
		Field.needed("applicationId", applicationId);
		Field.needed("orderedOn", orderedOn);
		Field.identifier("disputeId", disputeId);
	}

}
