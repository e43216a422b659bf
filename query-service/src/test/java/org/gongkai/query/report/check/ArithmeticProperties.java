package org.gongkai.query.report.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.groups.Tuple;
import org.gongkai.query.report.published.Changed;
import org.gongkai.query.report.published.Place;
import org.gongkai.query.report.published.PrintedReport;
import org.gongkai.query.report.published.Published;
import org.gongkai.statute.report.Column;
import org.gongkai.statute.report.Row;

import static org.assertj.core.api.Assertions.assertThat;

class ArithmeticProperties {

	@Property(tries = 1000)
	void a_wrong_cell_of_table_three_is_named_with_the_number_that_was_there(@ForAll("cellOfTableThree") Wrong wrong) {
		List<Finding> findings = arithmetic(wrong.changed());

		assertThat(findings).singleElement().satisfies((finding) -> {
			assertThat(finding.rule()).isEqualTo("cell");
			assertThat(finding.row()).isEqualTo(wrong.place().row());
			assertThat(finding.column()).isEqualTo(wrong.place().column());
			assertThat(finding.expected()).isEqualTo(wrong.right().toPlainString());
			assertThat(finding.found()).isEqualTo(wrong.printed().toPlainString());
			assertThat(finding.sentence()).contains(wrong.place().chinese(), "≠");
		});
	}

	@Property(tries = 200)
	void a_wrong_cell_of_table_four_is_found_in_its_own_sum(@ForAll("cellOfTableFour") Wrong wrong) {
		assertThat(arithmetic(wrong.changed())).singleElement().satisfies((finding) -> {
			assertThat(finding.rule()).isEqualTo("dispute-total");
			assertThat(finding.row()).isEqualTo(wrong.place().row());
			assertThat(finding.column()).isEqualTo("total");
		});
	}

	@Property(tries = 200)
	void two_wrong_cells_in_different_rows_and_columns_are_both_named(@ForAll("twoOutcomes") List<Wrong> wrong) {
		Wrong one = wrong.getFirst();
		Wrong other = wrong.getLast();

		assertThat(arithmetic(Changed.cell(one.changed(), other.place(), other.printed().toPlainString())))
			.extracting(Finding::row, Finding::column)
			.containsExactlyInAnyOrder(Tuple.tuple(one.place().row(), one.place().column()),
					Tuple.tuple(other.place().row(), other.place().column()));
	}

	@Provide
	Arbitrary<List<Wrong>> twoOutcomes() {
		return Arbitraries.of(RIGHT)
			.flatMap((report) -> Combinators
				.combine(distinct(outcomes(report)), distinct(kinds()),
						distinct(IntStream.rangeClosed(1, 40).boxed().toList()))
				.as((rows, columns, differences) -> IntStream.range(0, 2)
					.mapToObj((i) -> new Wrong(report, Place.of(rows.get(i), columns.get(i)), differences.get(i)))
					.toList()));
	}

	private static <T> Arbitrary<List<T>> distinct(List<T> values) {
		return Arbitraries.of(values).list().uniqueElements().ofSize(2);
	}

	private static List<Row> outcomes(PrintedReport report) {
		return Stream.of(Row.values())
			.filter((row) -> row.isResult() && row != Row.TOTAL && report.cell(Place.of(row, Column.TOTAL)) != null)
			.toList();
	}

	private static List<Column> kinds() {
		return Stream.of(Column.values()).filter((column) -> column != Column.TOTAL).toList();
	}

	@Provide
	Arbitrary<Wrong> cellOfTableThree() {
		return cells(Place.Table.THREE);
	}

	@Provide
	Arbitrary<Wrong> cellOfTableFour() {
		return cells(Place.Table.FOUR);
	}

	private static final List<PrintedReport> RIGHT = Published.right().map(Published::report).toList();

	private static Arbitrary<Wrong> cells(Place.Table table) {
		return Arbitraries.of(RIGHT)
			.flatMap((report) -> Combinators
				.combine(
						Arbitraries
							.of(report.cells().keySet().stream().filter((place) -> place.table() == table).toList()),
						Arbitraries.integers().between(1, 40))
				.as((place, difference) -> new Wrong(report, place, difference)));
	}

	private static List<Finding> arithmetic(PrintedReport report) {
		Findings findings = new Findings(report);
		new Arithmetic(report, findings).check();
		return findings.list();
	}

	/// A cell in which too much is printed.
	record Wrong(PrintedReport report, Place place, Integer difference) {

		BigDecimal right() {
			return Objects.requireNonNull(this.report.number(this.place));
		}

		BigDecimal printed() {
			return right().add(BigDecimal.valueOf(this.difference));
		}

		PrintedReport changed() {
			return Changed.cell(this.report, this.place, printed().toPlainString());
		}

	}

}
