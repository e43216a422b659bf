package org.gongkai.statute.report;

import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.gongkai.statute.report.Stock.Life;

import static org.assertj.core.api.Assertions.assertThat;

class StockProperties {

	@Property
	void in_force_is_last_year_s_plus_made_less_repealed(@ForAll("lists") List<Life> list,
			@ForAll @IntRange(min = 2015, max = 2030) int year) {
		assertThat(stock(list, year).imbalance(stock(list, year - 1))).isZero();
	}

	@Property
	void every_document_is_made_once_or_belongs_to_the_opening_stock(@ForAll("lists") List<Life> list) {
		long made = 0;
		for (int year = 2018; year <= 2026; year++) {
			made += stock(list, year).made();
		}
		assertThat(made).isEqualTo(list.stream().filter((life) -> !life.opening()).count());
	}

	private static Stock stock(List<Life> list, int year) {
		Stock stock = Stock.EMPTY;
		for (Life life : list) {
			stock = stock.with(year, life, 1);
		}
		return stock;
	}

	@Provide
	Arbitrary<List<Life>> lists() {
		Arbitrary<Integer> lasted = Arbitraries.integers().between(0, 6).injectNull(0.4);
		return Combinators.combine(Arbitraries.of(true, false), Arbitraries.integers().between(2018, 2026), lasted)
			.as((opening, madeIn, years) -> new Life(opening, madeIn, (years == null) ? null : madeIn + years))
			.list()
			.ofMaxSize(40);
	}

}
