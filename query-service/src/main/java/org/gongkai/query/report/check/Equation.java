package org.gongkai.query.report.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.gongkai.query.report.published.Place;
import org.gongkai.query.report.published.Printed;
import org.gongkai.query.report.published.PrintedReport;
import org.gongkai.statute.report.Column;
import org.gongkai.statute.report.Row;

/// 勾稽关系: two sums of cells that are equal in a right report.
///
/// @param rule which rule of the form it is
/// @param chinese what is added, in the words of the form
/// @param left cells that are added
/// @param right cells whose sum they give; the last one is named where the equation fails
record Equation(CheckRule rule, String chinese, List<Place> left, List<Place> right) {

	/// Every equation of tables three and four whose cells a report has.
	static List<Equation> of(PrintedReport report) {
		List<Equation> equations = new ArrayList<>();
		List<Row> rows = Stream.of(Row.values())
			.filter((row) -> report.cell(Place.of(row, Column.TOTAL)) != null)
			.toList();
		for (Row row : rows) {
			equations.add(new Equation(CheckRule.ROW_TOTAL, "本行六类申请人之和",
					kinds().map((column) -> Place.of(row, column)).toList(), List.of(Place.of(row, Column.TOTAL))));
		}
		List<Row> outcomes = rows.stream().filter((row) -> row.isResult() && row != Row.TOTAL).toList();
		for (Column column : rows.contains(Row.TOTAL) ? Column.values() : new Column[0]) {
			equations.add(new Equation(CheckRule.OUTCOME_TOTAL, "本列各项办理结果之和",
					outcomes.stream().map((row) -> Place.of(row, column)).toList(),
					List.of(Place.of(Row.TOTAL, column))));
			if (rows.containsAll(List.of(Row.NEW, Row.CARRIED_IN, Row.CARRIED_OUT))) {
				equations.add(new Equation(CheckRule.IDENTITY, "本列第一项加第二项之和",
						List.of(Place.of(Row.NEW, column), Place.of(Row.CARRIED_IN, column)),
						List.of(Place.of(Row.TOTAL, column), Place.of(Row.CARRIED_OUT, column))));
			}
		}
		for (String row : Place.DISPUTE_ROWS) {
			if (report.cell(Place.dispute(row, "total")) != null) {
				equations.add(new Equation(CheckRule.DISPUTE_TOTAL, "四类结果之和",
						Place.DISPUTE_COLUMNS.stream()
							.filter((column) -> !column.equals("total"))
							.map((column) -> Place.dispute(row, column))
							.toList(),
						List.of(Place.dispute(row, "total"))));
			}
		}
		return equations;
	}

	private static Stream<Column> kinds() {
		return Stream.of(Column.values()).filter((column) -> column != Column.TOTAL);
	}

	/// The cell that is named where the equation fails.
	Place named() {
		return this.right.getLast();
	}

	boolean holds(Place place) {
		return this.left.contains(place) || this.right.contains(place);
	}

	/// By how much a cell must grow to mend the equation.
	BigDecimal mending(Place place, PrintedReport report) {
		BigDecimal missing = sum(this.right, report).subtract(sum(this.left, report));
		return this.left.contains(place) ? missing : missing.negate();
	}

	/// Whether every cell has a number.
	boolean isComplete(PrintedReport report) {
		return Stream.concat(this.left.stream(), this.right.stream()).allMatch((place) -> report.number(place) != null);
	}

	/// Whether the printed numbers contradict each other. A blank may be any number, so a
	/// sum with a blank can only be too large.
	boolean fails(PrintedReport report) {
		int order = sum(this.left, report).compareTo(sum(this.right, report));
		boolean leftOpen = this.left.stream().anyMatch((place) -> report.number(place) == null);
		boolean rightOpen = this.right.stream().anyMatch((place) -> report.number(place) == null);
		return order > 0 && !rightOpen || order < 0 && !leftOpen;
	}

	/// Whether the total is blank and what it sums has numbers, some above 0.
	boolean lacksTotal(PrintedReport report) {
		Printed total = report.cell(named());
		return this.right.size() == 1 && total != null && total.value() == null
				&& this.left.stream().allMatch((place) -> report.number(place) != null)
				&& sum(this.left, report).signum() > 0;
	}

	/// The named cell's number if all others are right.
	BigDecimal expected(PrintedReport report) {
		return sum(this.left, report).subtract(sum(this.right.subList(0, this.right.size() - 1), report));
	}

	/// `258+12+1+1=272`, without zeros.
	String terms(PrintedReport report) {
		return terms(this.left, report);
	}

	/// Both sides: `821+18=839≠838=767+71`.
	String arithmetic(PrintedReport report) {
		String right = terms(this.right, report);
		String sum = Findings.plain(sum(this.right, report));
		return terms(this.left, report) + "≠" + ((this.right.size() > 1) ? right : sum);
	}

	private static String terms(List<Place> places, PrintedReport report) {
		List<String> numbers = places.stream()
			.map(report::number)
			.filter(Objects::nonNull)
			.filter((number) -> number.signum() != 0)
			.map(Findings::plain)
			.toList();
		String sum = Findings.plain(sum(places, report));
		return (numbers.size() < 2) ? sum : numbers.stream().collect(Collectors.joining("+")) + "=" + sum;
	}

	private static BigDecimal sum(List<Place> places, PrintedReport report) {
		return places.stream().map(report::number).filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
	}

}
