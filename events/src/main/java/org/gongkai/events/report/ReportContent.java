package org.gongkai.events.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// 报告内容: every number of a report and the cases behind its carry-over, as known at one position of the log.
///
/// @param agencyName the name the agency had on 31 December
/// @param definition version of the counting rules that the numbers follow
/// @param counted codes of the agencies that are counted
/// @param table2 表二, a row each
/// @param table3 表三: row name to seven numbers
/// @param table4 表四: fifteen numbers in the order of the form
/// @param table4Note 表四的注: what is counted; empty where nothing is to be said
/// @param facts placeholder name to the words that stand for it
/// @param texts part to its text, placeholders filled in
/// @param carriedIn 上年结转: the cases, in the order of their ids
/// @param carriedOut 结转下年度: the cases, in the order of their ids
/// @param annexes 附件: one for each agency that is counted, the reporting one among them; null where it is counted alone
public record ReportContent(String agencyName, String definition, List<String> counted, List<TableTwoLine> table2,
		Map<String, List<Integer>> table3, List<Integer> table4, String table4Note, Map<String, String> facts,
		Map<ReportSection, String> texts, List<CarriedCase> carriedIn, List<CarriedCase> carriedOut,
		@Nullable List<ReportAnnex> annexes) {

	public ReportContent {
		counted = List.copyOf(counted);
		table2 = List.copyOf(table2);
		table3 = Collections.unmodifiableMap(new LinkedHashMap<>(table3));
		table4 = List.copyOf(table4);
		facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
		texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
		carriedIn = List.copyOf(carriedIn);
		carriedOut = List.copyOf(carriedOut);
		annexes = (annexes == null) ? null : List.copyOf(annexes);
	}

	/// The same numbers with other texts.
	public ReportContent with(Map<ReportSection, String> otherTexts) {
		return new ReportContent(this.agencyName, this.definition, this.counted, this.table2, this.table3, this.table4,
				this.table4Note, this.facts, otherTexts, this.carriedIn, this.carriedOut, this.annexes);
	}

}
