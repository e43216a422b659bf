package org.gongkai.command;

import java.util.Set;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.gongkai.access.Caller;
import org.gongkai.access.Hierarchy;
import org.gongkai.access.Rights;
import org.gongkai.command.application.DecideApplication;
import org.gongkai.command.application.ReceiveApplication;
import org.gongkai.command.application.RectifyRecord;
import org.gongkai.command.integration.Uploads;
import org.gongkai.command.report.OpenReport;

/// Whether somebody may do what a command says: by the table of rights, and not what the same account prepared. The one
/// place that judges it, before the aggregates, which know offices and no accounts. What a register of an import holds was
/// decided on paper: who may enter the case may enter its decision.
final class Warrant {

	private final FourEyes fourEyes;

	private final Hierarchy hierarchy;

	Warrant(EventStore store, Hierarchy hierarchy) {
		this.fourEyes = new FourEyes(store);
		this.hierarchy = hierarchy;
	}

	/// @throws Refused `not-allowed`, and what [FourEyes] refuses
	void require(Command command, Circumstances by) {
		requireAllowed(command, by);
		String account = by.caller().account();
		if (account != null && !isOnPaper(command, by)) {
			this.fourEyes.require(command, account);
		}
	}

	/// By the table of rights alone, which does not depend on what the record holds.
	/// @throws Refused `not-allowed`
	void requireAllowed(Command command, Circumstances by) {
		Caller caller = by.caller();
		String operation = CommandCatalog
			.nameOf(isOnPaper(command, by) ? ReceiveApplication.class : command.getClass());
		boolean below = command instanceof OpenReport report && report.withSubordinates();
		Set<String> agencies = command.agencies();
		if (agencies.isEmpty()) {
			Rights.require(operation, caller, null, below, this.hierarchy);
		}
		agencies.forEach((agency) -> Rights.require(operation, caller, agency, below, this.hierarchy));
		if (command instanceof RectifyRecord rectified && rectified.outcome() != null) {
			Rights.require(Rights.OUTCOME, caller, rectified.applicationId().agency(), false, this.hierarchy);
		}
	}

	private static boolean isOnPaper(Command command, Circumstances by) {
		return by.via().equals(Uploads.VIA) && command instanceof DecideApplication;
	}

}
