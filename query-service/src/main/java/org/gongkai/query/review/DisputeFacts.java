package org.gongkai.query.review;

import java.util.List;

import org.gongkai.events.Event;
import org.gongkai.events.Recorded;
import org.gongkai.events.review.DisputeEvent;
import org.gongkai.query.KnownSpan;
import org.gongkai.query.Projection;
import org.gongkai.query.Rows;
import org.gongkai.statute.report.CountedDispute;
import org.springframework.stereotype.Component;

/// What of a dispute counts in table four, with the positions between which it was known. A report as known at a position
/// reads the version of that position.
@Component
class DisputeFacts implements Projection {

	private static final Table FACTS = Table.of("dispute_facts", "known_from", "known_to", "agency", "block",
			"filed_on", "outcome", "concluded_on", "counted");

	@Override
	public String name() {
		return "dispute-facts";
	}

	@Override
	public List<Table> tables() {
		return List.of(FACTS);
	}

	@Override
	public boolean concerns(Event event) {
		return event instanceof DisputeEvent;
	}

	@Override
	public Rows rows(List<Recorded<Event>> stream) {
		Rows rows = new Rows(stream.getFirst().streamId());
		KnownSpan.ofViews(stream, DisputeFacts::counted).forEach((span) -> {
			CountedDispute facts = span.facts();
			rows.add(FACTS, span.from(), span.to(), facts.agency(), facts.block(), facts.filedOn(), facts.outcome(),
					facts.concludedOn(), facts.counts());
		});
		return rows;
	}

	private static CountedDispute counted(List<Recorded<Event>> stream) {
		return CountedDispute.of(stream.stream().map((recorded) -> (DisputeEvent) recorded.event()).toList());
	}

}
