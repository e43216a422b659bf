package org.gongkai.command.agency;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.gongkai.events.agency.AgencyEvent;

/// Folds an agency's own stream, which is a handful of events, each time it is asked for: what another node recorded a
/// moment ago holds here at once.
public final class LoggedOffices implements Offices {

	private final EventStore store;

	/// @param store the log
	public LoggedOffices(EventStore store) {
		this.store = store;
	}

	@Override
	public Office find(String code) {
		Office[] office = { new Office.None(code) };
		this.store.readEvents(new AgencyCode(code).streamId())
			.forEachRemaining((event) -> office[0] = Office.evolve(office[0], (AgencyEvent) event.getPayload()));
		return office[0];
	}

}
