package org.gongkai.query.report.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.gongkai.query.report.published.Place;
import org.gongkai.query.report.published.PrintedReport;
import org.jspecify.annotations.Nullable;

/// Adds up tables three and four. Where several sums fail because of one cell, that cell is named, once.
final class Arithmetic {

	private final PrintedReport report;

	private final Findings findings;

	private final List<Equation> equations;

	Arithmetic(PrintedReport report, Findings findings) {
		this.report = report;
		this.findings = findings;
		this.equations = Equation.of(report);
	}

	/// A cell that alone explains failing sums.
	///
	/// @param right the number that mends them all
	/// @param broken those sums
	private record Suspect(Place place, BigDecimal right, List<Equation> broken) {
	}

	void check() {
		this.equations.stream().filter((equation) -> equation.lacksTotal(this.report)).forEach(this::sayBlank);
		List<Equation> failing = new ArrayList<>(
				this.equations.stream().filter((equation) -> equation.fails(this.report)).toList());
		for (Optional<Suspect> suspect = suspect(failing); suspect.isPresent(); suspect = suspect(failing)) {
			say(suspect.get());
			failing.removeAll(suspect.get().broken());
		}
		failing.forEach(this::say);
	}

	// a cell that mends most, if no other cell mends any of the same sums as well
	private Optional<Suspect> suspect(List<Equation> failing) {
		List<Suspect> suspects = failing.stream()
			.flatMap((equation) -> Stream.concat(equation.left().stream(), equation.right().stream()))
			.distinct()
			.map((place) -> suspect(place, failing))
			.flatMap(Optional::stream)
			.toList();
		int most = suspects.stream().mapToInt((suspect) -> suspect.broken().size()).max().orElse(0);
		List<Suspect> best = suspects.stream().filter((suspect) -> suspect.broken().size() == most).toList();
		return best.stream()
			.filter((suspect) -> best.stream()
				.allMatch((other) -> other == suspect || Collections.disjoint(other.broken(), suspect.broken())))
			.findFirst();
	}

	private Optional<Suspect> suspect(Place place, List<Equation> failing) {
		BigDecimal number = this.report.number(place);
		List<Equation> concerned = this.equations.stream()
			.filter((equation) -> equation.holds(place) && equation.isComplete(this.report))
			.toList();
		if (number == null || concerned.size() < 2 || !failing.containsAll(concerned)) {
			return Optional.empty();
		}
		List<BigDecimal> mending = concerned.stream()
			.map((equation) -> equation.mending(place, this.report))
			.distinct()
			.toList();
		BigDecimal right = number.add(mending.getFirst());
		return (mending.size() == 1 && right.signum() >= 0) ? Optional.of(new Suspect(place, right, concerned))
				: Optional.empty();
	}

	private void say(Suspect suspect) {
		String sums = suspect.broken()
			.stream()
			.map((equation) -> equation.chinese() + equation.arithmetic(this.report))
			.collect(Collectors.joining("；"));
		String arithmetic = suspect.broken()
			.stream()
			.map((equation) -> equation.arithmetic(this.report))
			.collect(Collectors.joining("; "));
		Place place = suspect.place();
		String found = found(place);
		String right = Findings.plain(suspect.right());
		this.findings.add(Finding.of(CheckRule.CELL).at(place).expected(right).found(found),
				place.chinese() + "印为" + found + "，应为" + right + "：" + sums + "。", place.english() + " is printed as "
						+ found + "; " + right + " would mend every sum it is in: " + arithmetic + ".");
	}

	private void say(Equation equation) {
		Place place = equation.named();
		String found = found(place);
		String expected = Findings.plain(equation.expected(this.report));
		this.findings.add(Finding.of(equation.rule()).at(place).expected(expected).found(found),
				place.chinese() + "印为" + found + "，按" + equation.chinese() + "应为" + expected + "："
						+ equation.arithmetic(this.report) + "。",
				place.english() + " is printed as " + found + " and should be " + expected + ": "
						+ equation.arithmetic(this.report) + ".");
	}

	private void sayBlank(Equation equation) {
		Place place = equation.named();
		String expected = Findings.plain(equation.expected(this.report));
		this.findings.add(Finding.of(CheckRule.BLANK_TOTAL).at(place).expected(expected).found(found(place)),
				place.chinese() + "未填数，" + equation.chinese() + "为" + equation.terms(this.report) + "。",
				place.english() + " holds no number; its cells sum to " + equation.terms(this.report) + ".");
	}

	private String found(Place place) {

		BigDecimal number = this.report.number(place);
		return (number != null) ? Findings.plain(number) : "";
	}

}
