package org.gongkai.statute.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.gongkai.events.agency.DisputeCounting;
import org.gongkai.events.review.DisputeEntryStruck;
import org.gongkai.events.review.DisputeEvent;
import org.gongkai.events.review.DisputeOutcome;
import org.gongkai.events.review.DisputeRectified;
import org.gongkai.events.review.LawsuitConcluded;
import org.gongkai.events.review.LawsuitFiled;
import org.gongkai.events.review.LawsuitKind;
import org.gongkai.events.review.LawsuitWithdrawn;
import org.gongkai.events.review.PartyErased;
import org.gongkai.events.review.ReviewConcluded;
import org.gongkai.events.review.ReviewFiled;
import org.gongkai.events.review.ReviewWithdrawn;
import org.jspecify.annotations.Nullable;

/// 计入表四的案件: what of a dispute counts. It counts in the year of its filing and, where the office counts so, again in every later
/// year at whose beginning it was pending; concluded by 31 December with its outcome, else as pending.
///
/// @param agency code of the agency that is attacked
/// @param block its block
/// @param filedOn the day of filing
/// @param outcome its outcome; null while pending
/// @param concludedOn the day of decision or withdrawal; null while pending
/// @param coDefendant whether it counts with another organ alone (国办公开办函〔2016〕201号)
/// @param isVoid whether the record was struck, so that it counts nowhere
public record CountedDispute(String agency, DisputeBlock block, LocalDate filedOn, @Nullable DisputeOutcome outcome,
		@Nullable LocalDate concludedOn, boolean coDefendant, boolean isVoid) implements Counted {

	/// Folds the entries of a dispute, from the first on.
	/// @param entries an entry's place in the list is its sequence in the dispute
	public static CountedDispute of(List<DisputeEvent> entries) {
		Set<Long> struck = entries.stream()
			.filter(DisputeEntryStruck.class::isInstance)
			.map((entry) -> ((DisputeEntryStruck) entry).struckSequence())
			.collect(Collectors.toSet());
		CountedDispute counted = filed(entries.getFirst(), struck.contains(0L));
		for (int sequence = 1; sequence < entries.size(); sequence++) {
			if (!struck.contains((long) sequence)) {
				counted = counted.after(entries.get(sequence));
			}
		}
		return counted;
	}

	/// Whether it counts with its agency at all.
	public boolean counts() {
		return !this.isVoid && !this.coDefendant;
	}

	@Override
	public Map<Cell, BigDecimal> cells(int year, DisputeCounting disputes) {
		LocalDate first = LocalDate.of(year, 1, 1);
		LocalDate last = LocalDate.of(year, 12, 31);
		LocalDate concluded = this.concludedOn;
		boolean carried = disputes == DisputeCounting.INCLUDING_CARRIED_IN
				&& (concluded == null || !concluded.isBefore(first));
		if (!counts() || this.filedOn.isAfter(last) || this.filedOn.isBefore(first) && !carried) {
			return Map.of();
		}
		DisputeOutcome how = this.outcome;
		DisputeResult result = (how == null || concluded == null || concluded.isAfter(last)) ? DisputeResult.PENDING
				: DisputeResult.of(how);
		return Map.of(Cell.of(this.block, result), BigDecimal.ONE, Cell.of(this.block, DisputeResult.TOTAL),
				BigDecimal.ONE);
	}

	private static CountedDispute filed(DisputeEvent event, boolean isVoid) {
		return switch (event) {
			case ReviewFiled e ->
				new CountedDispute(e.agency(), DisputeBlock.REVIEW, e.filedOn(), null, null, false, isVoid);
			case LawsuitFiled e ->
				new CountedDispute(e.agency(), block(e.kind()), e.filedOn(), null, null, e.coDefendant(), isVoid);
			case ReviewConcluded _, ReviewWithdrawn _, LawsuitConcluded _, LawsuitWithdrawn _, DisputeRectified _,
					DisputeEntryStruck _, PartyErased _ ->
				throw new IllegalStateException("the log of " + event.disputeId() + " begins with no filing");
		};
	}

	private CountedDispute after(DisputeEvent event) {
		return switch (event) {
			case ReviewFiled _, LawsuitFiled _, DisputeEntryStruck _, PartyErased _ -> this;
			case ReviewConcluded e -> concluded(e.outcome(), e.concludedOn());
			case LawsuitConcluded e -> concluded(e.outcome(), e.concludedOn());
			case ReviewWithdrawn e -> concluded(DisputeOutcome.OTHER, e.withdrawnOn());
			case LawsuitWithdrawn e -> concluded(DisputeOutcome.OTHER, e.withdrawnOn());
			case DisputeRectified e -> {
				LawsuitKind kind = e.kind();
				yield new CountedDispute(this.agency, (kind != null) ? block(kind) : this.block,
						or(e.filedOn(), this.filedOn), (this.outcome == null) ? null : or(e.outcome(), this.outcome),
						(this.concludedOn == null) ? null : or(e.concludedOn(), this.concludedOn),
						or(e.coDefendant(), this.coDefendant), this.isVoid);
			}
		};
	}

	private CountedDispute concluded(DisputeOutcome how, LocalDate on) {
		return new CountedDispute(this.agency, this.block, this.filedOn, how, on, this.coDefendant, this.isVoid);
	}

	private static DisputeBlock block(LawsuitKind kind) {
		return switch (kind) {
			case DIRECT -> DisputeBlock.DIRECT;
			case AFTER_REVIEW -> DisputeBlock.AFTER_REVIEW;
		};
	}

	private static <T> T or(@Nullable T right, T was) {
		return Objects.requireNonNullElse(right, was);
	}

}
