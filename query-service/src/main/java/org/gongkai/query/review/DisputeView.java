package org.gongkai.query.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.gongkai.events.Event;
import org.gongkai.events.Recorded;
import org.gongkai.events.review.DisputeEntryStruck;
import org.gongkai.events.review.DisputeEvent;
import org.gongkai.events.review.DisputeOutcome;
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
import org.gongkai.events.review.RulingForm;
import org.gongkai.statute.report.DisputeBlock;
import org.jspecify.annotations.Nullable;

/// What holds of a dispute after corrections of its record: struck entries left out, rectified fields in their place.
///
/// @param block the block of table four
/// @param organ 复议机关 or 受理法院
/// @param party who applied or sued
/// @param coDefendant whether a suit counts with another organ alone
/// @param decision how it ended; null while pending
record DisputeView(String disputeId, DisputeBlock block, String agency, String disputeNo,
		@Nullable String applicationId, @Nullable String reviewId, DisputedAct against, @Nullable String organ,
		@Nullable String party, LocalDate filedOn, boolean coDefendant, @Nullable Decision decision, boolean isVoid) {

	/// @param form the form of the decision, if known
	/// @param withdrawn whether it ended without a decision
	record Decision(DisputeOutcome outcome, @Nullable RulingForm form, LocalDate on, @Nullable String no,
			boolean ordersRedecision, boolean withdrawn) {
	}

	/// Folds the events of a dispute, from the first on.
	static DisputeView of(List<Recorded<Event>> stream) {
		Set<Long> struck = stream.stream()
			.filter((recorded) -> recorded.event() instanceof DisputeEntryStruck)
			.map((recorded) -> ((DisputeEntryStruck) recorded.event()).struckSequence())
			.collect(Collectors.toSet());
		DisputeView view = filed((DisputeEvent) stream.getFirst().event(), struck.contains(0L));
		for (Recorded<Event> recorded : stream) {
			if (recorded.event() instanceof PartyErased) {
				view = view.forgotten();
			}
			else if (!struck.contains(recorded.sequence())) {
				view = view.after((DisputeEvent) recorded.event());
			}
		}
		return view;
	}

	private static DisputeView filed(DisputeEvent event, boolean isVoid) {
		return switch (event) {
			case ReviewFiled e ->
				new DisputeView(e.disputeId(), DisputeBlock.REVIEW, e.agency(), e.disputeNo(), e.applicationId(), null,
						e.against(), e.reviewingOrgan(), e.personal().party(), e.filedOn(), false, null, isVoid);
			case LawsuitFiled e -> new DisputeView(e.disputeId(), block(e.kind()), e.agency(), e.disputeNo(),
					e.applicationId(), e.reviewId(), e.against(), e.court(), e.personal().party(), e.filedOn(),
					e.coDefendant(), null, isVoid);
			default -> throw new IllegalStateException("the log of " + event.disputeId() + " begins with no filing");
		};
	}

	private DisputeView after(DisputeEvent event) {
		return switch (event) {
			case ReviewFiled _, LawsuitFiled _, DisputeEntryStruck _, PartyErased _ -> this;
			case ReviewConcluded e -> decided(
					new Decision(e.outcome(), e.form(), e.concludedOn(), e.decisionNo(), e.ordersRedecision(), false));
			case LawsuitConcluded e -> decided(
					new Decision(e.outcome(), e.form(), e.concludedOn(), e.decisionNo(), e.ordersRedecision(), false));
			case ReviewWithdrawn e ->
				decided(new Decision(DisputeOutcome.OTHER, null, e.withdrawnOn(), e.decisionNo(), false, true));
			case LawsuitWithdrawn e ->
				decided(new Decision(DisputeOutcome.OTHER, null, e.withdrawnOn(), e.decisionNo(), false, true));
			case DisputeRectified e -> rectified(e);
		};
	}

	private DisputeView forgotten() {
		return new DisputeView(this.disputeId, this.block, this.agency, this.disputeNo, this.applicationId,
				this.reviewId, this.against, this.organ, null, this.filedOn, this.coDefendant, this.decision,
				this.isVoid);
	}

	private DisputeView decided(Decision decision) {
		return new DisputeView(this.disputeId, this.block, this.agency, this.disputeNo, this.applicationId,
				this.reviewId, this.against, this.organ, this.party, this.filedOn, this.coDefendant, decision,
				this.isVoid);
	}

	private DisputeView rectified(DisputeRectified e) {
		Decision was = this.decision;
		LawsuitKind kind = e.kind();
		return new DisputeView(this.disputeId, (kind != null) ? block(kind) : this.block, this.agency, this.disputeNo,
				(e.applicationId() != null) ? e.applicationId() : this.applicationId,
				(e.reviewId() != null) ? e.reviewId() : this.reviewId, or(e.against(), this.against),
				(e.organ() != null) ? e.organ() : this.organ, this.party, or(e.filedOn(), this.filedOn),
				or(e.coDefendant(), this.coDefendant), (was == null) ? null : rectified(was, e), this.isVoid);
	}

	private static Decision rectified(Decision was, DisputeRectified e) {
		boolean decides = e.outcome() != null || e.form() != null || e.ordersRedecision() != null;
		return new Decision(or(e.outcome(), was.outcome()), (e.form() != null) ? e.form() : was.form(),
				or(e.concludedOn(), was.on()), (e.decisionNo() != null) ? e.decisionNo() : was.no(),
				or(e.ordersRedecision(), was.ordersRedecision()), was.withdrawn() && !decides);
	}

	private static DisputeBlock block(LawsuitKind kind) {
		return switch (kind) {
			case DIRECT -> DisputeBlock.DIRECT;
			case AFTER_REVIEW -> DisputeBlock.AFTER_REVIEW;
		};
	}

	private static <T> T or(@Nullable T right, T was) {
		return (right != null) ? right : was;
	}

}
