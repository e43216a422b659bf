package org.gongkai.command.agency;

import java.util.Set;

import org.gongkai.command.Command;

/// What can be done with an agency.
public sealed interface AgencyCommand extends Command
		permits RegisterAgency, RenameAgency, ReparentAgency, OpenLedger, ChooseDisputeCounting, CloseAgency {

	/// 机关代码.
	AgencyCode code();

	@Override
	default String streamId() {
		return code().streamId();
	}

	@Override
	default Set<String> agencies() {
		return Set.of(code().value());
	}

}
