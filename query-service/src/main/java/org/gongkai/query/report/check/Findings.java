package org.gongkai.query.report.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.gongkai.query.report.published.PrintedReport;

/// What was found in one report so far.
final class Findings {

	private final PrintedReport report;

	private final List<Finding> list = new ArrayList<>();

	Findings(PrintedReport report) {
		this.report = report;
	}

	void add(Finding.Builder finding, String chinese, String english) {
		this.list.add(finding.say(this.report.file(), chinese, english));
	}

	List<Finding> list() {
		return List.copyOf(this.list);
	}

	/// A number without an exponent or zeros at its end.
	static String plain(BigDecimal number) {
		return (number.signum() == 0) ? "0" : number.stripTrailingZeros().toPlainString();
	}

}
