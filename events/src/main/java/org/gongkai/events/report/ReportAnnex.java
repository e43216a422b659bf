package org.gongkai.events.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// 附件: the numbers of one of the agencies that a report counts, known at the report's position. The annexes of a report add
/// up to its tables.
///
/// @param agency code of the agency
/// @param agencyName the name it had on 31 December
/// @param table2 表二, a row each
/// @param table3 表三: row name to seven numbers
/// @param table4 表四: fifteen numbers in the order of the form
/// @param table4Note 表四的注: what is counted
public record ReportAnnex(String agency, String agencyName, List<TableTwoLine> table2,
		Map<String, List<Integer>> table3, List<Integer> table4, String table4Note) {

	public ReportAnnex {
		table2 = List.copyOf(table2);
		table3 = Collections.unmodifiableMap(new LinkedHashMap<>(table3));
		table4 = List.copyOf(table4);
	}

}
