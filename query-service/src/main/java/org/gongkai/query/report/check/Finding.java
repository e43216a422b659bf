package org.gongkai.query.report.check;

import org.gongkai.query.report.published.Place;
import org.jspecify.annotations.Nullable;

/// One thing that is wrong with a published report.
///
/// @param file the report's file
/// @param rule the code of the broken rule
/// @param table `table2`, `table3` or `table4`; null if it concerns no table
/// @param row name of the row; null if it concerns no single row
/// @param column name of the column; null if it concerns no single column
/// @param expected what should be there; empty if that is not known
/// @param found what is printed
/// @param severity error or warning
/// @param sentence the cell and the arithmetic in one sentence, in Chinese
/// @param english the same in English
public record Finding(String file, String rule, @Nullable String table, @Nullable String row, @Nullable String column,
		String expected, String found, Severity severity, String sentence, String english) {

	static Builder of(CheckRule rule) {
		return new Builder(rule);
	}

	/// Names what a finding concerns, then says it.
	static final class Builder {

		private final CheckRule rule;

		private Severity severity;

		private Place.@Nullable Table table;

		private @Nullable String row;

		private @Nullable String column;

		private String expected = "";

		private String found = "";

		private Builder(CheckRule rule) {
			this.rule = rule;
			this.severity = rule.severity();
		}

		Builder at(Place place) {
			return in(place.table(), place.row(), place.column());
		}

		Builder in(Place.@Nullable Table table, String row, String column) {
			this.table = table;
			this.row = row.isEmpty() ? null : row;
			this.column = column.isEmpty() ? null : column;
			return this;
		}

		Builder expected(Object expected) {
			this.expected = expected.toString();
			return this;
		}

		Builder found(Object found) {
			this.found = found.toString();
			return this;
		}

		Builder as(Severity severity) {
			this.severity = severity;
			return this;
		}

		Finding say(String file, String chinese, String english) {
			return new Finding(file, this.rule.code(), (this.table != null) ? this.table.wireName() : null, this.row,
					this.column, this.expected, this.found, this.severity, chinese, english);
		}

	}

}
