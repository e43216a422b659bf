package org.gongkai.statute.report;

import java.time.LocalDate;

import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.jspecify.annotations.Nullable;

/// 统计期间: a year as far as it is counted, to its end or to an earlier day with which it is taken to end.
///
/// @param year calendar year
/// @param last the last day that is counted, within the year
public record YearToDate(int year, LocalDate last) {

	/// @param effectiveOn the day with which the year is taken to end; null, or a day
	/// after the year, for all of it
	/// @throws Refused with [Rule#UNKNOWN_YEAR] where the year had not begun on that day
	public static YearToDate of(int year, @Nullable LocalDate effectiveOn) {
		LocalDate end = LocalDate.of(year, 12, 31);
		if (effectiveOn == null || effectiveOn.isAfter(end)) {
			return new YearToDate(year, end);
		}
		if (effectiveOn.getYear() < year) {
			throw new Refused(Rule.UNKNOWN_YEAR, "the year " + year + " had not begun on " + effectiveOn);
		}
		return new YearToDate(year, effectiveOn);
	}

	/// 1 January.
	public LocalDate first() {
		return LocalDate.of(this.year, 1, 1);
	}

	/// Whether the year is counted to its end.
	public boolean isWhole() {
		return this.last.equals(LocalDate.of(this.year, 12, 31));
	}

}
