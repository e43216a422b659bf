package org.gongkai.statute.report;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.gongkai.events.application.ApplicantKind;
import org.jspecify.annotations.Nullable;

/// A definition made ready for counting: where an application falls, and what stands in a cell.
final class CountedForm {

	private final Definition definition;

	private final Map<Row, String> rows = new EnumMap<>(Row.class);

	private final Map<ApplicantKind, String> columns = new EnumMap<>(ApplicantKind.class);

	CountedForm(Definition definition) {
		this.definition = definition;
		definition.rows().forEach((row) -> row.counted().forEach((counted) -> this.rows.put(counted, row.key())));
		definition.columns()
			.forEach((column) -> column.applicantKinds().forEach((kind) -> this.columns.put(kind, column.key())));
	}

	Definition definition() {
		return this.definition;
	}

	/// The key of the row in which a row of 2021 falls.
	String rowOf(Row counted) {
		return known(this.rows.get(counted));
	}

	/// The key of the column of a kind of applicant.
	String columnOf(ApplicantKind kind) {
		return known(this.columns.get(kind));
	}

	@Nullable DefinedRow row(String key) {
		return this.definition.rows().stream().filter((row) -> row.key().equals(key)).findFirst().orElse(null);
	}

	@Nullable DefinedColumn column(String key) {
		return this.definition.columns().stream().filter((column) -> column.key().equals(key)).findFirst().orElse(null);
	}

	/// The number in a cell; null where the form has no such row or column.
	@Nullable Integer cell(TableThree table, @Nullable DefinedRow row, @Nullable DefinedColumn column) {
		if (row == null || column == null) {
			return null;
		}
		int sum = 0;
		List<Column> columns = column.counted();
		for (Row counted : row.counted()) {
			for (Column each : columns) {
				sum += table.get(counted, each);
			}
		}
		return sum;
	}

	private static String known(@Nullable String key) {
		if (key == null) {
			throw new IllegalStateException("a well formed definition counts everything");
		}
		return key;
	}

}
