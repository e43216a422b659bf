package org.gongkai.query.report.check;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.gongkai.query.report.published.Place;
import org.gongkai.query.report.published.Printed;
import org.gongkai.query.report.published.PrintedReport;

/// Compares a report with the record of the agency. What counts, the agency alone or all below it, the report does not tell;
/// the scope that agrees better is taken.
final class AgainstRecord {

	private AgainstRecord() {
	}

	static void check(PrintedReport report, List<PrintedReport> scopes, Findings findings) {
		scopes.stream()
			.min(Comparator.comparingLong((PrintedReport record) -> differences(report, record)))
			.ifPresent((record) -> compare(report, record, findings));
	}

	private static long differences(PrintedReport report, PrintedReport record) {
		return record.cells().keySet().stream().filter((place) -> differs(report, record, place)).count();
	}

	// what is not printed as a number is not compared
	private static boolean differs(PrintedReport report, PrintedReport record, Place place) {
		BigDecimal printed = report.number(place);
		BigDecimal recorded = record.number(place);
		return printed != null && recorded != null && printed.compareTo(recorded) != 0;
	}

	private static void compare(PrintedReport report, PrintedReport record, Findings findings) {
		for (Map.Entry<Place, Printed> cell : report.cells().entrySet()) {
			Place place = cell.getKey();
			BigDecimal printed = report.number(place);
			BigDecimal recorded = record.number(place);
			if (printed != null && recorded != null && differs(report, record, place)) {
				String found = Findings.plain(printed);
				String expected = Findings.plain(recorded);
				findings.add(Finding.of(CheckRule.RECORD).at(place).expected(expected).found(found),
						place.chinese() + "印为" + found + "，台账为" + expected + "：相差"
								+ Findings.plain(printed.subtract(recorded)) + "。",
						place.english() + " is printed as " + found + ", the record has " + expected
								+ ": the difference is " + Findings.plain(printed.subtract(recorded)) + ".");
			}
		}
	}

}
