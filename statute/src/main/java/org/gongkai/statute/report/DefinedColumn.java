package org.gongkai.statute.report;

import java.util.List;

import org.gongkai.events.application.ApplicantKind;
import org.jspecify.annotations.Nullable;

/// A column of table three in a definition (统计口径).
///
/// @param key its name on the wire, once in a definition: `business`
/// @param label the heading on the form
/// @param heading the heading above several columns; null if it stands alone
/// @param counts what is counted
/// @param applicantKinds 申请人类型 that fall in the column; empty for the total
public record DefinedColumn(String key, String label, @Nullable String heading, Counts counts,
		List<ApplicantKind> applicantKinds) {

	/// What a column counts.
	public enum Counts {

		/// Some kinds of applicants.
		APPLICANT_KINDS,
		/// 总计 of all kinds.
		TOTAL

	}

	/// @throws org.gongkai.statute.Refused `malformed`
	public DefinedColumn {
		key = DefinitionRules.key("column", key);
		label = DefinitionRules.label("column " + key, label);
		counts = DefinitionRules.given("the column " + key, "counts", counts);
		applicantKinds = DefinitionRules.members("the column " + key, "applicantKinds", applicantKinds);
	}

	/// The columns of 2021 that are added up in this one.
	List<Column> counted() {
		return switch (this.counts) {
			case APPLICANT_KINDS -> this.applicantKinds.stream().map(Column::of).toList();
			case TOTAL -> List.of(Column.TOTAL);
		};
	}

}
