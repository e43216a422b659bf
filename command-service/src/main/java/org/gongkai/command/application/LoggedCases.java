package org.gongkai.command.application;

import java.util.ArrayList;
import java.util.List;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.gongkai.command.application.CaseState.Concluded;
import org.gongkai.events.application.ApplicationEvent;
import org.gongkai.events.application.ApplicationReceived;
import org.jspecify.annotations.Nullable;

/// Reads cases back from the log, with what the present transaction adds to it.
public final class LoggedCases implements Cases {

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

	@Override
	public @Nullable Case status(ApplicationId id) {
		CaseHistory history = find(id);
		if (history.entries().isEmpty()) {
			return null;
		}
		List<ApplicationEvent> acts = history.acts();
		if (acts.isEmpty()) {
			ApplicationReceived received = (ApplicationReceived) history.entries().getFirst();
			return new Case(received.agency(), received.receivedOn(), List.of(), true);
		}
		CaseState state = new CaseState.Unknown();
		List<Reply> replies = new ArrayList<>();
		for (ApplicationEvent act : acts) {
			boolean answered = state instanceof Concluded;
			state = CaseEvolution.evolve(state, act);
			if (state instanceof Concluded now) {
				if (answered) {
					replies.removeLast();
				}
				replies.add(new Reply(now.outcome(), now.on(), now.deliveredOn()));
			}
		}
		Intake intake = CaseState.intakeOf(state);
		return new Case(intake.agency(), intake.receivedOn(), replies, false);
	}

}
