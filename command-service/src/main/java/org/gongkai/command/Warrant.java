package org.gongkai.command;

import java.util.Objects;
import java.util.Set;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.gongkai.access.Caller;
import org.gongkai.access.Hierarchy;
import org.gongkai.access.Rights;
import org.gongkai.command.disclosure.ReviewInformation;
import org.gongkai.command.report.ApproveReport;
import org.gongkai.command.report.OpenReport;
import org.gongkai.events.Metadata;
import org.gongkai.events.disclosure.InformationDrafted;
import org.gongkai.events.report.ReportSubmitted;
import org.gongkai.events.report.SectionWritten;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;

/// Whether somebody may do what a command says: by the table of rights, and not what the same account prepared. The one
/// place that judges it, before the aggregates, which know offices and no accounts.
final class Warrant {

	private final EventStore store;

	private final Hierarchy hierarchy;

	Warrant(EventStore store, Hierarchy hierarchy) {
		this.store = store;
		this.hierarchy = hierarchy;
	}

	/// @throws Refused `not-allowed`, `four-eyes`
	void require(Command command, Caller caller) {
		String operation = CommandCatalog.nameOf(command.getClass());
		boolean below = command instanceof OpenReport report && report.withSubordinates();
		Set<String> agencies = command.agencies();
		if (agencies.isEmpty()) {
			Rights.require(operation, caller, null, below, this.hierarchy);
		}
		agencies.forEach((agency) -> Rights.require(operation, caller, agency, below, this.hierarchy));
		if (caller.account() != null) {
			requireFourEyes(command, caller.account());
		}
	}

	/// Article 17 and 国办公开办函〔2021〕30号: what one drafts another reviews and approves.
	private void requireFourEyes(Command command, String account) {
		Set<Class<?>> prepared = switch (command) {
			case ReviewInformation _ -> Set.of(InformationDrafted.class);
			case ApproveReport _ -> Set.of(ReportSubmitted.class, SectionWritten.class);
			default -> Set.of();
		};
		if (!prepared.isEmpty() && this.store.readEvents(command.streamId())
			.asStream()
			.filter((event) -> prepared.contains(event.getPayloadType()))
			.map(Warrant::account)
			.anyMatch((drafter) -> Objects.equals(drafter, account))) {
			throw new Refused(Rule.FOUR_EYES, "whoever drafted or submitted it does not review or approve it");
		}
	}

	private static Object account(DomainEventMessage<?> event) {
		return event.getMetaData().getOrDefault(Metadata.ACCOUNT, "");
	}

}
