package org.gongkai.command.review;

import java.time.LocalDate;

import org.gongkai.events.review.DisputeEvent;
import org.gongkai.events.review.DisputeEntryStruck;
import org.gongkai.events.review.DisputeRectified;
import org.gongkai.events.review.DisputedAct;
import org.gongkai.events.review.LawsuitConcluded;
import org.gongkai.events.review.LawsuitFiled;
import org.gongkai.events.review.LawsuitKind;
import org.gongkai.events.review.LawsuitWithdrawn;
import org.gongkai.events.review.PartyErased;
import org.gongkai.events.review.ReviewConcluded;
import org.gongkai.events.review.ReviewFiled;
import org.gongkai.events.review.ReviewWithdrawn;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.jspecify.annotations.Nullable;

/// Where a dispute stands: not filed yet, pending, concluded, or voided as an entry that should never have been made.
sealed interface DisputeState {

	/// No dispute has this id yet.
	record Unknown() implements DisputeState {
	}

	/// Filed and without a decision.
	record Pending(Filing filing) implements DisputeState {
	}

	/// Has its one outcome; only corrections of the record follow.
	record Concluded(Filing filing, LocalDate on, boolean ordersRedecision) implements DisputeState {
	}

	/// Its filing was struck; the number stays used.
	record Voided() implements DisputeState {
	}

	/// What was filed.
	///
	/// @param kind null of a review
	record Filing(String agency, @Nullable LawsuitKind kind, @Nullable String applicationId, @Nullable String reviewId,
			DisputedAct against, LocalDate filedOn, boolean coDefendant) {

		static Filing of(ReviewFiled e) {
			return new Filing(e.agency(), null, e.applicationId(), null, e.against(), e.filedOn(), false);
		}

		static Filing of(LawsuitFiled e) {
			return new Filing(e.agency(), e.kind(), e.applicationId(), e.reviewId(), e.against(), e.filedOn(),
					e.coDefendant());
		}

	}

	/// The state after an act; corrections of the record are none.
	/// @throws Refused when the act may not follow
	default DisputeState after(DisputeEvent act) {
		return switch (act) {
			case ReviewFiled e -> first(Filing.of(e));
			case LawsuitFiled e -> first(Filing.of(e));
			case ReviewConcluded e -> concluded(e.concludedOn(), e.ordersRedecision());
			case LawsuitConcluded e -> concluded(e.concludedOn(), e.ordersRedecision());
			case ReviewWithdrawn e -> concluded(e.withdrawnOn(), false);
			case LawsuitWithdrawn e -> concluded(e.withdrawnOn(), false);
			case DisputeRectified _, DisputeEntryStruck _, PartyErased _ ->
				throw new IllegalStateException("a correction is no act");
		};
	}

	/// @throws Refused where nothing holds
	default Filing filing() {
		return switch (this) {
			case Pending(var filing) -> filing;
			case Concluded concluded -> concluded.filing();
			case Unknown _ -> throw new Refused(Rule.UNKNOWN_DISPUTE, "no dispute has this id");
			case Voided _ -> throw new Refused(Rule.DISPUTE_VOID, "the record of this dispute was struck");
		};
	}

	private DisputeState first(Filing filing) {
		if (this instanceof Unknown) {
			return new Pending(filing);
		}
		filing();
		throw new Refused(Rule.DISPUTE_EXISTS, "this agency has a dispute of this number");
	}

	private DisputeState concluded(LocalDate on, boolean ordersRedecision) {
		Filing filing = filing();
		if (this instanceof Concluded was) {
			throw new Refused(Rule.DISPUTE_CONCLUDED, "the dispute was concluded on " + was.on() + " already");
		}
		if (on.isBefore(filing.filedOn())) {
			throw new Refused(Rule.BEFORE_FILING, "the dispute was filed on " + filing.filedOn() + ", after " + on);
		}
		return new Concluded(filing, on, ordersRedecision);
	}

}
