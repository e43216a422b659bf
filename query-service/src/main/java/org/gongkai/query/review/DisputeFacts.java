package org.gongkai.query.review;

import java.time.LocalDate;
import java.util.List;

import org.gongkai.events.Event;
import org.gongkai.events.Recorded;
import org.gongkai.events.review.DisputeEvent;
import org.gongkai.events.review.DisputeOutcome;
import org.gongkai.query.Projection;
import org.gongkai.query.Rows;
import org.gongkai.statute.report.DisputeBlock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What of a dispute counts in table four, with the positions between which it was known. A report as known at a position
/// reads the version of that position.
@Component
class DisputeFacts implements Projection {

	/// The end of what is known still.
	private static final long STILL = Long.MAX_VALUE;

	private static final Table FACTS = Table.of("dispute_facts", "known_from", "known_to", "agency", "block",
			"filed_on", "outcome", "concluded_on", "counted");

	private record Facts(String agency, DisputeBlock block, LocalDate filedOn, @Nullable DisputeOutcome outcome,
			@Nullable LocalDate concludedOn, boolean counted) {

		static Facts of(DisputeView view) {
			DisputeView.Decision decision = view.decision();
			// 国办公开办函〔2016〕201号: a suit counts with the organ that made the decision
			return new Facts(view.agency(), view.block(), view.filedOn(),
					(decision == null) ? null : decision.outcome(), (decision == null) ? null : decision.on(),
					!view.isVoid() && !view.coDefendant());
		}

	}

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
		Facts facts = Facts.of(DisputeView.of(stream.subList(0, 1)));
		long knownFrom = stream.getFirst().position();
		for (int length = 2; length <= stream.size(); length++) {
			Facts next = Facts.of(DisputeView.of(stream.subList(0, length)));
			if (!next.equals(facts)) {
				long position = stream.get(length - 1).position();
				add(rows, facts, knownFrom, position);
				facts = next;
				knownFrom = position;
			}
		}
		add(rows, facts, knownFrom, STILL);
		return rows;
	}

	private static void add(Rows rows, Facts facts, long knownFrom, long knownTo) {
		rows.add(FACTS, knownFrom, knownTo, facts.agency(), facts.block(), facts.filedOn(), facts.outcome(),
				facts.concludedOn(), facts.counted());
	}

}
