package org.gongkai.statute.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.gongkai.events.application.ApplicantKind;
import org.gongkai.events.application.Outcome;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DefinitionTest {

	private static final Definition FORM = Definitions.get("2021");

	@Test
	void the_forms_are_bound_to_the_years_that_print_them() {
		assertThat(IntStream.rangeClosed(2019, 2026).boxed().toList()).allSatisfy((year) -> {
			assertThat(Definitions.inForce(year).isFor(year)).isTrue();
			assertThat(Definitions.inForce(year).document()).isEqualTo(TableThreeForm.of(year).definition());
			assertThat(Definitions.all().stream().filter((definition) -> definition.isFor(year))).hasSize(1);
		});
		assertThat(Definitions.inForce(2018)).isEqualTo(Definitions.get("2019"));
	}

	@ParameterizedTest
	@EnumSource
	void a_definition_has_the_words_and_the_order_of_its_form(TableThreeForm form) {
		Definition definition = Definitions.all().get(form.ordinal());

		assertThat(definition.rows().stream().map((row) -> row.number() + row.label()))
			.containsExactlyElementsOf(form.rows().stream().map(Row::label).toList());
		assertThat(definition.columns().stream().map(DefinedColumn::label))
			.containsExactly(Stream.of(Column.values()).map(Column::label).toArray(String[]::new));
	}

	@Test
	void the_form_of_2019_has_other_handling_as_one_row() {
		Definition form = Definitions.get("2019");

		assertThat(form.rows()).hasSize(23);
		assertThat(form.rows().get(20)).isEqualTo(new DefinedRow("other_aggregate", "（六）", "其他处理", null,
				DefinedRow.Counts.OUTCOMES, List.of(Outcome.OTHER_1, Outcome.OTHER_2, Outcome.OTHER_3)));
		assertThat(FORM.rows()).hasSize(25);
	}

	@Test
	void every_outcome_falls_in_one_row() {
		refused(Rule.DEFINITION_OUTCOME, "the outcome denied_4 falls in no row",
				() -> rows((row) -> row.key().equals("denied_4") ? outcomes(row) : row));
		refused(Rule.DEFINITION_OUTCOME, "the outcome denied_4 falls in more than one row: [granted, denied_4]",
				() -> rows(
						(row) -> row.key().equals("granted") ? outcomes(row, Outcome.GRANTED, Outcome.DENIED_4) : row));
		refused(Rule.DEFINITION_OUTCOME, "the outcome granted falls in more than one row: [granted, granted]",
				() -> rows(
						(row) -> row.key().equals("granted") ? outcomes(row, Outcome.GRANTED, Outcome.GRANTED) : row));
	}

	@Test
	void every_kind_of_applicant_falls_in_one_column() {
		refused(Rule.DEFINITION_APPLICANT_KIND, "the kind of applicant research falls in no column",
				() -> columns((column) -> column.key().equals("research") ? kinds(column) : column));
		refused(Rule.DEFINITION_APPLICANT_KIND,
				"the kind of applicant research falls in more than one column: [business, research]",
				() -> columns((column) -> column.key().equals("business")
						? kinds(column, ApplicantKind.BUSINESS, ApplicantKind.RESEARCH) : column));
	}

	@Test
	void a_row_left_without_outcomes_is_printed_with_zeros() {
		Definition moved = rows((row) -> switch (row.key()) {
			case "other_1" -> outcomes(row);
			case "other_3" -> outcomes(row, Outcome.OTHER_3, Outcome.OTHER_1);
			default -> row;
		});

		assertThat(moved.rows()).hasSize(25);
	}

	@Test
	void no_row_and_no_column_is_printed_twice() {
		refused(Rule.DEFINITION_ROW, "the row granted stands there twice",
				() -> with(Stream
					.concat(FORM.rows().stream(), FORM.rows().stream().filter((row) -> row.key().equals("granted")))
					.toList(), FORM.columns(), FORM.years(), FORM.identities()));
		refused(Rule.DEFINITION_ROW, "the row （六）其他处理3.其他 stands there twice",
				() -> rows((row) -> row.key().equals("other_2")
						? new DefinedRow(row.key(), "3.", "其他", row.heading(), row.counts(), row.outcomes()) : row));
		refused(Rule.DEFINITION_COLUMN, "the column business stands there twice",
				() -> columns((column) -> column.key().equals("research") ? new DefinedColumn("business",
						column.label(), column.heading(), column.counts(), column.applicantKinds()) : column));
	}

	@Test
	void what_is_no_outcome_has_one_row_and_the_total_one_column() {
		refused(Rule.DEFINITION_COUNT, "one row counts carried_in, not []",
				() -> with(FORM.rows().stream().filter((row) -> !row.key().equals("carried_in")).toList(),
						FORM.columns(), FORM.years(), List.of()));
		refused(Rule.DEFINITION_COUNT, "one row counts total, not [granted, total]",
				() -> rows((row) -> row.key().equals("granted")
						? new DefinedRow(row.key(), row.number(), row.label(), null, DefinedRow.Counts.TOTAL, List.of())
						: row));
		refused(Rule.DEFINITION_COUNT, "one column counts the total of all applicants, not []",
				() -> with(FORM.rows(),
						FORM.columns().stream().filter((column) -> !column.key().equals("total")).toList(),
						FORM.years(), FORM.identities()));
	}

	@Test
	void years_do_not_overlap_and_run_forwards() {
		refused(Rule.DEFINITION_YEARS, "the year 2023 is in two of the spans",
				() -> bound(new Definition.Years(2023, null), new Definition.Years(2021, 2023)));
		refused(Rule.DEFINITION_YEARS, "the year 2023 is in two of the spans",
				() -> bound(new Definition.Years(2021, null), new Definition.Years(2023, 2023)));
		refused(Rule.DEFINITION_YEARS,
				"years go from 2008 or a later one to the same or a later one, not from " + "2023 to 2022",
				() -> new Definition.Years(2023, 2022));
		refused(Rule.DEFINITION_YEARS, "a definition is for some years of report", () -> bound());
		assertThat(bound(new Definition.Years(2023, null), new Definition.Years(2019, 2020)).isFor(2021)).isFalse();
	}

	@Test
	void an_identity_names_rows_on_both_sides() {
		refused(Rule.DEFINITION_IDENTITY, "the identity balance names a row that the definition does not have: pending",
				() -> with(FORM.rows(), FORM.columns(), FORM.years(), List.of(new Definition.Identity("balance",
						List.of("new"), List.of("pending"), Definition.Identity.Against.SAME_YEAR))));
		refused(Rule.DEFINITION_IDENTITY, "the identity balance has rows on both of its sides",
				() -> with(FORM.rows(), FORM.columns(), FORM.years(), List.of(new Definition.Identity("balance",
						List.of("new"), List.of(), Definition.Identity.Against.SAME_YEAR))));
	}

	@Test
	void names_are_short_and_plain() {
		refused(Rule.MALFORMED, "the name of a row is 1 to 64 small letters, digits or underscores",
				() -> new DefinedRow("予以公开", "", "予以公开", null, DefinedRow.Counts.NEW, List.of()));
		refused(Rule.MALFORMED, "the row granted has no label",
				() -> new DefinedRow("granted", "", " ", null, DefinedRow.Counts.NEW, List.of()));
		refused(Rule.MALFORMED, "a version is 1 to 64 letters, digits, dots or dashes", () -> new Definition("a b",
				FORM.document(), FORM.years(), FORM.rows(), FORM.columns(), FORM.identities()));
		refused(Rule.UNKNOWN_DEFINITION, "there is no such definition; there are [2019, 2021]",
				() -> Definitions.get("2020"));
	}

	private static void refused(Rule rule, String sentence, Runnable act) {
		assertThatExceptionOfType(Refused.class).isThrownBy(act::run)
			.withMessage(sentence)
			.satisfies((refused) -> assertThat(refused.rule()).isEqualTo(rule));
	}

	private static Definition bound(Definition.Years... years) {
		return with(FORM.rows(), FORM.columns(), List.of(years), FORM.identities());
	}

	private static Definition rows(UnaryOperator<DefinedRow> change) {
		return with(FORM.rows().stream().map(change).toList(), FORM.columns(), FORM.years(), FORM.identities());
	}

	private static Definition columns(UnaryOperator<DefinedColumn> change) {
		return with(FORM.rows(), FORM.columns().stream().map(change).toList(), FORM.years(), FORM.identities());
	}

	private static Definition with(List<DefinedRow> rows, List<DefinedColumn> columns, List<Definition.Years> years,
			List<Definition.Identity> identities) {
		return new Definition("changed", FORM.document(), years, rows, columns, new ArrayList<>(identities));
	}

	private static DefinedRow outcomes(DefinedRow row, Outcome... outcomes) {
		return new DefinedRow(row.key(), row.number(), row.label(), row.heading(), row.counts(), List.of(outcomes));
	}

	private static DefinedColumn kinds(DefinedColumn column, ApplicantKind... kinds) {
		return new DefinedColumn(column.key(), column.label(), column.heading(), column.counts(), List.of(kinds));
	}

}
