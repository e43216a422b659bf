package org.gongkai.statute.audit;

import java.time.LocalDate;
import java.util.List;

/// 偏离: one place where the course of a record departs from the law. Derived from what is recorded, never stored as truth.
///
/// @param rule what is broken
/// @param severity the rule's, or less where the record came in without the field
/// @param mark the place of the entry it is about, from 0; the year of an annual report
/// @param entries the entries it rests on, by their places in the record
/// @param days the days it turns on, the term's end first
/// @param workingDays by how many working days something is late; 0 where it is not about lateness
/// @param zh what is wrong in this record, in Chinese, without personal data
/// @param en the same in English
public record Departure(FindingRule rule, Severity severity, long mark, List<Long> entries, List<LocalDate> days,
		int workingDays, String zh, String en) {

	public Departure {
		entries = List.copyOf(entries);
		days = List.copyOf(days);
	}

}
