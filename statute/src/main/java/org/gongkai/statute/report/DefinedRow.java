package org.gongkai.statute.report;

import java.util.List;
import java.util.Objects;

import org.gongkai.events.application.Outcome;
import org.jspecify.annotations.Nullable;

/// A row of table three in a definition (统计口径): what is printed, and what is counted.
///
/// @param key its name on the wire, once in a definition: `denied_1`
/// @param number as printed before the label, `1.`; empty where there is none
/// @param label the words on the form
/// @param heading the group of rows that it stands in; null if it stands alone
/// @param counts what is counted
/// @param outcomes 办理结果 that fall in the row; empty unless it counts outcomes
public record DefinedRow(String key, String number, String label, @Nullable String heading, Counts counts,
		List<Outcome> outcomes) {

	/// What a row counts.
	public enum Counts {

		/// 本年新收.
		NEW,
		/// 上年结转.
		CARRIED_IN,
		/// 办理结果: what was concluded with some outcomes.
		OUTCOMES,
		/// 总计 of what was concluded.
		TOTAL,
		/// 结转下年度.
		CARRIED_OUT

	}

	/// @throws org.gongkai.statute.Refused `malformed`
	public DefinedRow {
		key = DefinitionRules.key("row", key);
		number = Objects.requireNonNullElse(number, "");
		label = DefinitionRules.label("row " + key, label);
		counts = DefinitionRules.given("the row " + key, "counts", counts);
		outcomes = DefinitionRules.members("the row " + key, "outcomes", outcomes);
	}

	/// The rows of 2021 that are added up in this one.
	List<Row> counted() {
		return switch (this.counts) {
			case NEW -> List.of(Row.NEW);
			case CARRIED_IN -> List.of(Row.CARRIED_IN);
			case OUTCOMES -> this.outcomes.stream().map(Row::of).toList();
			case TOTAL -> List.of(Row.TOTAL);
			case CARRIED_OUT -> List.of(Row.CARRIED_OUT);
		};
	}

}
