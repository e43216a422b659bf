package org.gongkai.query.audit;

import java.util.List;

import org.gongkai.events.Event;
import org.gongkai.events.Recorded;
import org.gongkai.events.audit.FindingAnswered;
import org.gongkai.events.audit.FindingClosed;
import org.gongkai.events.audit.FindingEvent;
import org.gongkai.events.audit.FindingOpened;
import org.gongkai.query.Projection;
import org.gongkai.query.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// How far each finding is that an inspector took up.
@Component
class HandledFindings implements Projection {

	private static final Table FINDINGS = Table.of("handled_findings", "finding_id", "agency", "record", "state",
			"disputed", "result", "opened_on", "opened_position", "answered_on", "closed_on", "version");

	@Override
	public String name() {
		return "handled-findings";
	}

	@Override
	public List<Table> tables() {
		return List.of(FINDINGS);
	}

	@Override
	public boolean concerns(Event event) {
		return event instanceof FindingEvent;
	}

	@Override
	public Rows rows(List<Recorded<Event>> stream) {
		FindingOpened opened = (FindingOpened) stream.getFirst().event();
		long openedAt = stream.getFirst().position();
		@Nullable FindingAnswered answered = null;
		@Nullable FindingClosed closed = null;
		for (Recorded<Event> recorded : stream) {
			switch ((FindingEvent) recorded.event()) {
				case FindingOpened e -> {
					opened = e;
					openedAt = recorded.position();
					answered = null;
					closed = null;
				}
				case FindingAnswered e -> answered = e;
				case FindingClosed e -> closed = e;
			}
		}
		Findings.State state = (closed != null) ? Findings.State.CLOSED
				: (answered != null) ? Findings.State.ANSWERED : Findings.State.OPEN;
		return new Rows(stream.getFirst().streamId()).add(FINDINGS, opened.findingId(), opened.agency(),
				opened.stream(), state, answered != null && answered.disputed(),
				(closed == null) ? null : closed.result(), opened.openedOn(), openedAt,
				(answered == null) ? null : answered.answeredOn(), (closed == null) ? null : closed.closedOn(),
				stream.getLast().sequence());
	}

}
