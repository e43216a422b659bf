package org.gongkai.statute.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.gongkai.events.application.ApplicantKind;
import org.gongkai.events.application.Outcome;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RehearsalTest {

	private static final Definition FORM = Definitions.get("2021");

	private static final Map<String, Definition.Years> REPORTED = Map.of("A", new Definition.Years(2008, 2024), "B",
			new Definition.Years(2022, 2024));

	/// In 2021: two new, one of them other_1; in 2022 the other one is carried in and
	/// other_3. B has a case from before its ledger.
	private static final List<Rehearsal.Case> CASES = List.of(
			decided("A/1", "A", ApplicantKind.NATURAL_PERSON, "2021-03-01", Outcome.OTHER_1, "2021-03-20"),
			decided("A/2", "A", ApplicantKind.LEGAL_SERVICE, "2021-12-20", Outcome.OTHER_3, "2022-01-10"),
			decided("B/1", "B", ApplicantKind.LEGAL_SERVICE, "2021-12-20", Outcome.GRANTED, "2022-01-10"),
			open("B/2", "B", ApplicantKind.BUSINESS, "2024-06-03"));

	@Test
	void the_definition_in_force_moves_nothing_and_keeps_its_identities() {
		Rehearsal rehearsal = rehearse(FORM, 2008, 2024);

		assertThat(rehearsal.years()).containsExactly(new Rehearsal.Compared(2021, "2021"),
				new Rehearsal.Compared(2022, "2021"), new Rehearsal.Compared(2024, "2021"));
		assertThat(rehearsal.cells()).isEmpty();
		assertThat(rehearsal.cases()).isEmpty();
		assertThat(rehearsal.rows()).isEmpty();
		assertThat(rehearsal.identities()).containsExactly(new Rehearsal.Checked("balance", true, List.of()),
				new Rehearsal.Checked("carry_over", true, List.of()));
	}

	@Test
	void the_form_of_2019_over_2022_prints_other_handling_as_one_row() {
		Rehearsal rehearsal = rehearse(Definitions.get("2019"), 2022, 2022);

		assertThat(rehearsal.cells()).containsExactly(
				new Rehearsal.MovedCell("A", 2022, "other_3", "legal_service", 1, null, Rehearsal.OnlyIn.IN_FORCE),
				new Rehearsal.MovedCell("A", 2022, "other_3", "total", 1, null, Rehearsal.OnlyIn.IN_FORCE),
				new Rehearsal.MovedCell("A", 2022, "other_aggregate", "legal_service", null, 1,
						Rehearsal.OnlyIn.REHEARSED),
				new Rehearsal.MovedCell("A", 2022, "other_aggregate", "total", null, 1, Rehearsal.OnlyIn.REHEARSED));
		assertThat(rehearsal.cases())
			.containsExactly(new Rehearsal.MovedCase("A/2", "A", 2022, new Rehearsal.Place("other_3", "legal_service"),
					new Rehearsal.Place("other_aggregate", "legal_service")));
		assertThat(rehearsal.rows()).containsExactly(
				new Rehearsal.Head("2021", "other_1", "申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", Rehearsal.OnlyIn.IN_FORCE),
				new Rehearsal.Head("2021", "other_2", "申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", Rehearsal.OnlyIn.IN_FORCE),
				new Rehearsal.Head("2021", "other_3", "其他", Rehearsal.OnlyIn.IN_FORCE),
				new Rehearsal.Head("2021", "other_aggregate", "其他处理", Rehearsal.OnlyIn.REHEARSED));
		assertThat(rehearsal.identities()).allMatch(Rehearsal.Checked::holds);
	}

	@Test
	void an_outcome_moved_to_another_row_takes_its_cases_along() {
		Definition moved = with((row) -> switch (row.key()) {
			case "other_1" -> outcomes(row, List.of());
			case "other_3" -> outcomes(row, List.of(Outcome.OTHER_1, Outcome.OTHER_3));
			default -> row;
		}, UnaryOperator.identity());
		Rehearsal rehearsal = rehearse(moved, 2021, 2022);

		assertThat(rehearsal.cells()).containsExactly(
				new Rehearsal.MovedCell("A", 2021, "other_1", "natural_person", 1, 0, null),
				new Rehearsal.MovedCell("A", 2021, "other_1", "total", 1, 0, null),
				new Rehearsal.MovedCell("A", 2021, "other_3", "natural_person", 0, 1, null),
				new Rehearsal.MovedCell("A", 2021, "other_3", "total", 0, 1, null));
		assertThat(rehearsal.cases()).extracting(Rehearsal.MovedCase::id).containsExactly("A/1");
		assertThat(rehearsal.rows()).isEmpty();
	}

	@Test
	void a_kind_moved_to_another_column_moves_with_entry_and_end_and_breaks_the_first_carry_over() {
		Definition moved = with(UnaryOperator.identity(), (column) -> switch (column.key()) {
			case "legal_service" -> kinds(column, List.of());
			case "other_org" -> kinds(column, List.of(ApplicantKind.OTHER_ORG, ApplicantKind.LEGAL_SERVICE));
			default -> column;
		});
		Rehearsal rehearsal = rehearse(moved, 2022, 2024);

		assertThat(rehearsal.cases()).containsExactly(
				new Rehearsal.MovedCase("A/2", "A", 2022, new Rehearsal.Place("carried_in", "legal_service"),
						new Rehearsal.Place("carried_in", "other_org")),
				new Rehearsal.MovedCase("A/2", "A", 2022, new Rehearsal.Place("other_3", "legal_service"),
						new Rehearsal.Place("other_3", "other_org")),
				new Rehearsal.MovedCase("B/1", "B", 2022, new Rehearsal.Place("carried_in", "legal_service"),
						new Rehearsal.Place("carried_in", "other_org")),
				new Rehearsal.MovedCase("B/1", "B", 2022, new Rehearsal.Place("granted", "legal_service"),
						new Rehearsal.Place("granted", "other_org")));
		assertThat(rehearsal.cells()).filteredOn((cell) -> cell.agency().equals("A"))
			.containsExactly(new Rehearsal.MovedCell("A", 2022, "carried_in", "legal_service", 1, 0, null),
					new Rehearsal.MovedCell("A", 2022, "carried_in", "other_org", 0, 1, null),
					new Rehearsal.MovedCell("A", 2022, "other_3", "legal_service", 1, 0, null),
					new Rehearsal.MovedCell("A", 2022, "other_3", "other_org", 0, 1, null),
					new Rehearsal.MovedCell("A", 2022, "total", "legal_service", 1, 0, null),
					new Rehearsal.MovedCell("A", 2022, "total", "other_org", 0, 1, null));
		// B's ledger opened in 2022: it has no report of 2021 to be compared with
		assertThat(rehearsal.identities()).containsExactly(new Rehearsal.Checked("balance", true, List.of()),
				new Rehearsal.Checked("carry_over", false,
						List.of(new Rehearsal.Broken("A", 2022, "legal_service", 0, 1),
								new Rehearsal.Broken("A", 2022, "other_org", 1, 0))));
		assertThat(rehearse(moved, 2021, 2024).identities()).allMatch(Rehearsal.Checked::holds);
	}

	@Test
	void an_identity_that_does_not_hold_is_named_with_both_sides() {
		Definition wrong = new Definition("wrong", FORM.document(), FORM.years(), FORM.rows(), FORM.columns(),
				List.of(new Definition.Identity("all_at_once", List.of("new"), List.of("total"),
						Definition.Identity.Against.SAME_YEAR)));

		assertThat(rehearse(wrong, 2021, 2021).identities()).containsExactly(new Rehearsal.Checked("all_at_once", false,
				List.of(new Rehearsal.Broken("A", 2021, "legal_service", 1, 0),
						new Rehearsal.Broken("A", 2021, "total", 2, 1))));
	}

	@Test
	void the_order_of_the_cases_does_not_matter() {
		List<Rehearsal.Case> turned = new ArrayList<>(CASES);
		Collections.reverse(turned);

		assertThat(Rehearsal.of(Definitions.get("2019"), (year) -> year >= 2021, turned, REPORTED))
			.isEqualTo(rehearse(Definitions.get("2019"), 2021, 2024));
	}

	@Test
	void a_struck_case_and_an_office_that_does_not_report_count_nowhere() {
		Rehearsal rehearsal = Rehearsal.of(Definitions.get("2019"), (_) -> true, List.of(
				new Rehearsal.Case("A/1",
						new CountedCase("A", ApplicantKind.BUSINESS, LocalDate.parse("2022-01-04"), Outcome.OTHER_1,
								LocalDate.parse("2022-01-05"), true)),
				decided("C/1", "C", ApplicantKind.BUSINESS, "2022-01-04", Outcome.OTHER_1, "2022-01-05")), REPORTED);

		assertThat(rehearsal.years()).isEmpty();
		assertThat(rehearsal.cells()).isEmpty();
	}

	private static Rehearsal rehearse(Definition definition, int from, int to) {
		return Rehearsal.of(definition, (year) -> year >= from && year <= to, CASES, REPORTED);
	}

	private static Definition with(UnaryOperator<DefinedRow> row, UnaryOperator<DefinedColumn> column) {
		return new Definition("changed", FORM.document(), FORM.years(), FORM.rows().stream().map(row).toList(),
				FORM.columns().stream().map(column).toList(), FORM.identities());
	}

	private static DefinedRow outcomes(DefinedRow row, List<Outcome> outcomes) {
		return new DefinedRow(row.key(), row.number(), row.label(), row.heading(), row.counts(), outcomes);
	}

	private static DefinedColumn kinds(DefinedColumn column, List<ApplicantKind> kinds) {
		return new DefinedColumn(column.key(), column.label(), column.heading(), column.counts(), kinds);
	}

	private static Rehearsal.Case decided(String id, String agency, ApplicantKind kind, String received,
			Outcome outcome, String concluded) {
		return new Rehearsal.Case(id,
				new CountedCase(agency, kind, LocalDate.parse(received), outcome, LocalDate.parse(concluded), false));
	}

	private static Rehearsal.Case open(String id, String agency, ApplicantKind kind, String received) {
		return new Rehearsal.Case(id, new CountedCase(agency, kind, LocalDate.parse(received), null, null, false));
	}

}
