package org.gongkai.statute.audit;

import java.math.BigDecimal;
import java.util.List;

import org.gongkai.events.Event;
import org.gongkai.events.agency.DisputeCounting;
import org.gongkai.events.disclosure.DocumentAmended;
import org.gongkai.events.disclosure.DocumentKind;
import org.gongkai.events.disclosure.DocumentMade;
import org.gongkai.events.disclosure.DocumentRectified;
import org.gongkai.events.disclosure.DocumentRepealed;
import org.gongkai.events.disclosure.DocumentStruck;
import org.gongkai.events.disclosure.RepealWay;
import org.gongkai.events.disclosure.StruckPart;
import org.gongkai.events.disclosure.TallyItem;
import org.gongkai.events.disclosure.TallyRecorded;
import org.gongkai.events.disclosure.TallyRectified;
import org.gongkai.events.disclosure.TallyStruck;
import org.gongkai.statute.report.YearToDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.statute.audit.Course.on;

class DisclosurePlacementTest {

	private static final DocumentMade MADE = made("2022-05-01", false);

	private static final DocumentRepealed REPEALED = new DocumentRepealed("T/1", on("2023-06-01"), RepealWay.REPEALED);

	@Test
	void a_document_is_made_in_force_and_repealed_in_the_years_of_these_days() {
		assertThat(cells(2021, MADE, REPEALED)).isEmpty();
		assertThat(cells(2022, MADE, REPEALED)).containsExactly("normative_documents inForce 1",
				"normative_documents made 1");
		assertThat(cells(2023, MADE, REPEALED)).containsExactly("normative_documents repealed 1");
		assertThat(cells(2024, MADE, REPEALED)).isEmpty();
		assertThat(last(2021, MADE)).isEqualTo("later-year []");
		assertThat(last(2023, MADE)).isEqualTo("in-force []");
		assertThat(last(2024, MADE, REPEALED)).isEqualTo("earlier-year []");
	}

	@Test
	void a_document_that_is_made_and_repealed_in_a_year_counts_in_both_columns() {
		assertThat(cells(2023, made("2023-01-05", false), REPEALED)).containsExactly("normative_documents made 1",
				"normative_documents repealed 1");
	}

	@Test
	void opening_stock_is_made_in_no_year() {
		assertThat(cells(2022, made("2022-05-01", true))).containsExactly("normative_documents inForce 1");
		assertThat(told(2022, made("2022-05-01", true))).contains("opening-stock [0]");
	}

	@Test
	void the_form_of_2019_has_no_column_for_repeals() {
		DocumentRepealed repealed = new DocumentRepealed("T/1", on("2020-06-01"), RepealWay.LAPSED);

		assertThat(cells(2019, made("2019-05-01", false))).containsExactly("normative_documents newlyMade 1",
				"normative_documents newlyPublished 1", "normative_documents publishedTotal 1");
		assertThat(cells(2020, made("2019-05-01", false), repealed)).isEmpty();
		assertThat(last(2020, made("2019-05-01", false), repealed)).isEqualTo("not-on-form []");
	}

	@Test
	void corrections_of_a_document_are_named_and_hold() {
		Event[] life = { MADE, new DocumentAmended("T/1", on("2022-08-01")), REPEALED,
				new DocumentRectified("T/1", on("2024-01-02"), "登记有误", DocumentKind.REGULATION, null, on("2023-01-09"),
						null, on("2024-02-01"), null) };

		assertThat(cells(2022, life)).isEmpty();
		assertThat(cells(2023, life)).containsExactly("regulations inForce 1", "regulations made 1");
		assertThat(told(2023, life)).startsWith("making [0]", "amendment [1]", "repeal [2]", "document-rectified [3]",
				"document-rectified [3]", "document-rectified [3]");
	}

	@Test
	void a_struck_repeal_leaves_the_document_in_force_and_a_struck_record_counts_nowhere() {
		Event[] life = { MADE, REPEALED, new DocumentStruck("T/1", on("2023-07-01"), StruckPart.REPEAL, "误录") };

		assertThat(cells(2023, life)).containsExactly("normative_documents inForce 1");
		assertThat(told(2023, life)).contains("struck [1, 2]");
		assertThat(cells(2022, MADE, new DocumentStruck("T/1", on("2023-07-01"), StruckPart.RECORD, "误录"))).isEmpty();
		assertThat(last(2022, MADE, new DocumentStruck("T/1", on("2023-07-01"), StruckPart.RECORD, "误录")))
			.isEqualTo("void [0, 1]");
	}

