package org.gongkai.statute.report;

import java.util.List;
import java.util.stream.Stream;

import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;

/// 表二的格式: which rows and columns the form of a report year prints.
public enum TableTwoForm {

	/// 国办公开办函〔2019〕60号, for the reports of 2019 and 2020.
	FORM_2019(
			new Part("第二十条第（一）项", List.of(TableTwoRow.REGULATIONS, TableTwoRow.NORMATIVE_DOCUMENTS),
					List.of(TableTwoColumn.NEWLY_MADE, TableTwoColumn.NEWLY_PUBLISHED, TableTwoColumn.PUBLISHED_TOTAL)),
			new Part("第二十条第（五）项", List.of(TableTwoRow.LICENCES, TableTwoRow.OTHER_SERVICES),
					List.of(TableTwoColumn.LAST_YEAR_ITEMS, TableTwoColumn.CHANGE, TableTwoColumn.DECISIONS)),
			new Part("第二十条第（六）项", List.of(TableTwoRow.PENALTIES, TableTwoRow.COERCIONS),
					List.of(TableTwoColumn.LAST_YEAR_ITEMS, TableTwoColumn.CHANGE, TableTwoColumn.DECISIONS)),
			new Part("第二十条第（八）项", List.of(TableTwoRow.FEES),
					List.of(TableTwoColumn.LAST_YEAR_ITEMS, TableTwoColumn.CHANGE)),
			new Part("第二十条第（九）项", List.of(TableTwoRow.PROCUREMENT),
					List.of(TableTwoColumn.ITEMS, TableTwoColumn.AMOUNT))),

	/// 国办公开办函〔2021〕30号, for the reports of 2021 and later.
	FORM_2021(
			new Part("第二十条第（一）项", List.of(TableTwoRow.REGULATIONS, TableTwoRow.NORMATIVE_DOCUMENTS),
					List.of(TableTwoColumn.MADE, TableTwoColumn.REPEALED, TableTwoColumn.IN_FORCE)),
			new Part("第二十条第（五）项", List.of(TableTwoRow.LICENCES), List.of(TableTwoColumn.DECISIONS)),
			new Part("第二十条第（六）项", List.of(TableTwoRow.PENALTIES, TableTwoRow.COERCIONS),
					List.of(TableTwoColumn.DECISIONS)),
			new Part("第二十条第（八）项", List.of(TableTwoRow.FEES), List.of(TableTwoColumn.AMOUNT_WAN_YUAN)));

	private final List<Part> parts;

	TableTwoForm(Part... parts) {
		this.parts = List.of(parts);
	}

	/// 第二十条各项: a part of the table with heads of its own.
	///
	/// @param label the head over the part
	/// @param rows in the order of the form
	/// @param columns of all its rows, in the order of the form
	public record Part(String label, List<TableTwoRow> rows, List<TableTwoColumn> columns) {

		public Part {
			rows = List.copyOf(rows);
			columns = List.copyOf(columns);
		}

	}

	/// The form of a report year. Years before 2019 had no such table; they are shown in
	/// the oldest form.
	public static TableTwoForm of(int year) {
		return (year < 2021) ? FORM_2019 : FORM_2021;
	}

	/// Its parts, top to bottom.
	public List<Part> parts() {
		return this.parts;
	}

	/// Its rows, top to bottom.
	public List<TableTwoRow> rows() {
		return this.parts.stream().flatMap((part) -> part.rows().stream()).toList();
	}

	/// The columns of a row, in the order of the form; none for a row of another form.
	public List<TableTwoColumn> columns(TableTwoRow row) {
		return this.parts.stream()
			.filter((part) -> part.rows().contains(row))
			.findFirst()
			.map(Part::columns)
			.orElse(List.of());
	}

	/// The words of a row on this form.
	public String label(TableTwoRow row) {
		return (this == FORM_2019 && row == TableTwoRow.NORMATIVE_DOCUMENTS) ? "规范性文件" : row.label();
	}

	/// The heading of a column on this form.
	public String label(TableTwoColumn column) {
		return (this == FORM_2019 && column == TableTwoColumn.DECISIONS) ? "处理决定数量" : column.label();
	}

	/// Its cells, in the order of the form.
	Stream<Place> places() {
		return this.parts.stream()
			.flatMap((part) -> part.rows()
				.stream()
				.flatMap((row) -> part.columns().stream().map((column) -> new Place(row, column))));
	}

	/// A cell.
	record Place(TableTwoRow row, TableTwoColumn column) {
	}

	/// @throws Refused `unknown-cell`
	void require(TableTwoRow row, TableTwoColumn column) {
		if (!columns(row).contains(column)) {
			throw new Refused(Rule.UNKNOWN_CELL,
					"table two of that year has no column " + column.jsonName() + " in the row " + row.jsonName());
		}
	}

}
