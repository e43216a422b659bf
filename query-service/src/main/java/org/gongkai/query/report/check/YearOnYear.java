package org.gongkai.query.report.check;

import java.math.BigDecimal;

import org.gongkai.query.report.published.Place;
import org.gongkai.query.report.published.Printed;
import org.gongkai.query.report.published.PrintedReport;
import org.gongkai.statute.report.Column;
import org.gongkai.statute.report.Row;

/// Compares a report with that of the year before: what was carried over, and the stock of documents.
final class YearOnYear {

	private final PrintedReport report;

	private final PrintedReport before;

	private final Findings findings;

	YearOnYear(PrintedReport report, PrintedReport before, Findings findings) {
		this.report = report;
		this.before = before;
		this.findings = findings;
	}

	void check() {
		for (Column column : Column.values()) {
			carriedOver(column);
		}
		stock("regulations");
		stock("normative_documents");
	}

	private void carriedOver(Column column) {
		Place here = Place.of(Row.CARRIED_IN, column);
		BigDecimal carriedIn = this.report.number(here);
		BigDecimal carriedOut = this.before.number(Place.of(Row.CARRIED_OUT, column));
		if (carriedIn == null || carriedOut == null || carriedIn.compareTo(carriedOut) == 0) {
			return;
		}
		String found = Findings.plain(carriedIn);
		String expected = Findings.plain(carriedOut);
		this.findings.add(Finding.of(CheckRule.CARRY_OVER).at(here).expected(expected).found(found),
				here.chinese() + "印为" + found + "，" + this.before.source().year() + "年度报告的结转下年度继续办理为" + expected + "："
						+ found + "≠" + expected + "。",
				here.english() + " is printed as " + found + ", but the report of " + this.before.source().year()
						+ " carried " + expected + " out: " + found + "≠" + expected + ".");
	}

	private void stock(String row) {
		Place here = new Place(Place.Table.TWO, row, "inForce");
		Place madeAt = new Place(Place.Table.TWO, row, "made");
		Place repealedAt = new Place(Place.Table.TWO, row, "repealed");
		BigDecimal inForce = this.report.number(here);
		BigDecimal last = this.before.number(here);
		BigDecimal made = this.report.number(madeAt);
		BigDecimal repealed = this.report.number(repealedAt);
		if (inForce == null || last == null || made == null || repealed == null) {
			return;
		}
		BigDecimal expected = last.add(made).subtract(repealed);
		if (inForce.compareTo(expected) == 0) {
			return;
		}
		// a remark tells of amendments or of documents that lapsed, which the form does
		// not count
		boolean remarked = remarked(here) || remarked(madeAt) || remarked(repealedAt);
		String arithmetic = Findings.plain(last) + "+" + Findings.plain(made) + "-" + Findings.plain(repealed) + "="
				+ Findings.plain(expected) + "≠" + Findings.plain(inForce);
		this.findings.add(
				Finding.of(CheckRule.STOCK)
					.at(here)
					.expected(Findings.plain(expected))
					.found(Findings.plain(inForce))
					.as(remarked ? Severity.WARNING : Severity.ERROR),
				here.chinese() + "印为" + Findings.plain(inForce) + "，上年现行有效加本年制发减本年废止应为" + Findings.plain(expected) + "："
						+ arithmetic + "。",
				here.english() + " is printed as " + Findings.plain(inForce)
						+ "; last year's stock with what was made and repealed gives " + Findings.plain(expected) + ": "
						+ arithmetic + ".");
	}

	private boolean remarked(Place place) {
		Printed printed = this.report.cell(place);
		return printed != null && printed.kind() == Printed.Kind.REMARK;
	}

}