	@Test
	void a_year_that_ends_early_has_no_later_repeal() {
		Placement placement = Placement.of(Course.of(MADE, REPEALED), YearToDate.of(2023, on("2023-05-31")),
				DisputeCounting.INCLUDING_CARRIED_IN);

		assertThat(words(placement)).containsExactly("normative_documents inForce 1");
	}

	@Test
	void a_tally_adds_its_number_to_one_cell_of_its_year() {
		assertThat(cells(2023, tally(TallyItem.LICENCES, "2023-01-01", "2023-12-31", 120L, null)))
			.containsExactly("licences decisions 120");
		assertThat(cells(2023, tally(TallyItem.FEES, "2023-01-01", "2023-12-31", null, "12.50")))
			.containsExactly("fees amountWanYuan 12.50");
		assertThat(last(2024, tally(TallyItem.LICENCES, "2023-01-01", "2023-12-31", 120L, null)))
			.isEqualTo("earlier-year []");
		assertThat(last(2022, tally(TallyItem.LICENCES, "2023-01-01", "2023-12-31", 120L, null)))
			.isEqualTo("later-year []");
		assertThat(last(2023, tally(TallyItem.TRAININGS, "2023-01-01", "2023-12-31", 3L, null)))
			.isEqualTo("not-on-form []");
	}

	@Test
	void a_change_of_items_is_this_years_and_then_part_of_last_years_number() {
		TallyRecorded change = tally(TallyItem.PENALTY_ITEMS, "2019-03-01", "2019-03-01", -4L, null);

		assertThat(cells(2019, change)).containsExactly("penalties change -4");
		assertThat(cells(2020, change)).containsExactly("penalties lastYearItems -4");
		assertThat(last(2020, change)).isEqualTo("items-before []");
		assertThat(cells(2021, change)).isEmpty();
		assertThat(cells(2019, tally(TallyItem.PROCUREMENT_AMOUNT, "2019-03-01", "2019-03-01", null, "25.1")))
			.containsExactly("procurement amount 251000");
	}

	@Test
	void a_corrected_tally_adds_what_is_right_and_a_struck_one_nothing() {
		TallyRecorded recorded = tally(TallyItem.LICENCES, "2022-01-01", "2022-12-31", 120L, null);
		TallyRectified right = new TallyRectified("T/1", on("2024-01-02"), "登记有误", on("2023-01-01"), on("2023-12-31"),
				12L, null, null);

		assertThat(cells(2022, recorded, right)).isEmpty();
		assertThat(cells(2023, recorded, right)).containsExactly("licences decisions 12");
		assertThat(told(2023, recorded, right)).containsExactly("tally [0]", "tally-rectified [1]", "tally-in-year []");
		assertThat(last(2022, recorded, new TallyStruck("T/1", on("2023-01-02"), "误录"))).isEqualTo("void [0, 1]");
	}

	private static DocumentMade made(String day, boolean opening) {
		return new DocumentMade("T/1", "T", DocumentKind.NORMATIVE_DOCUMENT, "1", "办法", on(day), opening);
	}

	private static TallyRecorded tally(TallyItem item, String from, String to, @Nullable Long count,
			@Nullable String amount) {
		return new TallyRecorded("T/1", "T", "1", item, on(from), on(to), count,
				(amount == null) ? null : new BigDecimal(amount), null);
	}

	private static Placement in(int year, Event... life) {
		return Placement.of(Course.of(life), YearToDate.of(year, null), DisputeCounting.INCLUDING_CARRIED_IN);
	}

	private static List<String> cells(int year, Event... life) {
		return words(in(year, life));
	}

	private static List<String> words(Placement placement) {
		assertThat(placement.table()).isEqualTo(2);
		assertThat(placement.agency()).isEqualTo("T");
		assertThat(placement.withSums()).isEqualTo(placement.cells());
		return placement.cells()
			.entrySet()
			.stream()
			.map((one) -> one.getKey().row() + " " + one.getKey().column() + " " + one.getValue().toPlainString())
			.sorted()
			.toList();
	}

	private static List<String> told(int year, Event... life) {
		return in(year, life).reasons()
			.stream()
			.map((reason) -> reason.basis().code() + " " + reason.entries())
			.toList();
	}

	private static String last(int year, Event... life) {
		return told(year, life).getLast();
	}

}
