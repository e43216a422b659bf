package org.gongkai.query.application;

import java.util.List;

import org.gongkai.events.Event;
import org.gongkai.events.Recorded;
import org.gongkai.events.application.ApplicationEvent;
import org.gongkai.query.Projection;
import org.gongkai.query.Rows;
import org.gongkai.statute.report.CountedCase;
import org.springframework.stereotype.Component;

/// What of a case counts in table three, with the positions between which it was known. A report as known at a position
/// reads the version of that position.
@Component
class CaseFacts implements Projection {

	/// The end of what is known still.
	static final long STILL = Long.MAX_VALUE;

	private static final Table FACTS = Table.of("case_facts", "known_from", "known_to", "agency", "applicant_kind",
			"received_on", "outcome", "concluded_on", "void");

	@Override
	public String name() {
		return "case-facts";
	}

	@Override
	public List<Table> tables() {
		return List.of(FACTS);
	}

	@Override
	public boolean concerns(Event event) {
		return event instanceof ApplicationEvent;
	}

	@Override
	public Rows rows(List<Recorded<Event>> stream) {
		Rows rows = new Rows(stream.getFirst().streamId());
		List<ApplicationEvent> entries = stream.stream()
			.map((recorded) -> (ApplicationEvent) recorded.event())
			.toList();
		CountedCase facts = CountedCase.of(entries.subList(0, 1));
		long knownFrom = stream.getFirst().position();
		for (int length = 2; length <= stream.size(); length++) {
			CountedCase next = CountedCase.of(entries.subList(0, length));
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

	private static void add(Rows rows, CountedCase facts, long knownFrom, long knownTo) {
		rows.add(FACTS, knownFrom, knownTo, facts.agency(), facts.applicantKind(), facts.receivedOn(), facts.outcome(),
				facts.concludedOn(), facts.isVoid());
	}

}
