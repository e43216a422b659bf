package org.gongkai.command.audit;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventhandling.DomainEventMessage;
import org.gongkai.events.Event;
import org.gongkai.events.agency.AgencyRegistered;
import org.gongkai.events.application.ApplicationReceived;
import org.gongkai.events.application.ApplicationTransferred;
import org.gongkai.events.application.EntryStruck;
import org.gongkai.events.disclosure.InformationDrafted;
import org.gongkai.events.review.LawsuitFiled;
import org.gongkai.events.review.ReviewFiled;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.jspecify.annotations.Nullable;

/// Reads the record's own stream: a case is its last holder's.
public final class LoggedInspected implements Inspected {

	private final EventStore store;

	/// @param store the log
	public LoggedInspected(EventStore store) {
		this.store = store;
	}

	@Override
	public String agencyOf(String stream) {
		List<? extends DomainEventMessage<?>> entries = this.store.readEvents(stream).asStream().toList();
		Set<Long> struck = entries.stream()
			.filter((entry) -> entry.getPayload() instanceof EntryStruck)
			.map((entry) -> ((EntryStruck) entry.getPayload()).struckSequence())
			.collect(Collectors.toSet());
		@Nullable String agency = null;
		for (DomainEventMessage<?> entry : entries) {
			if (!struck.contains(entry.getSequenceNumber()) || entry.getSequenceNumber() == 0) {
				agency = agency((Event) entry.getPayload(), agency);
			}
		}
		if (agency == null) {
			throw new Refused(Rule.UNKNOWN_FINDING, "nothing that can be inspected is recorded there");
		}
		return agency;
	}

	private static @Nullable String agency(Event event, @Nullable String before) {
		return switch (event) {
			case ApplicationReceived e -> e.agency();
			case ApplicationTransferred e -> e.toAgency();
			case ReviewFiled e -> e.agency();
			case LawsuitFiled e -> e.agency();
			case InformationDrafted e -> e.agency();
			case AgencyRegistered e -> e.code();
			default -> before;
		};
	}

}
