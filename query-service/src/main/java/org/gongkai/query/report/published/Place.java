package org.gongkai.query.report.published;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.gongkai.statute.report.Column;
import org.gongkai.statute.report.Row;

/// Where a number stands: a cell of tables two, three or four, by the names of the machine-readable report.
///
/// @param table which table
/// @param row name of the row: `granted`, `normative_documents`, `review`
/// @param column name of the column: `natural_person`, `made`, `upheld`
public record Place(Table table, String row, String column) {

	/// The rows of table four: 行政复议, and 行政诉讼 by its two ways.
	public static final List<String> DISPUTE_ROWS = List.of("review", "direct", "after_review");

	/// The columns of table four; the last is the sum of the others.
	public static final List<String> DISPUTE_COLUMNS = List.of("upheld", "corrected", "other", "pending", "total");

	private static final Map<String, String> DISPUTE_LABELS = Map.of("review", "行政复议", "direct", "行政诉讼未经复议直接起诉",
			"after_review", "行政诉讼复议后起诉", "upheld", "结果维持", "corrected", "结果纠正", "other", "其他结果", "pending", "尚未审结",
			"total", "总计");

	/// A table of the report.
	public enum Table {

		/// 表二, 主动公开政府信息情况.
		TWO("二"),
		/// 表三, 收到和处理政府信息公开申请情况.
		THREE("三"),
		/// 表四, 政府信息公开行政复议、行政诉讼情况.
		FOUR("四");

		private final String numeral;

		Table(String numeral) {
			this.numeral = numeral;
		}

		/// 表三.
		public String label() {
			return "表" + this.numeral;
		}

		/// The name on the wire: `table3`.
		public String wireName() {
			return "table" + (ordinal() + 2);
		}

	}

	/// A cell of table three.
	public static Place of(Row row, Column column) {
		return new Place(Table.THREE, row.jsonName(), column.jsonName());
	}

	static Place of(TableTwoItem item, TableTwoColumn column) {
		return new Place(Table.TWO, item.wireName(), column.wireName());
	}

	/// A cell of table four.
	public static Place dispute(String row, String column) {
		return new Place(Table.FOUR, row, column);
	}

	/// The fifteen cells of table four, in the order of the form.
	public static List<Place> disputes() {
		List<Place> places = new ArrayList<>();
		DISPUTE_ROWS.forEach((row) -> DISPUTE_COLUMNS.forEach((column) -> places.add(dispute(row, column))));
		return places;
	}

	/// The row in the words of the form.
	public String rowLabel() {
		return rowLabel(this.table, this.row);
	}

	/// A row in the words of the form.
	public static String rowLabel(Table table, String row) {
		return switch (table) {
			case TWO -> TableTwoItem.named(row).map(TableTwoItem::label).orElse(row);
			case THREE -> {
				Row known = Row.ofJson(row);
				Row.Group group = known.group();
				yield ((group != null) ? group.label() : "") + known.label().replaceFirst("（区分处理.*", "");
			}
			case FOUR -> DISPUTE_LABELS.getOrDefault(row, row);
		};
	}

	/// The column in the words of the form.
	public String columnLabel() {
		return columnLabel(this.table, this.column);
	}

	/// A column in the words of the form.
	public static String columnLabel(Table table, String column) {
		return switch (table) {
			case TWO -> TableTwoColumn.named(column).map(TableTwoColumn::label).orElse(column);
			case THREE -> Column.ofJson(column).label();
			case FOUR -> DISPUTE_LABELS.getOrDefault(column, column);
		};
	}

	/// The cell in Chinese: 表三“（一）予以公开”行“自然人”列.
	public String chinese() {
		return this.table.label() + "“" + rowLabel() + "”行“" + columnLabel() + "”列";
	}

	/// The cell in English.
	public String english() {
		return "table " + (this.table.ordinal() + 2) + ", row " + this.row + ", column " + this.column;
	}

	/// Every cell's text, kept in the order of reading.
	static Map<Place, Printed> cells() {
		return new LinkedHashMap<>();
	}

	@Override
	public String toString() {
		return this.table.name().toLowerCase(Locale.ROOT) + "/" + this.row + "/" + this.column;
	}

}
