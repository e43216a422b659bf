package org.gongkai.statute.report;

import java.math.BigDecimal;

import org.gongkai.events.agency.AgencyKind;
import org.gongkai.events.disclosure.TallyItem;
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

	private static final TableTwo SUQIAN_2023 = new TableTwo(TableTwoForm.FORM_2021, new Stock(2, 0, 11),
			new Stock(109, 489, 597), tallies("1808595", "2822652", "20163", "59237.2449"));

	private static final TableTwo SHANGHAI_GO_2019 = new TableTwo(TableTwoForm.FORM_2019, new Stock(13, 0, 524),
			new Stock(60, 0, 368), TallySums.EMPTY.with(2019, TallyItem.PROCUREMENTS, 2019, BigDecimal.valueOf(6))
				.with(2019, TallyItem.PROCUREMENT_AMOUNT, 2019, new BigDecimal("25.1")));

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
	void the_form_of_2019_has_rows_and_columns_of_its_own_and_prints_yuan_with_their_unit() {
		assertThat(SHANGHAI_GO_2019.asRows()).extracting(Object::toString)
			.containsExactly("{item=regulations, newlyMade=13, newlyPublished=13, publishedTotal=524}",
					"{item=normative_documents, newlyMade=60, newlyPublished=60, publishedTotal=368}",
					"{item=licences, lastYearItems=0, change=0, decisions=0}",
					"{item=other_services, lastYearItems=0, change=0, decisions=0}",
					"{item=penalties, lastYearItems=0, change=0, decisions=0}",
					"{item=coercions, lastYearItems=0, change=0, decisions=0}",
					"{item=fees, lastYearItems=0, change=0}", "{item=procurement, items=6, amount=251000元}");
		assertThat(SHANGHAI_GO_2019.get(TableTwoRow.PROCUREMENT, TableTwoColumn.AMOUNT))
			.isEqualTo(BigDecimal.valueOf(251_000));
	}

	@ParameterizedTest
	@CsvSource({ "2018, FORM_2019", "2019, FORM_2019", "2020, FORM_2019", "2021, FORM_2021", "2026, FORM_2021" })
	void a_year_has_its_form(int year, TableTwoForm form) {
		assertThat(TableTwoForm.of(year)).isEqualTo(form);
	}

	@Test
	void a_form_calls_its_cells_by_its_own_words() {
		assertThat(TableTwoForm.FORM_2019.label(TableTwoRow.NORMATIVE_DOCUMENTS)).isEqualTo("规范性文件");
		assertThat(TableTwoForm.FORM_2021.label(TableTwoRow.NORMATIVE_DOCUMENTS)).isEqualTo("行政规范性文件");
		assertThat(TableTwoForm.FORM_2019.label(TableTwoColumn.DECISIONS)).isEqualTo("处理决定数量");
		assertThat(TableTwoForm.FORM_2021.label(TableTwoColumn.DECISIONS)).isEqualTo("本年处理决定数量");
	}

	@Test
	void tables_of_several_offices_add_up_cell_by_cell() {
		TableTwo sum = SUQIAN_2023.plus(new TableTwo(TableTwoForm.FORM_2021, Stock.EMPTY, new Stock(1, 2, 3),
				tallies("4", "5", "6", "0.75511")));

		assertThat(sum).isEqualTo(new TableTwo(TableTwoForm.FORM_2021, new Stock(2, 0, 11), new Stock(110, 491, 600),
				tallies("1808599", "2822657", "20169", "59238.00001")));
	}

	@Test
	void a_row_has_the_columns_of_its_part_and_no_others() {
		assertThat(SUQIAN_2023.text(TableTwoRow.NORMATIVE_DOCUMENTS, TableTwoColumn.REPEALED)).isEqualTo("489");
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> SUQIAN_2023.get(TableTwoRow.PENALTIES, TableTwoColumn.MADE))
			.extracting(Refused::rule)
			.isEqualTo(Rule.UNKNOWN_CELL);
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> SUQIAN_2023.get(TableTwoRow.PROCUREMENT, TableTwoColumn.ITEMS))
			.extracting(Refused::rule)
			.isEqualTo(Rule.UNKNOWN_CELL);
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> SHANGHAI_GO_2019.get(TableTwoRow.FEES, TableTwoColumn.AMOUNT_WAN_YUAN))
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

	private static TallySums tallies(String licences, String penalties, String coercions, String fees) {
		return TallySums.EMPTY.with(2023, TallyItem.LICENCES, 2023, new BigDecimal(licences))
			.with(2023, TallyItem.PENALTIES, 2023, new BigDecimal(penalties))
			.with(2023, TallyItem.COERCIONS, 2023, new BigDecimal(coercions))
			.with(2023, TallyItem.FEES, 2023, new BigDecimal(fees));
	}

	private static AgencyKind kind(String name) {
		return AgencyKind.valueOf(name.toUpperCase(java.util.Locale.ROOT));
	}

}
