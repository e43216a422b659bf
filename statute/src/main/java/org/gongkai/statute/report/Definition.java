package org.gongkai.statute.report;

import java.util.List;

import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.jspecify.annotations.Nullable;

/// 统计口径, a version of table three as data: which rows and columns it prints, what each counts, which identities bind its cells, and
/// the years of report that it is for. A definition that exists is well formed: every outcome falls in one row, every kind of
/// applicant in one column.
///
/// @param version its name: `2021`
/// @param document the document that prescribes it
/// @param years 适用年度, apart from each other
/// @param rows top to bottom
/// @param columns left to right
/// @param identities 勾稽关系
public record Definition(String version, String document, List<Years> years, List<DefinedRow> rows,
		List<DefinedColumn> columns, List<Identity> identities) {

	/// @throws Refused `malformed`, `definition-row`, `definition-column`,
	/// `definition-count`, `definition-outcome`, `definition-applicant-kind`,
	/// `definition-years`, `definition-identity`
	public Definition {
		version = DefinitionRules.version(version);
		document = DefinitionRules.given("the definition", "document", document);
		years = DefinitionRules.members("the definition", "years", years);
		rows = DefinitionRules.members("the definition", "rows", rows);
		columns = DefinitionRules.members("the definition", "columns", columns);
		identities = DefinitionRules.members("the definition", "identities", identities);
		DefinitionRules.rows(rows);
		DefinitionRules.columns(columns);
		DefinitionRules.years(years);
		DefinitionRules.identities(identities, rows);
	}

	/// Years of report in a row.
	///
	/// @param from the first
	/// @param to the last; null while there is no end
	public record Years(int from, @Nullable Integer to) {

		// the regulation is in force since 2008
		private static final int FIRST = 2008;

		private static final int LAST = 9999;

		/// @throws Refused `definition-years`
		public Years {
			if (from < FIRST || from > LAST || to != null && (to < from || to > LAST)) {
				throw new Refused(Rule.DEFINITION_YEARS, "years go from " + FIRST
						+ " or a later one to the same or a later one, not from " + from + " to " + to);
			}
		}

		/// Whether a year is one of them.
		public boolean contains(int year) {
			return year >= this.from && (this.to == null || year <= this.to);
		}

	}

	/// 勾稽关系: in every column the rows on the left add up to those on the right.
	///
	/// @param name such as `balance`
	/// @param left keys of rows
	/// @param right keys of rows
	/// @param against the year whose table has the right side
	public record Identity(String name, List<String> left, List<String> right, Against against) {

		/// @throws Refused `malformed`
		public Identity {
			name = DefinitionRules.key("identity", name);
			left = DefinitionRules.members("the identity " + name, "left", left);
			right = DefinitionRules.members("the identity " + name, "right", right);
			against = DefinitionRules.given("the identity " + name, "against", against);
		}

		/// Whose table has the right side of an identity.
		public enum Against {

			/// The same table.
			SAME_YEAR,
			/// 上年度: that of the year before.
			YEAR_BEFORE

		}

	}

	/// Whether a year of report is one it is for.
	public boolean isFor(int year) {
		return this.years.stream().anyMatch((span) -> span.contains(year));
	}

}
