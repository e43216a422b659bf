package org.gongkai.statute.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gongkai.events.application.ApplicantKind;
import org.gongkai.events.application.Outcome;
import org.gongkai.statute.report.Rehearsal.Case;
import org.gongkai.statute.report.Rehearsal.MovedCell;
import org.gongkai.statute.report.Rehearsal.Place;

import static org.assertj.core.api.Assertions.assertThat;

class RehearsalProperties {

	private static final Definition FORM = Definitions.get("2021");

	private static final Map<String, Definition.Years> REPORTED = Map.of("A", new Definition.Years(2021, 2024), "B",
			new Definition.Years(2022, 2024));

	/// A cell of an office and year.
	record Where(String agency, int year, Place place) {
	}

	@Property
	void each_cell_moves_by_as_many_as_the_cases_that_enter_it_less_those_that_leave_it(
			@ForAll("definitions") Definition rehearsed, @ForAll("cases") List<Case> cases) {
		Rehearsal rehearsal = rehearse(rehearsed, cases);
		Map<Where, Integer> byCase = new HashMap<>();
		rehearsal.cases().forEach((moved) -> {
			byCase.merge(new Where(moved.agency(), moved.year(), moved.from()), -1, Integer::sum);
			byCase.merge(new Where(moved.agency(), moved.year(), moved.to()), 1, Integer::sum);
		});
		byCase.values().removeIf((change) -> change == 0);

		assertThat(rehearsal.cells()
			.stream()
			.filter((cell) -> !cell.row().equals("total") && !cell.column().equals("total"))
			.collect(Collectors.toMap(
					(cell) -> new Where(cell.agency(), cell.year(), new Place(cell.row(), cell.column())),
					RehearsalProperties::change)))
			.isEqualTo(byCase);
	}

	@Property
	void the_grand_total_of_a_year_never_moves_and_the_balance_always_holds(@ForAll("definitions") Definition rehearsed,
			@ForAll("cases") List<Case> cases) {
		Rehearsal rehearsal = rehearse(rehearsed, cases);

		assertThat(rehearsal.cells()).noneMatch((cell) -> cell.column().equals("total")
				&& Set.of("new", "carried_in", "total", "carried_out").contains(cell.row()));
		assertThat(rehearsal.identities()).filteredOn((identity) -> identity.name().equals("balance"))
			.allMatch(Rehearsal.Checked::holds);
	}

	private static Rehearsal rehearse(Definition rehearsed, List<Case> cases) {
		return Rehearsal.of(rehearsed, (_) -> true, cases, REPORTED);
	}

	private static int change(MovedCell cell) {
		Integer from = cell.from();
		Integer to = cell.to();
		return ((to == null) ? 0 : to) - ((from == null) ? 0 : from);
	}

	/// Every outcome in some row of the form or of a new one, every kind in some column.
	@Provide
	Arbitrary<Definition> definitions() {
		List<String> rows = Stream.concat(Row.outcomes().stream().map(Row::jsonName), Stream.of("brand_new")).toList();
		List<String> columns = FORM.columns().stream().limit(6).map(DefinedColumn::key).toList();
		return Combinators
			.combine(Arbitraries.of(rows).list().ofSize(Outcome.values().length),
					Arbitraries.of(columns).list().ofSize(ApplicantKind.values().length))
			.as(RehearsalProperties::definition);
	}

	private static Definition definition(List<String> rowOf, List<String> columnOf) {
		List<DefinedRow> rows = new ArrayList<>();
		FORM.rows()
			.forEach((row) -> rows.add((row.counts() != DefinedRow.Counts.OUTCOMES) ? row : new DefinedRow(row.key(),
					row.number(), row.label(), row.heading(), row.counts(), at(row.key(), rowOf, Outcome.values()))));
		rows.add(new DefinedRow("brand_new", "", "新的一行", null, DefinedRow.Counts.OUTCOMES,
				at("brand_new", rowOf, Outcome.values())));
		return new Definition("changed", FORM.document(), FORM.years(), rows,
				FORM.columns()
					.stream()
					.map((column) -> new DefinedColumn(column.key(), column.label(), column.heading(), column.counts(),
							at(column.key(), columnOf, ApplicantKind.values())))
					.toList(),
				FORM.identities());
	}

	private static <E> List<E> at(String key, List<String> places, E[] all) {
		return IntStream.range(0, all.length)
			.filter((one) -> places.get(one).equals(key))
			.mapToObj((one) -> all[one])
			.toList();
	}

	@Provide
	Arbitrary<List<Case>> cases() {
		return Combinators
			.combine(Arbitraries.of("A", "B"), Arbitraries.of(ApplicantKind.class),
					Arbitraries.integers().between(0, 1400), Arbitraries.of(Outcome.class).injectNull(0.2),
					Arbitraries.integers().between(0, 500))
			.as((agency, kind, day, outcome, days) -> {
				LocalDate received = LocalDate.parse("2020-06-01").plusDays(day);
				return new CountedCase(agency, kind, received, outcome,
						(outcome == null) ? null : received.plusDays(days), false);
			})
			.list()
			.ofMaxSize(30)
			.map((facts) -> IntStream.range(0, facts.size())
				.mapToObj((i) -> new Case(facts.get(i).agency() + "/" + i, facts.get(i)))
				.toList());
	}

}
