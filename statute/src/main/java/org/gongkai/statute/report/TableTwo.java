package org.gongkai.statute.report;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// 表二, 主动公开政府信息情况: documents, decisions and fees of an office in a year, as the form of 2021 has them
/// (国办公开办函〔2021〕30号). Immutable.
///
/// @param regulations 规章
/// @param normativeDocuments 行政规范性文件
/// @param licences 行政许可 decisions
/// @param penalties 行政处罚 decisions
/// @param coercions 行政强制 decisions
/// @param feesWanYuan 行政事业性收费 in 万元, to the precision in which it was recorded
public record TableTwo(Stock regulations, Stock normativeDocuments, long licences, long penalties, long coercions,
		BigDecimal feesWanYuan) {

	/// The heading of the section.
	public static final String CAPTION = "二、主动公开政府信息情况";

	/// The table of an office that has nothing to report.
	public static final TableTwo EMPTY = new TableTwo(Stock.EMPTY, Stock.EMPTY, 0, 0, 0, BigDecimal.ZERO);

	/// The sum of two tables, cell by cell.
	public TableTwo plus(TableTwo other) {
		return new TableTwo(this.regulations.plus(other.regulations),
				this.normativeDocuments.plus(other.normativeDocuments), this.licences + other.licences,
				this.penalties + other.penalties, this.coercions + other.coercions,
				this.feesWanYuan.add(other.feesWanYuan));
	}

	/// What stands in a cell.
	/// @throws org.gongkai.statute.Refused `unknown-cell` where the row has no such
	/// column
	public Number get(TableTwoRow row, TableTwoColumn column) {
		row.require(column);
		return switch (row) {
			case REGULATIONS -> of(this.regulations, column);
			case NORMATIVE_DOCUMENTS -> of(this.normativeDocuments, column);
			case LICENCES -> this.licences;
			case PENALTIES -> this.penalties;
			case COERCIONS -> this.coercions;
			case FEES -> this.feesWanYuan;
		};
	}

	/// What stands in a cell, in digits as printed.
	/// @throws org.gongkai.statute.Refused `unknown-cell` where the row has no such
	/// column
	public String text(TableTwoRow row, TableTwoColumn column) {
		Number value = get(row, column);
		return (value instanceof BigDecimal amount) ? amount.toPlainString() : value.toString();
	}

	/// The rows of the machine-readable report: `{item, made, repealed, inForce}`,
	/// `{item,
	/// decisions}`, and `{item, amountWanYuan}` with the amount as text.
	public List<Map<String, Object>> asRows() {
		return Stream.of(TableTwoRow.values()).map((row) -> {
			Map<String, Object> cells = new LinkedHashMap<>();
			cells.put("item", row.jsonName());
			row.columns()
				.forEach((column) -> cells.put(column.jsonName(),
						(row == TableTwoRow.FEES) ? text(row, column) : get(row, column)));
			return cells;
		}).toList();
	}

	private static long of(Stock stock, TableTwoColumn column) {
		return switch (column) {
			case MADE -> stock.made();
			case REPEALED -> stock.repealed();
			default -> stock.inForce();
		};
	}

}
