package org.gongkai.query.report.check;

import java.util.List;
import java.util.stream.Stream;

import org.gongkai.query.report.published.Changed;
import org.gongkai.query.report.published.Place;
import org.gongkai.query.report.published.PrintedReport;
import org.gongkai.query.report.published.Published;
import org.gongkai.statute.report.Column;
import org.gongkai.statute.report.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class ReportCheckTest {

	static Stream<Published> right() {
		return Published.right();
	}

	@ParameterizedTest
	@MethodSource("right")
	void nothing_is_found_in_a_published_report_that_is_right(Published published) {
		assertThat(check(published.report(), null)).isEmpty();
	}

	@Test
	void totals_of_table_four_that_were_left_at_zero_are_errors() {
		assertThat(check(Published.HONGZE_DISTRICT_2023.report(), null))
			.extracting(Finding::rule, Finding::row, Finding::column, Finding::expected, Finding::found)
			.containsExactly(tuple("dispute-total", "review", "total", "11", "0"),
					tuple("dispute-total", "after_review", "total", "5", "0"));
	}

	@Test
	void sentences_that_contradict_the_table_and_totals_left_blank_are_errors() {
		List<Finding> findings = check(Published.SHANGHAI_GO_2019.report(), null);

		assertThat(findings).filteredOn((finding) -> finding.rule().equals("sentence"))
			.extracting(Finding::row, Finding::expected, Finding::found)
			.containsExactly(tuple("granted", "275", "258"), tuple("unavailable", "337", "265"));
		assertThat(findings).filteredOn((finding) -> finding.rule().equals("blank-total"))
			.hasSize(11)
			.extracting(Finding::row, Finding::expected)
			.contains(tuple("granted", "272"), tuple("unavailable_1", "265"));
	}

	@Test
	void consecutive_years_agree_in_what_was_carried_over_and_in_the_stock_of_documents() {
		assertThat(check(Published.SUQIAN_CITY_2024.report(), Published.SUQIAN_CITY_2023.report())).isEmpty();
		assertThat(check(Published.HONGZE_DISTRICT_2024.report(), Published.HONGZE_DISTRICT_2023.report())).isEmpty();
	}

	@Test
	void carried_in_that_last_year_did_not_carry_out_is_an_error_in_its_column() {
		PrintedReport before = Changed.cell(Published.SUQIAN_CITY_2023.report(),
				Place.of(Row.CARRIED_OUT, Column.BUSINESS), "4");

		assertThat(check(Published.SUQIAN_CITY_2024.report(), before)).singleElement().satisfies((finding) -> {
			assertThat(finding.rule()).isEqualTo("carry-over");
			assertThat(List.of(finding.row(), finding.column(), finding.expected(), finding.found()))
				.isEqualTo(List.of("carried_in", "business", "4", "3"));
		});
	}

	@Test
	void a_stock_that_does_not_follow_from_last_year_is_an_error_and_with_a_remark_a_warning() {
		Place inForce = new Place(Place.Table.TWO, "normative_documents", "inForce");
		PrintedReport report = Published.SUQIAN_CITY_2024.report();
		PrintedReport before = Published.SUQIAN_CITY_2023.report();

		assertThat(check(Changed.cell(report, inForce, "421"), before)).singleElement().satisfies((finding) -> {
			assertThat(finding.rule()).isEqualTo("stock");
			assertThat(finding.severity()).isEqualTo(Severity.ERROR);
			assertThat(finding.sentence()).contains("597+50-227=420≠421");
		});
		assertThat(check(Changed.cell(report, inForce, "421（含修订1件）"), before)).extracting(Finding::severity)
			.containsExactly(Severity.WARNING);
	}

	@Test
	void a_cell_that_the_record_contradicts_is_an_error_in_the_scope_that_agrees_better() {
		PrintedReport whole = Published.SUQIAN_CITY_2024.report();
		Place granted = Place.of(Row.GRANTED, Column.NATURAL_PERSON);
		PrintedReport alone = Published.SHUYANG_DRC_2023.report();

		assertThat(ReportCheck.of(whole, null, List.of(alone, whole))).isEmpty();
		assertThat(ReportCheck.of(whole, null, List.of(alone, Changed.cell(whole, granted, "1407")))).singleElement()
			.satisfies((finding) -> {
				assertThat(finding.rule()).isEqualTo("record");
				assertThat(List.of(finding.row(), finding.column(), finding.expected(), finding.found()))
					.isEqualTo(List.of("granted", "natural_person", "1407", "1408"));
			});
	}

	@Test
	void a_blank_may_be_any_number_so_only_a_sum_that_is_too_large_is_an_error() {
		PrintedReport report = Published.SUQIAN_CITY_2024.report();
		Place cell = Place.of(Row.GRANTED, Column.BUSINESS);

		assertThat(check(Changed.cell(report, cell, ""), null)).extracting(Finding::rule, Finding::row, Finding::column)
			.containsExactly(tuple("blank", "granted", "business"));
		assertThat(check(
				Changed.cell(Changed.cell(report, cell, ""), Place.of(Row.GRANTED, Column.NATURAL_PERSON), "1500"),
				null))
			.filteredOn((finding) -> finding.severity() == Severity.ERROR)
			.extracting(Finding::rule, Finding::row, Finding::column)
			.contains(tuple("row-total", "granted", "total"));
	}

	private static List<Finding> check(PrintedReport report, @Nullable PrintedReport before) {
		return ReportCheck.of(report, before, List.of());
	}

}
