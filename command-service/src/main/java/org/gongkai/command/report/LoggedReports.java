package org.gongkai.command.report;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.gongkai.events.report.ReportEvent;

/// Folds a report's own stream each time it is asked for: what another node published a moment ago holds here at once.
public final class LoggedReports implements Reports {

	private final EventStore store;

	/// @param store the log
	public LoggedReports(EventStore store) {
		this.store = store;
	}

	@Override
	public ReportState find(ReportId report) {
		ReportState[] state = { new ReportState.None() };
		this.store.readEvents(report.streamId())
			.forEachRemaining((event) -> state[0] = ReportState.evolve(state[0], (ReportEvent) event.getPayload()));
		return state[0];
	}

}
