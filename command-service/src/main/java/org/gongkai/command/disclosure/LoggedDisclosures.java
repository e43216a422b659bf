package org.gongkai.command.disclosure;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.gongkai.events.disclosure.DocumentEvent;
import org.gongkai.events.disclosure.TallyEvent;

/// Reads documents and tallies back from the log, with what the present transaction adds to it.
public final class LoggedDisclosures {

	private final EventStore store;

	/// @param store the log
	public LoggedDisclosures(EventStore store) {
		this.store = store;
	}

	/// Where a document stands.
	public DocumentState document(RecordId id) {
		DocumentState[] state = { new DocumentState.None() };
		this.store.readEvents("document:" + id.value())
			.forEachRemaining((event) -> state[0] = state[0].evolve((DocumentEvent) event.getPayload()));
		return state[0];
	}

	/// Where a tally stands.
	public TallyState tally(RecordId id) {
		TallyState[] state = { new TallyState.None() };
		this.store.readEvents("tally:" + id.value())
			.forEachRemaining((event) -> state[0] = state[0].evolve((TallyEvent) event.getPayload()));
		return state[0];
	}

}
