package org.gongkai.statute.report;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;

import org.gongkai.events.disclosure.TallyItem;

/// 统计数合计: what tallies add up to in a year, item by item. Where an item is a change, the sum of those before the year is the number
/// that it changes: last year's number plus this year's change is next year's “last year's number”, whatever is recorded.
/// Immutable.
///
/// @param before the sums of changes up to 31 December of the year before
/// @param within the sums of the year; an amount in 万元, to the finest precision of its parts
public record TallySums(Map<TallyItem, BigDecimal> before, Map<TallyItem, BigDecimal> within) {

	/// No tallies.
	public static final TallySums EMPTY = new TallySums(Map.of(), Map.of());

	public TallySums {
		before = Map.copyOf(before);
		within = Map.copyOf(within);
	}

	/// The sums with some tallies of one item and year added.
	/// @param year the year that is reported
	/// @param tallied the year of the tallies
	/// @param number what they add up to
	public TallySums with(int year, TallyItem item, int tallied, BigDecimal number) {
		if (tallied == year) {
			return new TallySums(this.before, plus(this.within, Map.of(item, number)));
		}
		return (item.isChange() && tallied < year) ? new TallySums(plus(this.before, Map.of(item, number)), this.within)
				: this;
	}

	/// The sums of both.
	public TallySums plus(TallySums other) {
		return new TallySums(plus(this.before, other.before), plus(this.within, other.within));
	}

	/// What the changes of an item before the year add up to.
	public BigDecimal before(TallyItem item) {
		return this.before.getOrDefault(item, BigDecimal.ZERO);
	}

	/// What the tallies of an item in the year add up to.
	public BigDecimal within(TallyItem item) {
		return this.within.getOrDefault(item, BigDecimal.ZERO);
	}

	/// How many of an item there were in the year.
	public long count(TallyItem item) {
		return within(item).longValueExact();
	}

	private static Map<TallyItem, BigDecimal> plus(Map<TallyItem, BigDecimal> one, Map<TallyItem, BigDecimal> other) {
		Map<TallyItem, BigDecimal> sum = new EnumMap<>(TallyItem.class);
		sum.putAll(one);
		other.forEach((item, number) -> sum.merge(item, number, BigDecimal::add));
		return sum;
	}

}
