package org.gongkai.statute.report;

import java.math.BigDecimal;

import org.gongkai.events.agency.AgencyKind;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.gongkai.statute.disclosure.RuleMakingPower;
import org.gongkai.statute.report.Stock.Life;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TableTwoTest {

	private static final TableTwo SUQIAN_2023 = new TableTwo(new Stock(2, 0, 11), new Stock(109, 489, 597), 1_808_595,
			2_822_652, 20_163, new BigDecimal("59237.2449"));

	@ParameterizedTest
	@CsvSource({ "false, 2023, , 2023, 1, 0, 1", "false, 2023, 2023, 2023, 1, 1, 0", "false, 2022, 2023, 2023, 0, 1, 0",
			"false, 2022, 2024, 2023, 0, 0, 1", "false, 2024, , 2023, 0, 0, 0", "true, 2023, , 2023, 0, 0, 1",
			"true, 2023, 2023, 2023, 0, 1, 0", "true, 1998, 2022, 2023, 0, 0, 0" })
	void a_document_counts_where_its_years_put_it(boolean opening, int madeIn, Integer repealedIn, int year, long made,
			long repealed, long inForce) {
		assertThat(Stock.EMPTY.with(year, new Life(opening, madeIn, repealedIn), 1))
			.isEqualTo(new Stock(made, repealed, inForce));
	}

	@Test
	void the_published_stocks_of_two_years_hold_the_identity() {
		assertThat(new Stock(2, 1, 12).imbalance(new Stock(2, 0, 11))).isZero();
		assertThat(new Stock(50, 227, 420).imbalance(new Stock(109, 489, 597))).isZero();
		assertThat(new Stock(50, 227, 421).imbalance(new Stock(109, 489, 597))).isEqualTo(1);
	}

	@Test
	void the_rows_are_those_of_the_form_and_fees_keep_their_precision() {
		assertThat(SUQIAN_2023.asRows()).extracting(Object::toString)
			.containsExactly("{item=regulations, made=2, repealed=0, inForce=11}",
					"{item=normative_documents, made=109, repealed=489, inForce=597}",
					"{item=licences, decisions=1808595}", "{item=penalties, decisions=2822652}",
					"{item=coercions, decisions=20163}", "{item=fees, amountWanYuan=59237.2449}");
	}

	@Test
	void tables_of_several_offices_add_up_cell_by_cell() {
		TableTwo sum = SUQIAN_2023
			.plus(new TableTwo(Stock.EMPTY, new Stock(1, 2, 3), 4, 5, 6, new BigDecimal("0.75511")));

		assertThat(sum).isEqualTo(new TableTwo(new Stock(2, 0, 11), new Stock(110, 491, 600), 1_808_599, 2_822_657,
				20_169, new BigDecimal("59238.00001")));
	}

	@Test
	void a_row_has_the_columns_of_its_part_and_no_others() {
		assertThat(SUQIAN_2023.text(TableTwoRow.NORMATIVE_DOCUMENTS, TableTwoColumn.REPEALED)).isEqualTo("489");
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> SUQIAN_2023.get(TableTwoRow.PENALTIES, TableTwoColumn.MADE))
			.extracting(Refused::rule)
			.isEqualTo(Rule.UNKNOWN_CELL);
	}

	@ParameterizedTest
	@CsvSource({ "ministry, , true", "province, , true", "city, province, true", "department, city, true",
			"department, county, false", "department, , false", "township, county, false", "county, city, false",
			"district, city, false", "internal_body, city, false" })
	void rules_are_listed_by_who_may_make_them(String kind, String parent, boolean may) {
		assertThat(RuleMakingPower.mayListRegulations(kind(kind), (parent == null) ? null : kind(parent)))
			.isEqualTo(may);
	}

	private static AgencyKind kind(String name) {
		return AgencyKind.valueOf(name.toUpperCase(java.util.Locale.ROOT));
	}

}
