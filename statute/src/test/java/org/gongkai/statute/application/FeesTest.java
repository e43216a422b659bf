package org.gongkai.statute.application;

import java.math.BigDecimal;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.gongkai.events.application.FeeSchedule;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FeesTest {

	@ParameterizedTest
	@CsvSource(textBlock = """
			# items, yuan,  the last of them
			0,       0,     0
			1,       0,     0
			10,      0,     0
			11,      100,   100
			30,      2000,  100
			31,      2200,  200
			40,      4000,  200
			41,      4300,  300
			50,      7000,  300
			51,      7400,  400
			100,     37000, 800
			101,     37900, 900
			""")
	void items_of_a_month_cost_more_from_step_to_step(int items, BigDecimal yuan, BigDecimal last) {
		assertThat(Fees.perItem(items)).isEqualByComparingTo(yuan);
		assertThat(Fees.of(FeeSchedule.PER_ITEM, items)).isEqualByComparingTo(yuan);
		assertThat((items > 0) ? Fees.item(items) : BigDecimal.ZERO).isEqualByComparingTo(last);
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			# pages, yuan
			0,       0
			30,      0
			31,      10
			100,     700
			101,     720
			200,     2700
			201,     2740
			500,     14700
			""")
	void pages_cost_more_from_band_to_band(int pages, BigDecimal yuan) {
		assertThat(Fees.perPage(pages)).isEqualByComparingTo(yuan);
		assertThat(Fees.of(FeeSchedule.PER_PAGE, pages)).isEqualByComparingTo(yuan);
	}

	@ParameterizedTest
	@CsvSource({ "-1", "1000001", "-2147483648", "2147483647" })
	void a_quantity_that_cannot_be_is_refused(int quantity) {
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> Fees.perItem(quantity))
			.matches((refused) -> refused.rule() == Rule.FEE_AMOUNT);
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> Fees.perPage(quantity));
	}

	@Property
	void the_next_item_and_page_never_cost_less_than_the_one_before(@ForAll @IntRange(min = 2, max = 5000) int n) {
		assertThat(Fees.item(n)).isGreaterThanOrEqualTo(Fees.item(n - 1));
		assertThat(page(n)).isGreaterThanOrEqualTo(page(n - 1));
	}

	private static BigDecimal page(int nth) {
		return Fees.perPage(nth).subtract(Fees.perPage(nth - 1));
	}

}
