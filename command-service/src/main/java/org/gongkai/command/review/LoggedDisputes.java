package org.gongkai.command.review;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.gongkai.command.application.Rulings;
import org.gongkai.command.review.DisputeState.Concluded;
import org.gongkai.command.review.DisputeState.Pending;
import org.gongkai.events.review.DisputeEvent;
import org.gongkai.statute.Refused;
import org.jspecify.annotations.Nullable;

/// Folds a dispute's own stream each time it is asked for: what another node recorded a moment ago holds here at once.
public final class LoggedDisputes implements Disputes, Rulings {

	private final EventStore store;

	/// @param store the log
	public LoggedDisputes(EventStore store) {
		this.store = store;
	}

	/// @return the dispute; empty when nothing is recorded of it
	public DisputeHistory history(DisputeId id) {
		return new DisputeHistory(this.store.readEvents(id.value())
			.asStream()
			.map((event) -> (DisputeEvent) event.getPayload())
			.toList());
	}

	@Override
	public DisputeState find(DisputeId id) {
		return history(id).state();
	}

	/// @throws Refused `malformed` for an id that cannot be
	@Override
	public @Nullable Ruling find(String disputeId) {
		return switch (find(DisputeId.of(disputeId))) {
			case Pending(var filing) -> new Ruling(filing.applicationId(), null, false);
			case Concluded(var filing, var on, var orders) -> new Ruling(filing.applicationId(), on, orders);
			case DisputeState.Unknown _, DisputeState.Voided _ -> null;
		};
	}

}
