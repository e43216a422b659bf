package org.gongkai.statute.report;

import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gongkai.events.application.ApplicantKind;

import static org.assertj.core.api.Assertions.assertThat;

class TableThreeProperties {

	/// So many applications in a counted cell.
	record Cell(Row row, ApplicantKind kind, int applications) {
	}

	@Property
	void the_total_column_is_the_sum_of_the_six_kinds_in_every_row(@ForAll("tables") TableThree table) {
		for (Row row : Row.values()) {
			List<Integer> numbers = table.row(row);
			assertThat(numbers.getLast()).isEqualTo(numbers.subList(0, 6).stream().mapToInt(Integer::intValue).sum());
		}
	}

	@Property
	void the_total_row_is_the_sum_of_the_outcomes_in_every_column(@ForAll("tables") TableThree table) {
		for (Column column : Column.values()) {
			assertThat(table.get(Row.TOTAL, column))
				.isEqualTo(Row.outcomes().stream().mapToInt((row) -> table.get(row, column)).sum());
		}
	}

	@Property
	void a_table_read_from_its_map_is_the_same_table(@ForAll("tables") TableThree table, @ForAll TableThreeForm form) {
		assertThat(TableThree.parse(table.asMap(form))).isEqualTo(table);
	}

	@Property
	void the_sum_of_two_tables_is_the_sum_of_every_cell(@ForAll("tables") TableThree one,
			@ForAll("tables") TableThree other) {
		TableThree sum = one.plus(other);
		for (Row row : Row.values()) {
			for (Column column : Column.values()) {
				assertThat(sum.get(row, column)).isEqualTo(one.get(row, column) + other.get(row, column));
			}
		}
		assertThat(sum).isEqualTo(other.plus(one)).hasSameHashCodeAs(other.plus(one));
	}

	@Property
	void a_case_that_comes_in_and_goes_out_once_keeps_the_identity(@ForAll("lives") List<List<Cell>> lives) {
		TableThree table = TableThree.EMPTY;
		for (Cell cell : lives.stream().flatMap(List::stream).toList()) {
			table = table.add(cell.row(), cell.kind(), cell.applications());
		}
		assertThat(table.isBalanced()).isTrue();
		assertThat(table.add(Row.NEW, ApplicantKind.RESEARCH, 1).unbalanced()).containsExactly(Column.RESEARCH,
				Column.TOTAL);
	}

	@Provide
	Arbitrary<TableThree> tables() {
		Arbitrary<Row> rows = Arbitraries.of(Row.values())
			.filter((row) -> row != Row.TOTAL && row != Row.OTHER_AGGREGATE);
		return Combinators
			.combine(rows, Arbitraries.of(ApplicantKind.class), Arbitraries.integers().between(0, 100_000))
			.as(Cell::new)
			.list()
			.ofMaxSize(30)
			.map((cells) -> {
				TableThree table = TableThree.EMPTY;
				for (Cell cell : cells) {
					table = table.add(cell.row(), cell.kind(), cell.applications());
				}
				return table;
			});
	}

	@Provide
	Arbitrary<List<List<Cell>>> lives() {
		Arbitrary<Row> in = Arbitraries.of(Row.NEW, Row.CARRIED_IN);
		Arbitrary<Row> out = Arbitraries.oneOf(Arbitraries.of(Row.outcomes()), Arbitraries.just(Row.CARRIED_OUT));
		return Combinators.combine(in, out, Arbitraries.of(ApplicantKind.class))
			.as((from, to, kind) -> List.of(new Cell(from, kind, 1), new Cell(to, kind, 1)))
			.list()
			.ofMaxSize(50);
	}

}
