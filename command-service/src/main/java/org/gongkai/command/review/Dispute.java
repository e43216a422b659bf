package org.gongkai.command.review;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.gongkai.command.Advice;
import org.gongkai.command.application.ApplicationId;
import org.gongkai.command.review.DisputeState.Concluded;
import org.gongkai.events.application.PersonalText;
import org.gongkai.events.review.DisputeEntryStruck;
import org.gongkai.events.review.DisputeEvent;
import org.gongkai.events.review.DisputeRectified;
import org.gongkai.events.review.LawsuitConcluded;
import org.gongkai.events.review.LawsuitFiled;
import org.gongkai.events.review.LawsuitWithdrawn;
import org.gongkai.events.review.PartyErased;
import org.gongkai.events.review.ReviewConcluded;
import org.gongkai.events.review.ReviewFiled;
import org.gongkai.events.review.ReviewWithdrawn;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.gongkai.statute.review.DisputeWarnings;
import org.jspecify.annotations.Nullable;

/// Decides about one dispute. What may follow what stands in [DisputeState]; what agency, application and earlier review
/// say about it in [DisputeRules].
@AggregateRoot(type = "dispute")
public class Dispute {

	@AggregateIdentifier
	private @Nullable String id;

	private DisputeHistory history = new DisputeHistory(List.of());

	private DisputeState state = new DisputeState.Unknown();

	/// For the framework, before the dispute's events are replayed.
	protected Dispute() {
	}

	@CommandHandler
	@CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
	Advice decide(FileReview c, DisputeRules rules) {
		return file(new ReviewFiled(c.disputeId().value(), c.agency(), c.disputeNo(), text(c.applicationId()),
				c.against(), c.reviewingOrgan(), c.filedOn(), text(c.personal())), rules);
	}

	@CommandHandler
	@CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
	Advice decide(FileLawsuit c, DisputeRules rules) {
		return file(new LawsuitFiled(c.disputeId().value(), c.agency(), c.disputeNo(), c.kind(),
				text(c.applicationId()), text(c.reviewId()), c.against(), c.court(), c.filedOn(),
				Boolean.TRUE.equals(c.coDefendant()), text(c.personal())), rules);
	}

	@CommandHandler
	Advice decide(ConcludeReview c, DisputeRules rules) {
		conclude(new ReviewConcluded(id(), c.outcome(), c.form(), c.concludedOn(), c.decisionNo(),
				Boolean.TRUE.equals(c.ordersRedecision())), rules);
		return new Advice(DisputeWarnings.ofDecision(c.outcome(), c.form()));
	}

	@CommandHandler
	Advice decide(ConcludeLawsuit c, DisputeRules rules) {
		conclude(new LawsuitConcluded(id(), c.outcome(), c.form(), c.concludedOn(), c.decisionNo(),
				Boolean.TRUE.equals(c.ordersRedecision())), rules);
		return new Advice(DisputeWarnings.ofDecision(c.outcome(), c.form()));
	}

	@CommandHandler
	void decide(WithdrawReview c, DisputeRules rules) {
		conclude(new ReviewWithdrawn(id(), c.withdrawnOn(), c.decisionNo()), rules);
	}

	@CommandHandler
	void decide(WithdrawLawsuit c, DisputeRules rules) {
		conclude(new LawsuitWithdrawn(id(), c.withdrawnOn(), c.decisionNo()), rules);
	}

	@CommandHandler
	Advice decide(RectifyDispute c, DisputeRules rules) {
		Stream<@Nullable Object> ofFiling = Stream.of(c.applicationId(), c.reviewId(), c.kind(), c.against(), c.organ(),
				c.filedOn(), c.coDefendant());
		Stream<@Nullable Object> ofDecision = Stream.of(c.outcome(), c.form(), c.concludedOn(), c.decisionNo(),
				c.ordersRedecision());
		boolean decision = ofDecision.anyMatch(Objects::nonNull);
		if (!decision && ofFiling.noneMatch(Objects::nonNull)) {
			throw new Refused(Rule.NOTHING_TO_RECTIFY, "a rectification changes at least one field");
		}
		if (decision && this.state instanceof DisputeState.Pending) {
			throw new Refused(Rule.DISPUTE_PENDING, "a pending dispute has no decision to rectify");
		}
		this.state.filing();
		DisputeRectified rectified = new DisputeRectified(id(), c.rectifiedOn(), c.reason(), text(c.applicationId()),
				text(c.reviewId()), c.kind(), c.against(), c.organ(), c.filedOn(), c.coDefendant(), c.outcome(),
				c.form(), c.concludedOn(), c.decisionNo(), c.ordersRedecision());
		DisputeState right = this.history.with(rectified).state();
		Advice advice = new Advice(rules.admit(right.filing()));
		if (right instanceof Concluded concluded) {
			rules.afterLedgerOpened(concluded);
		}
		AggregateLifecycle.apply(rectified);
		return advice;
	}

	@CommandHandler
	void decide(StrikeDisputeEntry c) {
		this.state.filing();
		if (!this.history.mayStrike(c.struckSequence())) {
			throw new Refused(Rule.ENTRY_UNKNOWN, "there is no entry " + c.struckSequence() + " that could be struck");
		}
		DisputeEntryStruck struck = new DisputeEntryStruck(id(), c.struckOn(), c.struckSequence(), c.reason());
		try {
			this.history.with(struck).state();
		}
		catch (Refused ex) {
			throw new Refused(Rule.ENTRY_NEEDED, "a later entry rests on this one: " + ex.getMessage());
		}
		AggregateLifecycle.apply(struck);
	}

	@CommandHandler
	void decide(EraseParty c) {
		if (this.history.isErased()) {
			throw new Refused(Rule.ALREADY_ERASED, "the personal data of this dispute was erased");
		}
		switch (this.state) {
			case DisputeState.Pending _ -> throw new Refused(Rule.STILL_NEEDED, "a dispute is pending");
			case Concluded concluded -> {
				if (c.erasedOn().isBefore(concluded.on())) {
					throw new Refused(Rule.DAY_ORDER,
							"the dispute was concluded on " + concluded.on() + ", after " + c.erasedOn());
				}
			}
			case DisputeState.Voided _, DisputeState.Unknown _ -> {
			}
		}
		AggregateLifecycle.apply(new PartyErased(id(), c.erasedOn(), c.ground(), c.reason()));
	}

	@EventSourcingHandler
	void evolve(DisputeEvent event) {
		this.id = event.disputeId();
		this.history = this.history.with(event);
		this.state = this.history.state();
	}

	private Advice file(DisputeEvent filed, DisputeRules rules) {
		Advice advice = new Advice(rules.admit(this.state.after(filed).filing()));
		AggregateLifecycle.apply(filed);
		return advice;
	}

	private void conclude(DisputeEvent decision, DisputeRules rules) {
		if (this.state.after(decision) instanceof Concluded concluded) {
			rules.afterLedgerOpened(concluded);
		}
		AggregateLifecycle.apply(decision);
	}

	private String id() {
		return Objects.requireNonNull(this.id);
	}

	private static @Nullable String text(@Nullable ApplicationId id) {
		return (id == null) ? null : id.value();
	}

	private static @Nullable String text(@Nullable DisputeId id) {
		return (id == null) ? null : id.value();
	}

	private static PersonalText text(@Nullable PersonalText personal) {
		return Objects.requireNonNullElse(personal, new PersonalText(null, null));
	}

}
