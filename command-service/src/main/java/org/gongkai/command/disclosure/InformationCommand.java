package org.gongkai.command.disclosure;

import java.util.Set;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.gongkai.command.Command;

/// What can be done with a piece of information, in the order of its life.
public sealed interface InformationCommand extends Command permits DraftInformation, ReviewInformation,
		PublishInformation, CorrectInformation, WithdrawInformation, StrikeInformation {

	/// The record.
	RecordId informationId();

	@Override
	@TargetAggregateIdentifier
	default String streamId() {
		return "information:" + informationId().value();
	}

	@Override
	default Set<String> agencies() {
		return Set.of(informationId().agency());
	}

}
