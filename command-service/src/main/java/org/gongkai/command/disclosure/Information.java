package org.gongkai.command.disclosure;

import java.time.LocalDate;
import java.util.Objects;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.gongkai.command.agency.Offices;
import org.gongkai.command.disclosure.InformationState.Allowed;
import org.gongkai.command.disclosure.InformationState.Draft;
import org.gongkai.command.disclosure.InformationState.None;
import org.gongkai.command.disclosure.InformationState.Published;
import org.gongkai.command.disclosure.InformationState.Struck;
import org.gongkai.command.disclosure.InformationState.Withheld;
import org.gongkai.events.application.Outcome;
import org.gongkai.events.application.PersonalText;
import org.gongkai.events.disclosure.InformationCorrected;
import org.gongkai.events.disclosure.InformationDrafted;
import org.gongkai.events.disclosure.InformationEvent;
import org.gongkai.events.disclosure.InformationPublished;
import org.gongkai.events.disclosure.InformationReviewed;
import org.gongkai.events.disclosure.InformationStruck;
import org.gongkai.events.disclosure.InformationWithdrawn;
import org.gongkai.events.disclosure.ReviewCheck;
import org.gongkai.events.disclosure.ReviewResult;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.jspecify.annotations.Nullable;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

/// Decides about one piece of information. Nothing is published without a review that allows it (article 17); publishing
/// late is shown and not refused, since a record tells what was done.
@AggregateRoot(type = "information")
public class Information {

	@AggregateIdentifier
	private @Nullable String stream;

	private String id = "";

	private InformationState state = new None();

	/// For the framework, before the piece's events are replayed.
	protected Information() {
	}

	@CommandHandler
	@CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
	void decide(DraftInformation c, Offices offices) {
		if (!(this.state instanceof None)) {
			throw new Refused(Rule.DISCLOSURE_EXISTS, "a piece of information is recorded under this number");
		}
		offices.openOn(c.agency(), c.madeOn());
		LocalDate dueOn = c.dueOn();
		if (dueOn != null) {
			inOrder(c.madeOn(), dueOn);
		}
		apply(new InformationDrafted(c.informationId().value(), c.agency(), c.informationNo(), c.category(), c.madeOn(),
				dueOn, text(c.personal())));
	}

	@CommandHandler
	void decide(ReviewInformation c) {
		switch (this.state) {
			case Draft draft -> inOrder(draft.since(), c.reviewedOn());
			case Allowed allowed -> inOrder(allowed.reviewedOn(), c.reviewedOn());
			case Withheld withheld -> inOrder(withheld.reviewedOn(), c.reviewedOn());
			case Published _ -> throw new Refused(Rule.ALREADY_PUBLISHED, "what is public is withdrawn, not reviewed");
			case None _, Struck _ -> throw gone();
		}
		boolean passed = c.secrecy() == ReviewCheck.PASSED && c.privacy() == ReviewCheck.PASSED;
		Outcome ground = c.ground();
		boolean consistent = switch (c.result()) {
			case PUBLISH -> passed && ground == null;
			case WITHHOLD -> ground != null && ground.isDenial();
		};
		if (!consistent) {
			throw new Refused(Rule.REVIEW_CONTRADICTION,
					(c.result() == ReviewResult.PUBLISH)
							? "what did not pass both checks, or has a ground against it, is not published"
							: "what is withheld has one of the eight grounds of articles 14 to 16");
		}
		apply(new InformationReviewed(this.id, c.reviewedOn(), c.secrecy(), c.privacy(), c.result(), ground,
				c.reviewer().strip(), text(c.personal())));
	}

	@CommandHandler
	void decide(PublishInformation c) {
		switch (this.state) {
			case Allowed allowed -> inOrder(allowed.reviewedOn(), c.publishedOn());
			case Published published -> {
				if (published.channels().containsKey(c.channel())) {
					throw new Refused(Rule.ALREADY_PUBLISHED,
							"it came out in this channel on " + published.channels().get(c.channel()));
				}
				inOrder(published.reviewedOn(), c.publishedOn());
			}
			// article 17: no publication without a review that allows it
			case Draft _ -> throw new Refused(Rule.NOT_REVIEWED, "no review has allowed the publication");
			case Withheld withheld ->
				throw new Refused(Rule.NOT_REVIEWED, "the review of " + withheld.reviewedOn() + " withheld it");
			case None _, Struck _ -> throw gone();
		}
		String title = Objects.requireNonNullElse(c.title(), Objects.requireNonNullElse(this.state.workingTitle(), ""));
		if (title.isBlank()) {
			throw new Refused(Rule.MALFORMED, "title is missing, and no working title was told");
		}
		apply(new InformationPublished(this.id, c.channel(), c.publishedOn(), title, c.place()));
	}

	@CommandHandler
	void decide(CorrectInformation c) {
		inOrder(published().first(), c.correctedOn());
		apply(new InformationCorrected(this.id, c.correctedOn(), text(c.personal())));
	}

	@CommandHandler
	void decide(WithdrawInformation c) {
		inOrder(published().last(), c.withdrawnOn());
		apply(new InformationWithdrawn(this.id, c.withdrawnOn(), text(c.personal())));
	}

	@CommandHandler
	void decide(StrikeInformation c) {
		if (this.state instanceof Struck) {
			throw gone();
		}
		apply(new InformationStruck(this.id, c.struckOn(), c.reason()));
	}

	@EventSourcingHandler
	void evolve(InformationEvent event) {
		this.id = event.informationId();
		this.stream = "information:" + this.id;
		this.state = this.state.evolve(event);
	}

	private Published published() {
		return switch (this.state) {
			case Published published -> published;
			case Draft _, Allowed _, Withheld _ -> throw new Refused(Rule.NOT_PUBLISHED, "the piece is not public");
			case None _, Struck _ -> throw gone();
		};
	}

	private Refused gone() {
		return new Refused(Rule.DISCLOSURE_STRUCK, "the record was struck");
	}

	private static void inOrder(LocalDate earlier, LocalDate later) {
		if (later.isBefore(earlier)) {
			throw new Refused(Rule.DISCLOSURE_DAY_ORDER, later + " lies before " + earlier);
		}
	}

	private static PersonalText text(@Nullable PersonalText personal) {
		return Objects.requireNonNullElse(personal, new PersonalText(null, null));
	}

}
