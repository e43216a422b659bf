package org.gongkai.statute.review;

import java.time.LocalDate;
import java.util.List;

import org.gongkai.events.application.Outcome;
import org.jspecify.annotations.Nullable;

/// The conclusion of an application that a dispute is directed against.
///
/// @param outcome what it was
/// @param on the day of decision or closing
/// @param deliveredOn the day that counts as the delivery; null if none is recorded
public record Attacked(Outcome outcome, LocalDate on, @Nullable LocalDate deliveredOn) {

	/// Of the conclusions of an application, in their order, the last one there was on a
	/// day; null when there was none yet.
	public static @Nullable Attacked lastOn(LocalDate day, List<Attacked> conclusions) {
		return conclusions.stream()
			.filter((conclusion) -> !conclusion.on().isAfter(day))
			.reduce((_, later) -> later)
			.orElse(null);
	}

	/// The day from which terms count: the delivery, or until one is recorded the day of
	/// the decision.
	LocalDate knownOn() {
		return (this.deliveredOn != null) ? this.deliveredOn : this.on;
	}

	/// Whether it refuses on a ground of articles 14 to 16, which is what 不予公开 means in
	/// 法释〔2025〕8号, article 1.
	boolean isRefusal() {
		return this.outcome.isDenial() && this.outcome != Outcome.DENIED_8;
	}

}
