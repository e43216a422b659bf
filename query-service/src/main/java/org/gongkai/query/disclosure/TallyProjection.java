package org.gongkai.query.disclosure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.gongkai.events.Event;
import org.gongkai.events.Recorded;
import org.gongkai.events.disclosure.TallyEvent;
import org.gongkai.events.disclosure.TallyRecorded;
import org.gongkai.events.disclosure.TallyRectified;
import org.gongkai.events.disclosure.TallyStruck;
import org.gongkai.query.KnownSpan;
import org.gongkai.query.Projection;
import org.gongkai.query.Rows;
import org.gongkai.statute.report.CountedTally;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Tallies, with the positions between which each state of them was known.
@Component
class TallyProjection implements Projection {

	private static final Table TALLIES = Table.of("tallies", "known_from", "known_to", "agency", "tally_no", "item",
			"from_on", "to_on", "counted", "amount_wan_yuan", "reference", "void");

	private record Facts(TallyRecorded recorded, CountedTally counted, LocalDate to, @Nullable String reference) {
	}

	@Override
	public String name() {
		return "tallies";
	}

	@Override
	public List<Table> tables() {
		return List.of(TALLIES);
	}

	@Override
	public boolean concerns(Event event) {
		return event instanceof TallyEvent;
	}

	@Override
	public Rows rows(List<Recorded<Event>> stream) {
		Rows rows = new Rows(stream.getFirst().streamId());
		KnownSpan.<Facts>of(stream, (facts, event) -> fold(facts, (TallyEvent) event)).forEach((span) -> {
			Facts facts = span.facts();
			CountedTally counted = facts.counted();
			BigDecimal amount = counted.amountWanYuan();
			rows.add(TALLIES, span.from(), span.to(), counted.agency(), facts.recorded().tallyNo(), counted.item(),
					counted.from(), facts.to(), counted.count(), (amount == null) ? null : amount.toPlainString(),
					facts.reference(), counted.isVoid());
		});
		return rows;
	}

	private static Facts fold(@Nullable Facts facts, TallyEvent event) {
		if (event instanceof TallyRecorded e) {
			return new Facts(e, CountedTally.of(e), e.to(), e.reference());
		}
		if (facts == null) {
			throw new IllegalStateException("the log of " + event.tallyId() + " does not begin with its recording");
		}
		CountedTally counted = facts.counted().after(event);
		return switch (event) {
			case TallyRecorded _ -> facts;
			case TallyRectified e -> new Facts(facts.recorded(), counted, (e.to() != null) ? e.to() : facts.to(),
					(e.reference() != null) ? e.reference() : facts.reference());
			case TallyStruck _ -> new Facts(facts.recorded(), counted, facts.to(), facts.reference());
		};
	}

}
