package org.gongkai.query.report.check;

import java.util.List;

import org.gongkai.query.report.published.PrintedReport;
import org.jspecify.annotations.Nullable;

/// Checks a published annual report (年度报告) by itself, against the year before and against the record.
public final class ReportCheck {

	private ReportCheck() {
	}

	/// Everything that is wrong with a report, errors first.
	/// @param before the same agency's report of the year before, if there is one
	/// @param records the record's report of this agency and year in each scope, the
	/// agency alone and with all below it; empty where there is no record
	public static List<Finding> of(PrintedReport report, @Nullable PrintedReport before, List<PrintedReport> records) {
		Findings findings = new Findings(report);
		new Arithmetic(report, findings).check();
		if (before != null) {
			new YearOnYear(report, before, findings).check();
		}
		new Sentences(report, findings).check();
		AgainstRecord.check(report, records, findings);
		new CellForm(report, findings).check();
		new ReportForm(report, findings).check();
		return findings.list().stream().sorted((one, other) -> one.severity().compareTo(other.severity())).toList();
	}

	/// Whether one report is of the year before another, of the same agency.
	public static boolean precedes(PrintedReport before, PrintedReport report) {
		boolean named = !report.agencyWords().isEmpty() && report.agencyWords().equals(before.agencyWords());
		boolean coded = !report.source().code().isEmpty() && report.source().code().equals(before.source().code());
		return (named || coded) && before.source().year() + 1 == report.source().year();
	}

}
