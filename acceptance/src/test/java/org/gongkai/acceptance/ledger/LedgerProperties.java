package org.gongkai.acceptance.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;
import org.gongkai.query.report.Reports;
import org.gongkai.query.report.Reports.Question;
import org.gongkai.query.report.published.Place;
import org.gongkai.query.report.published.Printed;
import org.gongkai.statute.Refused;
import org.gongkai.statute.report.Column;
import org.gongkai.statute.report.Row;
import org.gongkai.statute.report.TableThree;
import org.gongkai.statute.report.TableTwoColumn;
import org.gongkai.statute.report.TableTwoForm;
import org.gongkai.statute.report.TableTwoRow;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Any history of commands, by the real doors on a real database. Each try is a city of its own in one log that grows
/// from try to try. `-Dgongkai.tries=200` tries more; a failure prints its seed.
class LedgerProperties {

	private static final int FIRST_YEAR = 2019;

	private static final int LAST_YEAR = OfficeUnderTest.TODAY.getYear();

	/// What 20 histories never lack: without these the comparison would say little.
	private static final List<String> COMMON = List.of("ReceiveApplication", "DecideApplication", "StrikeEntry",
			"RectifyRecord", "ReparentAgency", "FileReview", "FileLawsuit", "MakeDocument", "RecordTally");

	private static OfficeUnderTest office;

	private static int cities;

	@BeforeContainer
	static void open() {
		office = new OfficeUnderTest();
	}

	@AfterContainer
	static void close() {
		office.close();
	}

	@Property(edgeCases = EdgeCasesMode.NONE)
	void after_any_history_every_table_is_what_a_hand_count_gives(@ForAll("histories") List<Step> history,
			@ForAll @IntRange(max = Step.NUMBERS) int moment) {
		Clerk clerk = new Clerk(office, "c" + cities++);
		history.forEach(clerk::tries);
		office.models().settle();
		HandCount hand = HandCount.of(office.log(), clerk.agencies());

		for (String agency : clerk.agencies()) {
			everyYear(hand, agency, false);
			everyYear(hand, agency, true);
		}
		asKnownEarlier(hand, clerk.agencies(), moment);
		theRegister(hand);
		inspect(new Inspector(office, hand), hand, clerk.agencies(), moment);
		everyFormat(hand, clerk.agencies().get(moment % clerk.agencies().size()), moment);
		Map<String, List<String>> live = office.readTables();
		office.models().rebuild("all");
		assertThat(office.readTables()).isEqualTo(live);
		Statistics.label("findings of replies")
			.coverage((found) -> found.check("overdue").count((histories) -> histories > 0));
		Statistics.label("recorded")
			.coverage((recorded) -> COMMON
				.forEach((command) -> recorded.check(command).count((accepted) -> accepted > 0)));
	}

	private static void inspect(Inspector inspector, HandCount hand, List<String> agencies, int moment) {
		String agency = agencies.get(moment % agencies.size());
		int year = Math.max(hand.firstYear(agency), FIRST_YEAR + moment % (LAST_YEAR - FIRST_YEAR + 1));
		inspector.everyCaseIsExplainedIntoItsCells(agency, year);
		inspector.everyOtherRecordIsExplainedIntoItsCells(agency, year);
		inspector.findingsRestOnTheRecord(agencies);
		inspector.theCellsAreExclusiveAndComplete(agency, year, false);
		inspector.theCellsAreExclusiveAndComplete(agency, year, true);
		inspector.differencesCompose(agency, year, hand.positions(), moment);
	}

