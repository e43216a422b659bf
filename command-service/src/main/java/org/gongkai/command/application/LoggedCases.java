package org.gongkai.command.application;

import java.util.ArrayList;
import java.util.List;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.gongkai.events.application.ApplicationEvent;

/// Reads cases back from the log, with what the present transaction adds to it.
public final class LoggedCases {

	private final EventStore store;

	/// @param store the log
	public LoggedCases(EventStore store) {
		this.store = store;
	}

	/// @return the case; empty when nothing is recorded of it
	public CaseHistory find(ApplicationId id) {
		List<ApplicationEvent> entries = new ArrayList<>();
		this.store.readEvents(id.value())
			.forEachRemaining((event) -> entries.add((ApplicationEvent) event.getPayload()));
		return new CaseHistory(entries);
	}

}
