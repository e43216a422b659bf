package org.gongkai.command.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.gongkai.events.review.DisputeEntryStruck;
import org.gongkai.events.review.DisputeEvent;
import org.gongkai.events.review.DisputeOutcome;
import org.gongkai.events.review.DisputeRectified;
import org.gongkai.events.review.LawsuitConcluded;
import org.gongkai.events.review.LawsuitFiled;
import org.gongkai.events.review.LawsuitWithdrawn;
import org.gongkai.events.review.PartyErased;
import org.gongkai.events.review.ReviewConcluded;
import org.gongkai.events.review.ReviewFiled;
import org.gongkai.events.review.ReviewWithdrawn;
import org.jspecify.annotations.Nullable;

/// All entries of one dispute as recorded, and the acts that hold after corrections of the record. An entry's place in the
/// list is its sequence in the log.
///
/// @param entries in the order of the log
public record DisputeHistory(List<DisputeEvent> entries) {

	public DisputeHistory {
		entries = List.copyOf(entries);
	}

	DisputeHistory with(DisputeEvent entry) {
		List<DisputeEvent> all = new ArrayList<>(this.entries);
		all.add(entry);
		return new DisputeHistory(all);
	}

	/// Whether an entry can be struck: it exists, holds, and is neither a striking nor an
	/// erasure.
	boolean mayStrike(long sequence) {
		return sequence >= 0 && sequence < this.entries.size()
				&& !(this.entries.get((int) sequence) instanceof DisputeEntryStruck)
				&& !(this.entries.get((int) sequence) instanceof PartyErased) && !struck().contains(sequence);
	}

	/// Whether what the dispute told of people is forgotten.
	boolean isErased() {
		return this.entries.stream().anyMatch(PartyErased.class::isInstance);
	}

	/// Whether the dispute is about the application, as it stands now, and still tells of
	/// people.
	public boolean isToBeErasedWith(String applicationId) {
		DisputeState state = state();
		return !isErased() && switch (state) {
			case DisputeState.Pending _, DisputeState.Concluded _ ->
				applicationId.equals(state.filing().applicationId());
			case DisputeState.Voided _ -> true;
			case DisputeState.Unknown _ -> false;
		};
	}

	/// Where the dispute stands after all entries that hold.
	/// @throws org.gongkai.statute.Refused when one may not follow the other
	DisputeState state() {
		if (this.entries.isEmpty()) {
			return new DisputeState.Unknown();
		}
		List<DisputeEvent> acts = acts();
		DisputeState state = acts.isEmpty() ? new DisputeState.Voided() : new DisputeState.Unknown();
		for (DisputeEvent act : acts) {
			state = state.after(act);
		}
		return state;
	}

	/// The acts that hold: struck entries left out, rectified fields put in their place;
	/// empty when the record is void.
	public List<DisputeEvent> acts() {
		List<Long> struck = struck();
		List<DisputeEvent> acts = new ArrayList<>();
		for (int sequence = 0; sequence < this.entries.size() && !struck.contains(0L); sequence++) {
			if (struck.contains((long) sequence)) {
				continue;
			}
			switch (this.entries.get(sequence)) {
				case DisputeRectified rectified -> acts.replaceAll((act) -> rectify(act, rectified));
				case DisputeEntryStruck _, PartyErased _ -> {
				}
				case DisputeEvent act -> acts.add(act);
			}
		}
		return acts;
	}

	private List<Long> struck() {
		return this.entries.stream()
			.filter(DisputeEntryStruck.class::isInstance)
			.map((entry) -> ((DisputeEntryStruck) entry).struckSequence())
			.toList();
	}

	private static DisputeEvent rectify(DisputeEvent act, DisputeRectified by) {
		return switch (act) {
			case ReviewFiled e -> new ReviewFiled(e.disputeId(), e.agency(), e.disputeNo(),
					either(by.applicationId(), e.applicationId()), or(by.against(), e.against()),
					either(by.organ(), e.reviewingOrgan()), or(by.filedOn(), e.filedOn()), e.personal());
			case LawsuitFiled e -> new LawsuitFiled(e.disputeId(), e.agency(), e.disputeNo(), or(by.kind(), e.kind()),
					either(by.applicationId(), e.applicationId()), either(by.reviewId(), e.reviewId()),
					or(by.against(), e.against()), either(by.organ(), e.court()), or(by.filedOn(), e.filedOn()),
					or(by.coDefendant(), e.coDefendant()), e.personal());
			case ReviewConcluded e -> new ReviewConcluded(e.disputeId(), or(by.outcome(), e.outcome()),
					(by.form() != null) ? by.form() : e.form(), or(by.concludedOn(), e.concludedOn()),
					either(by.decisionNo(), e.decisionNo()), or(by.ordersRedecision(), e.ordersRedecision()));
			case LawsuitConcluded e -> new LawsuitConcluded(e.disputeId(), or(by.outcome(), e.outcome()),
					(by.form() != null) ? by.form() : e.form(), or(by.concludedOn(), e.concludedOn()),
					either(by.decisionNo(), e.decisionNo()), or(by.ordersRedecision(), e.ordersRedecision()));
			case ReviewWithdrawn e -> {
				LocalDate on = or(by.concludedOn(), e.withdrawnOn());
				String no = either(by.decisionNo(), e.decisionNo());
				yield decides(by) ? new ReviewConcluded(e.disputeId(), or(by.outcome(), DisputeOutcome.OTHER),
						by.form(), on, no, or(by.ordersRedecision(), false))
						: new ReviewWithdrawn(e.disputeId(), on, no);
			}
			case LawsuitWithdrawn e -> {
				LocalDate on = or(by.concludedOn(), e.withdrawnOn());
				String no = either(by.decisionNo(), e.decisionNo());
				yield decides(by) ? new LawsuitConcluded(e.disputeId(), or(by.outcome(), DisputeOutcome.OTHER),
						by.form(), on, no, or(by.ordersRedecision(), false))
						: new LawsuitWithdrawn(e.disputeId(), on, no);
			}
			case DisputeRectified _, DisputeEntryStruck _, PartyErased _ -> act;
		};
	}

	/// Whether what was entered as a withdrawal was a decision.
	private static boolean decides(DisputeRectified by) {
		return by.outcome() != null || by.form() != null || by.ordersRedecision() != null;
	}

	private static @Nullable String either(@Nullable String right, @Nullable String was) {
		return (right != null) ? right : was;
	}

	private static <T> T or(@Nullable T right, T was) {
		return Objects.requireNonNullElse(right, was);
	}

}
