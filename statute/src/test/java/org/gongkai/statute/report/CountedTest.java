package org.gongkai.statute.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.gongkai.events.Event;
import org.gongkai.events.agency.AgencyRenamed;
import org.gongkai.events.agency.DisputeCounting;
import org.gongkai.events.application.ApplicantKind;
import org.gongkai.events.application.Outcome;
import org.gongkai.events.application.PersonalText;
import org.gongkai.events.disclosure.DocumentKind;
import org.gongkai.events.disclosure.DocumentMade;
import org.gongkai.events.disclosure.DocumentRepealed;
import org.gongkai.events.disclosure.DocumentStruck;
import org.gongkai.events.disclosure.RepealWay;
import org.gongkai.events.disclosure.StruckPart;
import org.gongkai.events.disclosure.TallyItem;
import org.gongkai.events.disclosure.TallyRecorded;
import org.gongkai.events.disclosure.TallyRectified;
import org.gongkai.events.disclosure.TallyStruck;
import org.gongkai.events.review.DisputeEntryStruck;
import org.gongkai.events.review.DisputeOutcome;
import org.gongkai.events.review.DisputedAct;
import org.gongkai.events.review.LawsuitFiled;
import org.gongkai.events.review.LawsuitKind;
import org.gongkai.events.review.ReviewConcluded;
import org.gongkai.events.review.ReviewFiled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CountedTest {

	private static final ReviewFiled FILED = new ReviewFiled("review:T/1", "T", "1", null, DisputedAct.OTHER, null,
			LocalDate.parse("2022-11-02"), new PersonalText(null, null));

	private static final DocumentMade MADE = new DocumentMade("T/1", "T", DocumentKind.NORMATIVE_DOCUMENT, "1", "甲办法",
			LocalDate.parse("2022-05-04"), false);

	private static final TallyRecorded FEES = new TallyRecorded("T/1", "T", "1", TallyItem.FEES,
			LocalDate.parse("2023-01-01"), LocalDate.parse("2023-12-31"), null, new BigDecimal("0.1900"), null);

	@ParameterizedTest
	@CsvSource({ "2021, INCLUDING_CARRIED_IN,", "2022, INCLUDING_CARRIED_IN, pending",
			"2023, INCLUDING_CARRIED_IN, pending", "2024, INCLUDING_CARRIED_IN, corrected",
			"2025, INCLUDING_CARRIED_IN,", "2022, NEW_ONLY, pending", "2023, NEW_ONLY,", "2024, NEW_ONLY," })
	void a_dispute_counts_where_it_was_filed_and_while_it_was_carried(int year, DisputeCounting counting,
			String result) {
		Event concluded = new ReviewConcluded("review:T/1", DisputeOutcome.CORRECTED, null,
				LocalDate.parse("2024-02-01"), null, false);

		assertThat(cells(year, counting, FILED, concluded))
			.isEqualTo((result == null) ? Map.of() : Map.of("4 review " + result, "1", "4 review total", "1"));
	}

	@Test
	void a_struck_dispute_and_one_that_another_organ_answers_for_count_nowhere() {
		LawsuitFiled joint = new LawsuitFiled("lawsuit:T/1", "T", "1", LawsuitKind.AFTER_REVIEW, null, null,
				DisputedAct.OTHER, null, LocalDate.parse("2023-03-01"), true, new PersonalText(null, null));

		assertThat(cells(2023, joint)).isEmpty();
		assertThat(cells(2022, FILED, new DisputeEntryStruck("review:T/1", LocalDate.parse("2024-02-01"), 0, "误录")))
			.isEmpty();
	}

	@Test
	void a_document_is_made_once_and_in_force_until_it_is_repealed() {
		Event repealed = new DocumentRepealed("T/1", LocalDate.parse("2024-02-01"), RepealWay.LAPSED);

		assertThat(cells(2022, MADE, repealed))
			.isEqualTo(Map.of("2 normative_documents made", "1", "2 normative_documents inForce", "1"));
		assertThat(cells(2023, MADE, repealed)).isEqualTo(Map.of("2 normative_documents inForce", "1"));
		assertThat(cells(2024, MADE, repealed)).isEqualTo(Map.of("2 normative_documents repealed", "1"));
		assertThat(cells(2024, MADE, repealed, struck(StruckPart.REPEAL)))
			.isEqualTo(Map.of("2 normative_documents inForce", "1"));
		assertThat(cells(2022, MADE, struck(StruckPart.RECORD))).isEmpty();
	}

	@Test
	void a_tally_counts_in_its_year_to_the_precision_it_was_told_in() {
		Event rectified = new TallyRectified("T/1", LocalDate.parse("2024-02-01"), "误录", null, null, null,
				new BigDecimal("0.315"), null);

		assertThat(cells(2023, FEES)).isEqualTo(Map.of("2 fees amountWanYuan", "0.1900"));
		assertThat(cells(2024, FEES)).isEmpty();
		assertThat(cells(2023, FEES, rectified)).isEqualTo(Map.of("2 fees amountWanYuan", "0.315"));
		assertThat(cells(2023, FEES, new TallyStruck("T/1", LocalDate.parse("2024-02-01"), "误录"))).isEmpty();
	}

	@Test
	void a_document_counts_in_the_columns_of_the_form_of_its_year() {
		Event made = new DocumentMade("T/2", "T", DocumentKind.REGULATION, "2", "甲规定", LocalDate.parse("2020-05-04"),
				false);

		assertThat(cells(2019, made)).isEmpty();
		assertThat(cells(2020, made)).isEqualTo(Map.of("2 regulations newlyMade", "1", "2 regulations newlyPublished",
				"1", "2 regulations publishedTotal", "1"));
		assertThat(cells(2021, made)).isEqualTo(Map.of("2 regulations inForce", "1"));
	}

	@ParameterizedTest
	@CsvSource({ "2018, ", "2019, change", "2020, lastYearItems", "2021, " })
	void a_change_in_items_counts_in_its_year_and_then_in_last_year_s_number(int year, String column) {
		assertThat(cells(year, tally(TallyItem.LICENCE_ITEMS, 2019, -3L, null)))
			.isEqualTo((column == null) ? Map.of() : Map.of("2 licences " + column, "-3"));
	}

	@Test
	void what_was_procured_counts_in_yuan_on_the_form_that_asks_for_it() {
		assertThat(cells(2020, tally(TallyItem.PROCUREMENTS, 2020, 6L, null)))
			.isEqualTo(Map.of("2 procurement items", "6"));
		assertThat(cells(2020, tally(TallyItem.PROCUREMENT_AMOUNT, 2020, null, "25.1")))
			.isEqualTo(Map.of("2 procurement amount", "251000"));
		assertThat(cells(2021, tally(TallyItem.PROCUREMENT_AMOUNT, 2021, null, "25.1"))).isEmpty();
		assertThat(cells(2020, tally(TallyItem.FEES, 2020, null, "25.1"))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "2020, other_aggregate", "2021, other_2" })
	void a_case_counts_in_the_row_that_the_form_of_its_year_prints(int year, String row) {
		CountedCase lapsed = new CountedCase("T", ApplicantKind.BUSINESS, LocalDate.of(year, 3, 1), Outcome.OTHER_2,
				LocalDate.of(year, 5, 1), false);

		assertThat(words(lapsed.cells(year, DisputeCounting.NEW_ONLY))).containsOnlyKeys("3 new business",
				"3 new total", "3 " + row + " business", "3 " + row + " total", "3 total business", "3 total total");
	}

	@Test
	void an_agency_is_not_counted() {
		assertThat(Counted.of(List.of(new AgencyRenamed("T", "某街道", LocalDate.parse("2023-03-01"))))).isNull();
		assertThat(Counted.of(List.of())).isNull();
	}

	@Test
	void cells_stand_in_the_order_of_the_form_and_are_called_as_it_calls_them() {
		Cell inForce = Cell.of(TableTwoRow.NORMATIVE_DOCUMENTS, TableTwoColumn.IN_FORCE);
		Cell made = Cell.of(TableTwoRow.NORMATIVE_DOCUMENTS, TableTwoColumn.MADE);
		Cell carriedOut = Cell.of(Row.CARRIED_OUT, Column.TOTAL);
		Cell pending = Cell.of(DisputeBlock.DIRECT, DisputeResult.PENDING);

		assertThat(List.of(pending, inForce, carriedOut, made).stream().sorted()).containsExactly(made, inForce,
				carriedOut, pending);
		assertThat(List.of(made, carriedOut, pending)).extracting(Cell::label)
			.containsExactly("表二“行政规范性文件”本年制发件数", "表三“四、结转下年度继续办理”总计", "表四“未经复议直接起诉”尚未审结");
	}

	private static TallyRecorded tally(TallyItem item, int year, Long count, String amount) {
		return new TallyRecorded("T/3", "T", "3", item, LocalDate.of(year, 3, 1), LocalDate.of(year, 3, 1), count,
				(amount == null) ? null : new BigDecimal(amount), null);
	}

	private static DocumentStruck struck(StruckPart part) {
		return new DocumentStruck("T/1", LocalDate.parse("2024-03-01"), part, "误录");
	}

	private static Map<String, String> cells(int year, Event... stream) {
		return cells(year, DisputeCounting.INCLUDING_CARRIED_IN, stream);
	}

	private static Map<String, String> cells(int year, DisputeCounting counting, Event... stream) {
		Counted counted = Counted.of(List.of(stream));
		assertThat(counted).isNotNull();
		return words(counted.cells(year, counting));
	}

	private static Map<String, String> words(Map<Cell, BigDecimal> cells) {
		return cells.entrySet()
			.stream()
			.collect(Collectors.toMap(
					(cell) -> cell.getKey().table() + " " + cell.getKey().row() + " " + cell.getKey().column(),
					(cell) -> cell.getValue().toPlainString(), (one, _) -> one, TreeMap::new));
	}

}
