package org.gongkai.statute.report;

import java.time.LocalDate;

import org.gongkai.events.agency.AgencyKind;

/// 年度报告公布期限 (article 49): departments of governments at county level and above publish by 31 January, the governments' own
/// reports come by 31 March. The Regulation sets no day for townships; they are held to the departments' day, the earlier one [DER].
public final class ReportTerm {

	private ReportTerm() {
	}

	/// The last day for publishing the report of a year.
	/// @param kind the kind of the agency that reports
	/// @param year the year that is reported
	public static LocalDate of(AgencyKind kind, int year) {
		return switch (kind) {
			case PROVINCE, CITY, COUNTY, DISTRICT -> LocalDate.of(year + 1, 3, 31);
			case MINISTRY, DEPARTMENT, TOWNSHIP, DISPATCHED_BODY, INTERNAL_BODY -> LocalDate.of(year + 1, 1, 31);
		};
	}

}