	private static void everyYear(HandCount hand, String agency, boolean withSubordinates) {
		Reports.@Nullable Report before = null;
		for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
			Question question = new Question(agency, year, withSubordinates, null);
			if (year < hand.firstYear(agency)) {
				assertThatThrownBy(() -> office.reports().report(question)).isInstanceOf(Refused.class);
				continue;
			}
			Reports.Report report = office.reports().report(question);
			Map<String, Map<String, Set<String>>> counted = equal(hand, report, question);
			TableThree table = report.table3();
			assertThat(table.unbalanced()).as(question + " balances").isEmpty();
			counted.forEach((row, kinds) -> cases(question, row, kinds));
			if (before != null && before.counted().equals(report.counted())) {
				stocks(report, before, question);
				assertThat(table.brokenCarryOver(before.table3())).as(question + " carries over").isEmpty();
				assertThat(office.reports().cases(question, Row.CARRIED_IN, Column.TOTAL))
					.as(question + " carries over")
					.isEqualTo(office.reports()
						.cases(new Question(agency, year - 1, withSubordinates, null), Row.CARRIED_OUT, Column.TOTAL));
			}
			before = report;
		}
	}

	/// In force last year, plus made, less repealed, is in force this year.
	private static void stocks(Reports.Report report, Reports.Report before, Question question) {
		assertThat(report.table2().regulations().imbalance(before.table2().regulations())).as(question + " stock")
			.isZero();
		assertThat(report.table2().normativeDocuments().imbalance(before.table2().normativeDocuments()))
			.as(question + " stock")
			.isZero();
		itemsRunOn(report, before, question);
	}

	/// Last year's number of items, plus its change, is this year's “last year's number”.
	private static void itemsRunOn(Reports.Report report, Reports.Report before, Question question) {
		if (report.table2().form() != TableTwoForm.FORM_2019) {
			return;
		}
		for (TableTwoRow row : report.table2().form().rows()) {
			if (report.table2().form().columns(row).contains(TableTwoColumn.CHANGE)) {
				assertThat(report.table2().get(row, TableTwoColumn.LAST_YEAR_ITEMS)).as(question + " items")
					.isEqualTo(before.table2()
						.get(row, TableTwoColumn.LAST_YEAR_ITEMS)
						.add(before.table2().get(row, TableTwoColumn.CHANGE)));
			}
		}
	}

	/// The table as it was known at a moment of the history is that of a log that ends
	/// there.
	private static void asKnownEarlier(HandCount hand, List<String> agencies, int moment) {
		List<Long> positions = hand.positions();
		long position = positions.get(moment % positions.size());
		HandCount then = hand.cutAt(position);
		for (String agency : agencies) {
			int year = Math.max(hand.firstYear(agency), FIRST_YEAR + moment % (LAST_YEAR - FIRST_YEAR + 1));
			for (boolean withSubordinates : List.of(false, true)) {
				Question question = new Question(agency, year, withSubordinates, position);
				equal(then, office.reports().report(question), question);
			}
		}
	}

	private static Map<String, Map<String, Set<String>>> equal(HandCount hand, Reports.Report report,
			Question question) {
		Set<String> agencies = question.withSubordinates()
				? hand.withSubordinates(question.agency(), LocalDate.of(question.year(), 12, 31))
				: Set.of(question.agency());
		assertThat(report.counted()).as(question + " counts").containsExactlyInAnyOrderElementsOf(agencies);
		Map<String, Map<String, Set<String>>> counted = hand.tableThree(agencies, question.year());
		Map<String, List<Integer>> expected = new TreeMap<>();
		Map<String, List<Integer>> shown = new TreeMap<>();
		for (Row row : Row.values()) {
			if (row != Row.OTHER_AGGREGATE) {
				expected.put(row.jsonName(), HandCount.numbers(counted.getOrDefault(row.jsonName(), Map.of())));
				shown.put(row.jsonName(), report.table3().row(row));
			}
		}
		assertThat(shown).as(question.toString()).isEqualTo(expected);
		assertThat(report.table4().cells()).as(question.toString())
			.isEqualTo(new DisputesByHand(hand).cells(question.agency(), agencies, question.year()));
		assertThat(tableTwo(report)).as(question.toString())
			.isEqualTo(new DisclosureByHand(hand).cells(agencies, question.year()));
		return counted;
	}

	/// The cells that are not 0.
	private static Map<String, String> tableTwo(Reports.Report report) {
		Map<String, String> cells = new TreeMap<>();
		TableTwoForm form = report.table2().form();
		for (TableTwoRow row : form.rows()) {
			for (TableTwoColumn column : form.columns(row)) {
				BigDecimal number = report.table2().get(row, column);
				if (number.signum() != 0) {
					cells.put(row.jsonName() + " " + column.jsonName(), number.stripTrailingZeros().toPlainString());
				}
			}
		}
		return cells;
	}

	/// Every format of a report, read back, holds the cells of the machine-readable one.
	private static void everyFormat(HandCount hand, String agency, int moment) {
		int year = Math.max(hand.firstYear(agency), FIRST_YEAR + moment % (LAST_YEAR - FIRST_YEAR + 1));
		Map<Place, Printed> recorded = office.printed(agency, year, "json").cells();
		assertThat(recorded).isNotEmpty();
		for (String format : List.of("html", "docx", "pdf", "xlsx")) {
			assertThat(office.printed(agency, year, format).cells()).as(format + " " + agency + " " + year)
				.isEqualTo(recorded);
		}
	}

	/// The cases behind the cells of a row are those that the hand counted.
	private static void cases(Question question, String row, Map<String, Set<String>> kinds) {
		Set<String> all = new TreeSet<>();
		kinds.values().forEach(all::addAll);
		assertThat(office.reports().cases(question, Row.ofJson(row), Column.TOTAL)).as(question + " " + row)
			.containsExactlyInAnyOrderElementsOf(all);
		Map.Entry<String, Set<String>> one = kinds.entrySet().iterator().next();
		assertThat(office.reports().cases(question, Row.ofJson(row), Column.ofJson(one.getKey())))
			.as(question + " " + row + " " + one.getKey())
			.containsExactlyInAnyOrderElementsOf(one.getValue());
	}

	private static void theRegister(HandCount hand) {
		List<String> shown = new ArrayList<>();
		Set<String> ids = hand.ids();
		office.tables().query("""
				select stream_id, agency, applicant_kind, received_on, outcome, concluded_on from case_register
				where not void""", (row) -> {
			if (ids.contains(row.getString("stream_id"))) {
				shown.add(String.join(" ", row.getString(1), row.getString(2), row.getString(3), row.getString(4),
						row.getString(5), row.getString(6)));
			}
		});

		assertThat(shown).containsExactlyInAnyOrderElementsOf(hand.cases()
			.stream()
			.map((one) -> String.join(" ", one.id(), one.agency(), one.kind(), one.receivedOn().toString(),
					String.valueOf(one.outcome()), String.valueOf(one.concludedOn())))
			.toList());
	}

	@Provide
	Arbitrary<List<Step>> histories() {
		return Step.any().list().ofMaxSize(120).withSizeDistribution(RandomDistribution.uniform());
	}

}
