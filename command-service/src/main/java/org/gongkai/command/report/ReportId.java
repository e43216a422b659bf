package org.gongkai.command.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.gongkai.command.agency.AgencyCode;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;

/// Names a report: agency code, a slash, the year.
///
/// @param agency code of the agency that reports
/// @param year the year that is reported
public record ReportId(AgencyCode agency, int year) {

	private static final Pattern FORM = Pattern.compile("([A-Za-z0-9_-]{1,32})/(\\d{4})");

	/// Reports exist since the Regulation of 2008.
	private static final int FIRST_YEAR = 2008;

	/// @throws Refused `malformed` for a year that no report can have
	public ReportId {
		if (year < FIRST_YEAR || year > 9999) {
			throw new Refused(Rule.MALFORMED, "a report is of a year from 2008 on");
		}
	}

	/// @throws Refused `malformed` for another text
	@JsonCreator
	public static ReportId of(String value) {
		Matcher form = FORM.matcher(value);
		if (!form.matches()) {
			throw new Refused(Rule.MALFORMED, "reportId is agency code, slash, year");
		}
		return new ReportId(new AgencyCode(form.group(1)), Integer.parseInt(form.group(2)));
	}

	/// The text form.
	@JsonValue
	public String value() {
		return this.agency.value() + "/" + this.year;
	}

	/// The report's stream in the log.
	public String streamId() {
		return "report:" + value();
	}

	@Override
	public String toString() {
		return streamId();
	}

}
