package org.gongkai.statute.report;

import java.util.List;
import java.util.stream.Stream;

import org.gongkai.events.application.Outcome;

/// 表三的格式: which rows the form of a report year prints.
public enum TableThreeForm {

	/// 国办公开办函〔2019〕60号, for the reports of 2019 and 2020: 其他处理 is one row; 23 rows.
	FORM_2019,
	/// 国办公开办函〔2021〕30号, for the reports of 2021 and later: 25 rows.
	FORM_2021;

	/// The heading of the section.
	public static final String CAPTION = "三、收到和处理政府信息公开申请情况";

	/// The heading above the seven columns.
	public static final String APPLICANTS = "申请人情况";

	/// The note in the corner of the form.
	public static final String CORNER_NOTE = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";

	/// The heading beside the outcome rows.
	public static final String RESULTS = "三、本年度办理结果";

	/// The form of a report year. Years before 2019 had no such table; they are shown in
	/// the
	/// oldest form.
	public static TableThreeForm of(int year) {
		return (year < 2021) ? FORM_2019 : FORM_2021;
	}

	/// 口径版本: the document that prescribes the form and what its rows count.
	public String definition() {
		return switch (this) {
			case FORM_2019 -> "国办公开办函〔2019〕60号";
			case FORM_2021 -> "国办公开办函〔2021〕30号";
		};
	}

	/// The rows as printed, top to bottom.
	public List<Row> rows() {
		return Stream.of(Row.values()).filter(this::prints).toList();
	}

	/// The rows of the machine-readable report: those of 2021, and the single row 其他处理
	/// beside them where the form of the year has it.
	public List<Row> mapRows() {
		Stream<Row> rows = Stream.of(Row.values()).filter((row) -> row != Row.OTHER_AGGREGATE);
		return ((this == FORM_2019) ? Stream.concat(rows, Stream.of(Row.OTHER_AGGREGATE)) : rows).toList();
	}

	/// The row in which the form prints an outcome.
	public Row row(Outcome outcome) {
		Row row = Row.of(outcome);
		return prints(row) ? row : Row.OTHER_AGGREGATE;
	}

	private boolean prints(Row row) {
		return (this == FORM_2019) ? row.group() != Row.Group.OTHER : row != Row.OTHER_AGGREGATE;
	}

}
