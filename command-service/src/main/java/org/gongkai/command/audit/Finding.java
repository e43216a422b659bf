package org.gongkai.command.audit;

import java.time.LocalDate;
import java.util.Objects;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.gongkai.events.application.PersonalText;
import org.gongkai.events.audit.FindingAnswered;
import org.gongkai.events.audit.FindingClosed;
import org.gongkai.events.audit.FindingEvent;
import org.gongkai.events.audit.FindingOpened;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.jspecify.annotations.Nullable;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

/// Decides about one finding. Whether the record departs from the law is computed and not decided here.
@AggregateRoot(type = "finding")
public class Finding {

	@AggregateIdentifier
	private @Nullable String id;

	private FindingState state = new FindingState.None();

	/// For the framework, before the finding's events are replayed.
	protected Finding() {
	}

	@CommandHandler
	@CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
	void decide(OpenFinding c, Inspected inspected) {
		switch (this.state) {
			case FindingState.None _ -> {
			}
			case FindingState.Closed closed -> notBefore(closed.since(), c.openedOn());
			case FindingState.Open _, FindingState.Answered _ ->
				throw new Refused(Rule.FINDING_STAGE, "the finding is open; it is answered or closed next");
		}
		FindingId finding = c.findingId();
		apply(new FindingOpened(finding.value(), finding.rule().code(), finding.stream(),
				inspected.agencyOf(finding.stream()), c.openedOn(), text(c.personal())));
	}

	@CommandHandler
	void decide(AnswerFinding c) {
		switch (this.state) {
			case FindingState.Open open -> notBefore(open.since(), c.answeredOn());
			case FindingState.None _, FindingState.Answered _, FindingState.Closed _ ->
				throw new Refused(Rule.FINDING_STAGE, "a finding is answered once it is taken up, and once only");
		}
		apply(new FindingAnswered(c.findingId().value(), c.answeredOn(), c.disputed(), text(c.personal())));
	}

	@CommandHandler
	void decide(CloseFinding c) {
		switch (this.state) {
			case FindingState.Open open -> notBefore(open.since(), c.closedOn());
			case FindingState.Answered answered -> notBefore(answered.since(), c.closedOn());
			case FindingState.None _, FindingState.Closed _ ->
				throw new Refused(Rule.FINDING_STAGE, "a finding that is not open is not closed");
		}
		apply(new FindingClosed(c.findingId().value(), c.closedOn(), c.result(), text(c.personal())));
	}

	@EventSourcingHandler
	void evolve(FindingEvent event) {
		this.id = FindingId.of(event.findingId()).streamId();
		this.state = FindingState.evolve(event);
	}

	private static void notBefore(LocalDate since, LocalDate on) {
		if (on.isBefore(since)) {
			throw new Refused(Rule.DAY_ORDER, "the last word on the finding is of " + since + ", after " + on);
		}
	}

	private static PersonalText text(@Nullable PersonalText personal) {
		return Objects.requireNonNullElse(personal, new PersonalText(null, null));
	}

}
