package org.gongkai.statute.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.gongkai.events.agency.DisputeCounting;
import org.gongkai.events.disclosure.TallyEvent;
import org.gongkai.events.disclosure.TallyItem;
import org.gongkai.events.disclosure.TallyRecorded;
import org.gongkai.events.disclosure.TallyRectified;
import org.gongkai.events.disclosure.TallyStruck;
import org.jspecify.annotations.Nullable;

/// 计入表二的统计数: what of a tally counts (article 20(5), (6), (8) and (9)). Complaints, trainings and what was published are told in the
/// texts and stand in no table.
///
/// @param agency code of the agency that acted
/// @param item its row and columns, if it has any
/// @param from its first day, which lies in the year it counts in
/// @param count how many, or by how many more; null for amounts
/// @param amountWanYuan in 万元; null but for amounts
/// @param isVoid whether the record was struck, so that it counts nowhere
public record CountedTally(String agency, TallyItem item, LocalDate from, @Nullable Long count,
		@Nullable BigDecimal amountWanYuan, boolean isVoid) implements Counted {

	/// A tally as it was recorded.
	public static CountedTally of(TallyRecorded recorded) {
		return new CountedTally(recorded.agency(), recorded.item(), recorded.from(), recorded.count(),
				recorded.amountWanYuan(), false);
	}

	/// Folds the events of a tally, from its recording on.
	public static CountedTally of(List<TallyEvent> events) {
		CountedTally counted = of((TallyRecorded) events.getFirst());
		for (TallyEvent event : events.subList(1, events.size())) {
			counted = counted.after(event);
		}
		return counted;
	}

	/// The tally after one more event.
	public CountedTally after(TallyEvent event) {
		return switch (event) {
			case TallyRecorded _ -> this;
			case TallyRectified e -> new CountedTally(this.agency, this.item,
					Objects.requireNonNullElse(e.from(), this.from), (e.count() != null) ? e.count() : this.count,
					(e.amountWanYuan() != null) ? e.amountWanYuan() : this.amountWanYuan, this.isVoid);
			case TallyStruck _ ->
				new CountedTally(this.agency, this.item, this.from, this.count, this.amountWanYuan, true);
		};
	}

	@Override
	public Map<Cell, BigDecimal> cells(int year, DisputeCounting disputes) {
		if (this.isVoid) {
			return Map.of();
		}
		BigDecimal number = Objects.requireNonNullElseGet(this.amountWanYuan,
				() -> BigDecimal.valueOf(Objects.requireNonNull(this.count)));
		return TableTwoForm.of(year)
			.places()
			.filter((place) -> place.row().tallyItem(place.column()) == this.item
					&& place.column().counts(this.from.getYear(), year))
			.collect(Collectors.toMap((place) -> Cell.of(place.row(), place.column()),
					(place) -> place.column().of(number)));
	}

}
