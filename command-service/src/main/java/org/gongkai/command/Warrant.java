package org.gongkai.command;

import java.util.Set;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.gongkai.access.Caller;
import org.gongkai.access.Hierarchy;
import org.gongkai.access.Records;
import org.gongkai.access.Rights;
import org.gongkai.command.application.ApplicationId;
import org.gongkai.command.application.Cases;
import org.gongkai.command.application.DecideApplication;
import org.gongkai.command.application.LoggedCases;
import org.gongkai.command.application.ReceiveApplication;
import org.gongkai.command.application.RectifyRecord;
import org.gongkai.command.integration.Uploads;
import org.gongkai.command.report.OpenReport;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;

/// Whether somebody may do what a command says: by the table of rights, and not what the same account prepared. The one
/// place that judges it, before the aggregates, which know offices and no accounts. What a register of an import holds was
/// decided on paper: who may enter the case may enter its decision.
final class Warrant {

	private final FourEyes fourEyes;

	private final Cases cases;

	private final Hierarchy hierarchy;

	Warrant(EventStore store, Hierarchy hierarchy) {
		this.fourEyes = new FourEyes(store);
		this.cases = new LoggedCases(store);
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
		command.mentions().forEach((id) -> requireSeen(id, caller));
		if (command instanceof RectifyRecord rectified && rectified.outcome() != null) {
			Rights.require(Rights.OUTCOME, caller, rectified.applicationId().agency(), false, this.hierarchy);
		}
	}

	/// @throws Refused `not-allowed`
	void requireAllowed(Class<? extends Command> type, String agency, Circumstances by) {
		Rights.require(CommandCatalog.nameOf(type), by.caller(), agency, false, this.hierarchy);
	}

	/// A record that is named is answered for: whether it is there, and its days. A case
	/// that was transferred is also its holder's.
	private void requireSeen(String id, Caller caller) {
		boolean dispute = id.startsWith("review:") || id.startsWith("lawsuit:");
		String operation = dispute ? "GET /api/dispute" : "GET /api/application";
		if (Rights.allows(operation, caller, Records.agencyOf(id), false, this.hierarchy)) {
			return;
		}
		Cases.Case held = dispute ? null : this.cases.status(ApplicationId.of(id));
		if (held == null || !Rights.allows(operation, caller, held.agency(), false, this.hierarchy)) {
			throw new Refused(Rule.NOT_ALLOWED, "no role of this account allows to see a record that is named");
		}
	}

	private static boolean isOnPaper(Command command, Circumstances by) {
		return by.via().equals(Uploads.VIA) && command instanceof DecideApplication;
	}

}
