package org.gongkai.command.disclosure;

import java.util.Set;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.gongkai.command.Command;

/// What can be done with a tally.
public sealed interface TallyCommand extends Command permits RecordTally, RectifyTally, StrikeTally {

	/// The record.
	RecordId tallyId();

	@Override
	@TargetAggregateIdentifier
	default String streamId() {
		return "tally:" + tallyId().value();
	}

	@Override
	default Set<String> agencies() {
		return Set.of(tallyId().agency());
	}

}
