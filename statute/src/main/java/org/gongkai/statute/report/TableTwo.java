package org.gongkai.statute.report;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.gongkai.events.disclosure.DocumentKind;

/// 表二, 主动公开政府信息情况: documents, decisions, charges and procurement of an office in a year, on the form of that year. Immutable.
///
/// @param form which rows and columns are printed
/// @param regulations 规章
/// @param normativeDocuments 行政规范性文件
/// @param tallies 统计数合计 of everything else
public record TableTwo(TableTwoForm form, Stock regulations, Stock normativeDocuments, TallySums tallies) {

	/// The heading of the section.
	public static final String CAPTION = "二、主动公开政府信息情况";

	/// The sum of two tables of one form, cell by cell.
	public TableTwo plus(TableTwo other) {
		return new TableTwo(this.form, this.regulations.plus(other.regulations),
				this.normativeDocuments.plus(other.normativeDocuments), this.tallies.plus(other.tallies));
	}

	/// What stands in a cell.
	/// @throws org.gongkai.statute.Refused `unknown-cell` where the form has no such cell
	public BigDecimal get(TableTwoRow row, TableTwoColumn column) {
		this.form.require(row, column);
		DocumentKind kind = row.documentKind();
		return (kind == null) ? column.of(this.tallies, Objects.requireNonNull(row.tallyItem(column)))
				: BigDecimal.valueOf(column.of(switch (kind) {
					case REGULATION -> this.regulations;
					case NORMATIVE_DOCUMENT -> this.normativeDocuments;
				}));
	}

	/// What stands in a cell, as printed.
	/// @throws org.gongkai.statute.Refused `unknown-cell` where the form has no such cell
	public String text(TableTwoRow row, TableTwoColumn column) {
		return column.printed(get(row, column));
	}

	/// The rows of the machine-readable report: `item`, and the numbers by their columns;
	/// amounts as text, as printed.
	public List<Map<String, Object>> asRows() {
		return this.form.rows().stream().map((row) -> {
			Map<String, Object> cells = new LinkedHashMap<>();
			cells.put("item", row.jsonName());
			this.form.columns(row)
				.forEach((column) -> cells.put(column.jsonName(),
						column.isAmount() ? text(row, column) : get(row, column).longValueExact()));
			return cells;
		}).toList();
	}

}
