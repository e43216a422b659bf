package org.gongkai.query.report.check;

import java.util.Locale;

/// What is checked in a published report. An error contradicts itself in numbers; a warning is a defect of form, or a contradiction
/// that has an innocent reading.
enum CheckRule {

	/// One cell that is wrong by itself: changing it alone mends every sum it is in.
	CELL(Severity.ERROR),
	/// A row of table three: the six kinds of applicants give the total.
	ROW_TOTAL(Severity.ERROR),
	/// A column of table three: the outcomes give （七）总计.
	OUTCOME_TOTAL(Severity.ERROR),
	/// A column of table three: 第一项加第二项之和，等于第三项加第四项之和.
	IDENTITY(Severity.ERROR),
	/// Table four: the four results give the total.
	DISPUTE_TOTAL(Severity.ERROR),
	/// A total is left blank though its cells have a sum.
	BLANK_TOTAL(Severity.ERROR),
	/// 上年结转 is last year's 结转下年度.
	CARRY_OVER(Severity.ERROR),
	/// 现行有效 is last year's, more by what was made and less by what was repealed.
	STOCK(Severity.ERROR),
	/// A sentence tells another number than the table.
	SENTENCE(Severity.ERROR),
	/// The record has another number.
	RECORD(Severity.ERROR),
	/// A cell is blank.
	BLANK(Severity.WARNING),
	/// A stroke, dash or 无 stands for 0.
	STROKE(Severity.WARNING),
	/// A unit stands in the cell.
	UNIT(Severity.WARNING),
	/// Words stand in the cell.
	WORDS(Severity.WARNING),
	/// A table cannot be found.
	MISSING_TABLE(Severity.WARNING),
	/// A row is not printed.
	MISSING_ROW(Severity.WARNING),
	/// A row or block has lost its words or its number.
	LOST_LABEL(Severity.WARNING),
	/// A heading ends too early.
	CUT_HEADING(Severity.WARNING),
	/// A heading has words that are not its own.
	OTHER_HEADING(Severity.WARNING),
	/// The form or basis of 2019 is used for a later year.
	OLD_FORM(Severity.WARNING),
	/// No title tells agency and year.
	NO_TITLE(Severity.WARNING),
	/// A section is not there.
	MISSING_SECTION(Severity.WARNING),
	/// A section says nothing.
	EMPTY_SECTION(Severity.WARNING),
	/// Section one is silent about one of its five aspects.
	MISSING_ASPECT(Severity.WARNING),
	/// Section six does not tell about fees.
	FEE_UNSAID(Severity.WARNING),
	/// A sentence of the template was left in.
	TEMPLATE_LEFT(Severity.WARNING),
	/// Another year where the report year belongs.
	WRONG_YEAR(Severity.WARNING),
	/// 规章 of an agency that can make none (立法法).
	NO_SUCH_POWER(Severity.WARNING);

	private final Severity severity;

	CheckRule(Severity severity) {
		this.severity = severity;
	}

	Severity severity() {
		return this.severity;
	}

	/// The name on the wire: `row-total`.
	String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
