package org.gongkai.statute.report;

import java.math.BigDecimal;
import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gongkai.events.disclosure.TallyItem;

import static org.assertj.core.api.Assertions.assertThat;

class TallySumsProperties {

	record Tallied(TallyItem item, int year, long number) {
	}

	@Property
	void last_year_s_items_and_the_change_are_next_year_s_last_year_s_items(@ForAll("tallies") List<Tallied> tallies,
			@ForAll TallyItem item) {
		for (int year = 2017; year <= 2022; year++) {
			TallySums sums = of(year, tallies);
			int reported = year;

			assertThat(of(year + 1, tallies).before(item))
				.isEqualByComparingTo(item.isChange() ? sums.before(item).add(sums.within(item)) : BigDecimal.ZERO);
			assertThat(sums.count(item)).isEqualTo(tallies.stream()
				.filter((one) -> one.item() == item && one.year() == reported)
				.mapToLong(Tallied::number)
				.sum());
		}
	}

	private static TallySums of(int year, List<Tallied> tallies) {
		TallySums sums = TallySums.EMPTY;
		for (Tallied one : tallies) {
			sums = sums.with(year, one.item(), one.year(), BigDecimal.valueOf(one.number()));
		}
		return sums;
	}

	@Provide
	Arbitrary<List<Tallied>> tallies() {
		return Combinators
			.combine(Arbitraries.of(TallyItem.class), Arbitraries.integers().between(2017, 2022),
					Arbitraries.longs().between(-50, 400))
			.as(Tallied::new)
			.list()
			.ofMaxSize(40);
	}

}
