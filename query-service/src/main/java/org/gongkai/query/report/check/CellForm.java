package org.gongkai.query.report.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.gongkai.query.report.published.Place;
import org.gongkai.query.report.published.Printed;
import org.gongkai.query.report.published.PrintedReport;

/// Whether every cell holds a number and nothing else: 0 is written, a blank or a stroke is not. Cells of one column or one row
/// with the same defect are one finding.
final class CellForm {

	private static final int MANY = 3;

	private final PrintedReport report;

	private final Findings findings;

	CellForm(PrintedReport report, Findings findings) {
		this.report = report;
		this.findings = findings;
	}

	void check() {
		Set<Place> said = Equation.of(this.report)
			.stream()
			.filter((equation) -> equation.lacksTotal(this.report))
			.map(Equation::named)
			.collect(Collectors.toSet());
		together(CheckRule.BLANK, Printed.Kind.BLANK, said);
		together(CheckRule.STROKE, Printed.Kind.STROKE, said);
		this.report.cells().forEach((place, printed) -> {
			switch (printed.kind()) {
				case UNIT -> unit(place, printed);
				case WORDS -> words(place, printed);
				case NUMBER, REMARK, STROKE, BLANK -> {
				}
			}
		});
	}

	private void together(CheckRule rule, Printed.Kind kind, Set<Place> said) {
		List<Place> places = new ArrayList<>();
		this.report.cells().forEach((place, printed) -> {
			if (printed.kind() == kind && !said.contains(place)) {
				places.add(place);
			}
		});
		groups(places, (place) -> place.table().wireName() + place.column()).forEach((column) -> {
			places.removeAll(column);
			Place first = column.getFirst();
			String rows = column.stream().map(Place::rowLabel).collect(Collectors.joining("、"));
			say(rule, first, "", first.columnLabel(), first.table().label() + "“" + first.columnLabel() + "”列",
					column.size() + "格（" + rows + "）",
					"column " + first.column() + ", rows " + names(column, Place::row));
		});
		groups(places, (place) -> place.table().wireName() + place.row()).forEach((row) -> {
			places.removeAll(row);
			Place first = row.getFirst();
			String columns = row.stream().map(Place::columnLabel).collect(Collectors.joining("、"));
			say(rule, first, first.row(), "", first.table().label() + "“" + first.rowLabel() + "”行",
					row.size() + "格（" + columns + "）", "row " + first.row() + ", columns " + names(row, Place::column));
		});
		places.forEach((place) -> say(rule, place, place.row(), place.column(), place.chinese(), "",
				"row " + place.row() + ", column " + place.column()));
	}

	private static String names(List<Place> places, Function<Place, String> name) {
		return places.stream().map(name).collect(Collectors.joining(", "));
	}

	private static List<List<Place>> groups(List<Place> places, Function<Place, String> by) {
		Map<String, List<Place>> groups = new LinkedHashMap<>();
		places.forEach((place) -> groups.computeIfAbsent(by.apply(place), (_) -> new ArrayList<>()).add(place));
		return groups.values().stream().filter((group) -> group.size() >= MANY).toList();
	}

	private void say(CheckRule rule, Place first, String row, String column, String where, String which,
			String english) {
		Printed printed = this.report.cells().get(first);
		String found = (printed != null) ? printed.text() : "";
		boolean blank = rule == CheckRule.BLANK;
		this.findings.add(
				Finding.of(rule)
					.in(first.table(), row, column.isEmpty() ? "" : first.column())
					.expected("0")
					.found(found),
				where + which + (blank ? "空白" : "填“" + found + "”") + "，没有的应填0。",
				"table " + (first.table().ordinal() + 2) + ", " + english + ": " + (blank ? "blank" : "“" + found + "”")
						+ " where none should be written as 0.");
	}

	private void unit(Place place, Printed printed) {
		// the form of 2019 has no unit in the head of this column
		if (place.column().equals("amount") || printed.value() == null) {
			return;
		}
		String number = Findings.plain(printed.value());
		this.findings.add(Finding.of(CheckRule.UNIT).at(place).expected(number).found(printed.text()),
				place.chinese() + "填“" + printed.text() + "”，数字格内不写单位，应填" + number + "。",
				place.english() + " holds “" + printed.text() + "”: a cell has no unit, " + number + " is enough.");
	}

	private void words(Place place, Printed printed) {
		this.findings.add(Finding.of(CheckRule.WORDS).at(place).found(printed.text()),
				place.chinese() + "填“" + printed.text() + "”，不是数字。",
				place.english() + " holds “" + printed.text() + "”, which is no number.");
	}

}
