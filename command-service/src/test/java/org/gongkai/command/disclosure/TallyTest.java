package org.gongkai.command.disclosure;

import java.math.BigDecimal;

import org.gongkai.events.disclosure.TallyEvent;
import org.gongkai.events.disclosure.TallyItem;
import org.gongkai.events.disclosure.TallyRecorded;
import org.gongkai.events.disclosure.TallyRectified;
import org.gongkai.events.disclosure.TallyStruck;
import org.gongkai.statute.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.gongkai.command.disclosure.Cabinet.on;

class TallyTest {

	private static final RecordId ID = RecordId.of("T/1");

	@Test
	void a_year_s_decisions_are_one_tally_and_one_decision_is_a_tally_of_one() {
		after().records(tally(TallyItem.PENALTIES, "2023-01-01", "2023-12-31", "13", null), recorded());
		after().records(
				new RecordTally("T", "1", TallyItem.LICENCES, on("2023-05-04"), on("2023-05-04"), 1L, null,
						"许可〔2023〕7号"),
				new TallyRecorded("T/1", "T", "1", TallyItem.LICENCES, on("2023-05-04"), on("2023-05-04"), 1L, null,
						"许可〔2023〕7号"));
	}

	@Test
	void fees_keep_the_precision_they_were_given_in() {
		after().records(tally(TallyItem.FEES, "2023-01-01", "2023-12-31", null, "59237.2449"),
				new TallyRecorded("T/1", "T", "1", TallyItem.FEES, on("2023-01-01"), on("2023-12-31"), null,
						new BigDecimal("59237.2449"), null));
	}

	@ParameterizedTest
	@CsvSource({ "fees, 5, ", "fees, , ", "fees, , -0.01", "fees, , 0.0000001", "fees, 5, 5", "fees, , 1e13",
			"penalties, , 5", "penalties, -1, ", "penalties, , ", "penalties, 1, 1", "penalties, 1000000000001, ",
			"procurement_amount, 5, ", "procurement_amount, , -1", "procurements, -1, ", "other_services, -1, ",
			"licence_items, , 5", "licence_items, , ", "licence_items, -1000000000001, " })
	void fees_and_what_is_procured_are_amounts_and_everything_else_is_a_count(String item, String count,
			String amount) {
		after().refuses(tally(TallyItem.valueOf(item.toUpperCase(java.util.Locale.ROOT)), "2023-01-01", "2023-12-31",
				count, amount), Rule.TALLY_VALUE);
	}

	@ParameterizedTest
	@EnumSource(names = { "LICENCE_ITEMS", "OTHER_SERVICE_ITEMS", "PENALTY_ITEMS", "COERCION_ITEMS", "FEE_ITEMS" })
	void a_number_of_items_changes_up_and_down(TallyItem item) {
		after().records(tally(item, "2020-05-01", "2020-05-01", "-3", null),
				new TallyRecorded("T/1", "T", "1", item, on("2020-05-01"), on("2020-05-01"), -3L, null, null));
	}

	@Test
	void a_tally_lies_within_one_year_and_ends_after_it_begins() {
		after().refuses(tally(TallyItem.PENALTIES, "2022-12-31", "2023-01-01", "1", null), Rule.TALLY_ACROSS_YEARS);
		after().refuses(tally(TallyItem.PENALTIES, "2023-02-02", "2023-02-01", "1", null), Rule.DISCLOSURE_DAY_ORDER);
		after(recorded()).refuses(rectify("2022-12-31", null), Rule.TALLY_ACROSS_YEARS);
	}

	@Test
	void a_number_names_one_tally_of_an_agency_that_exists() {
		after(recorded()).refuses(tally(TallyItem.PENALTIES, "2023-01-01", "2023-12-31", "13", null),
				Rule.DISCLOSURE_EXISTS);
		after().refuses(new RecordTally("nowhere", "1", TallyItem.TRAININGS, on("2023-05-04"), on("2023-05-04"), 1L,
				null, null), Rule.UNKNOWN_AGENCY);
		after().refuses(
				new RecordTally("old", "1", TallyItem.TRAININGS, on("2024-01-01"), on("2024-03-01"), 1L, null, null),
				Rule.AGENCY_CLOSED);
	}

	@Test
	void a_tally_is_rectified_and_struck_in_sight() {
		after(recorded()).records(rectify(null, 14L),
				new TallyRectified("T/1", on("2024-01-08"), "漏计一件", null, null, 14L, null, null));
		after(recorded()).refuses(rectify(null, null), Rule.NOTHING_TO_RECTIFY);
		after(recorded()).refuses(rectify(null, -1L), Rule.TALLY_VALUE);
		StrikeTally strike = new StrikeTally(ID, on("2024-01-09"), "重复登记");
		TallyStruck struck = new TallyStruck("T/1", on("2024-01-09"), "重复登记");
		after(recorded()).records(strike, struck);
		after(recorded(), struck).refuses(strike, Rule.DISCLOSURE_STRUCK);
		after(recorded(), struck).refuses(rectify(null, 14L), Rule.DISCLOSURE_STRUCK);
	}

	private static Cabinet after(TallyEvent... events) {
		return Cabinet.of(Tally.class, events);
	}

	private static RecordTally tally(TallyItem item, String from, String to, String count, String amount) {
		return new RecordTally("T", "1", item, on(from), on(to), (count == null) ? null : Long.valueOf(count),
				(amount == null) ? null : new BigDecimal(amount), null);
	}

	private static RectifyTally rectify(String from, Long count) {
		return new RectifyTally(ID, on("2024-01-08"), "漏计一件", (from == null) ? null : on(from), null, count, null,
				null);
	}

	private static TallyRecorded recorded() {
		return new TallyRecorded("T/1", "T", "1", TallyItem.PENALTIES, on("2023-01-01"), on("2023-12-31"), 13L, null,
				null);
	}

}
