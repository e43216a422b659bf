package org.gongkai.command.disclosure;

import java.util.Objects;
import java.util.stream.Stream;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.gongkai.command.agency.Offices;
import org.gongkai.command.disclosure.TallyState.None;
import org.gongkai.command.disclosure.TallyState.Standing;
import org.gongkai.command.disclosure.TallyState.Struck;
import org.gongkai.events.disclosure.TallyEvent;
import org.gongkai.events.disclosure.TallyRecorded;
import org.gongkai.events.disclosure.TallyRectified;
import org.gongkai.events.disclosure.TallyStruck;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.jspecify.annotations.Nullable;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

/// Decides about one tally.
@AggregateRoot(type = "tally")
public class Tally {

	@AggregateIdentifier
	private @Nullable String stream;

	private TallyState state = new None();

	/// For the framework, before the tally's events are replayed.
	protected Tally() {
	}

	@CommandHandler
	@CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
	void decide(RecordTally c, Offices offices) {
		if (!(this.state instanceof None)) {
			throw new Refused(Rule.DISCLOSURE_EXISTS, "a tally is recorded under this number");
		}
		Count count = new Count(c.item(), c.from(), c.to(), c.count(), c.amountWanYuan());
		offices.openOn(c.agency(), c.from());
		offices.openOn(c.agency(), c.to());
		apply(new TallyRecorded(c.tallyId().value(), c.agency(), c.tallyNo(), count.item(), count.from(), count.to(),
				count.count(), count.amountWanYuan(), c.reference()));
	}

	@CommandHandler
	void decide(RectifyTally c, Offices offices) {
		if (Stream.<@Nullable Object>of(c.from(), c.to(), c.count(), c.amountWanYuan(), c.reference())
			.allMatch(Objects::isNull)) {
			throw new Refused(Rule.NOTHING_TO_RECTIFY, "a rectification changes at least one field");
		}
		Standing standing = standing();
		TallyRectified rectified = new TallyRectified(standing.id(), c.rectifiedOn(), c.reason(), c.from(), c.to(),
				c.count(), c.amountWanYuan(), c.reference());
		Count right = standing.rectified(rectified).count();
		offices.openOn(standing.agency(), right.from());
		offices.openOn(standing.agency(), right.to());
		apply(rectified);
	}

	@CommandHandler
	void decide(StrikeTally c) {
		apply(new TallyStruck(standing().id(), c.struckOn(), c.reason()));
	}

	@EventSourcingHandler
	void evolve(TallyEvent event) {
		this.stream = "tally:" + event.tallyId();
		this.state = this.state.evolve(event);
	}

	private Standing standing() {
		return switch (this.state) {
			case Standing standing -> standing;
			case None _, Struck _ -> throw new Refused(Rule.DISCLOSURE_STRUCK, "the record was struck");
		};
	}

}
