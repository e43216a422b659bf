package org.gongkai.command.audit;

import java.util.Set;

import org.gongkai.access.Records;
import org.gongkai.command.Command;

/// What can be done about a finding, in the order of its life.
public sealed interface FindingCommand extends Command permits OpenFinding, AnswerFinding, CloseFinding {

	/// The finding.
	FindingId findingId();

	@Override
	default String streamId() {
		return findingId().streamId();
	}

	@Override
	default Set<String> agencies() {
		return Set.of(Records.agencyOf(findingId().stream()));
	}

}
