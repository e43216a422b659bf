package org.gongkai.query.report.document;

import java.util.List;
import java.util.Locale;

import org.gongkai.statute.report.TableThreeForm;
import org.gongkai.statute.report.TableTwo;
import org.jspecify.annotations.Nullable;

/// The six sections of the report, in the order of the form (article 50; 国办公开办函〔2021〕30号).
public enum ReportSection {

	/// 总体情况.
	OVERVIEW("一、总体情况", null),
	/// 主动公开政府信息情况.
	PROACTIVE(TableTwo.CAPTION, FormTable.Table.TWO),
	/// 收到和处理政府信息公开申请情况.
	APPLICATIONS(TableThreeForm.CAPTION, FormTable.Table.THREE),
	/// 政府信息公开行政复议、行政诉讼情况.
	DISPUTES(TableFourLayout.CAPTION, FormTable.Table.FOUR),
	/// 存在的主要问题及改进情况.
	PROBLEMS("五、存在的主要问题及改进情况", null),
	/// 其他需要报告的事项.
	OTHER_MATTERS("六、其他需要报告的事项", null);

	private final String title;

	private final FormTable.@Nullable Table table;

	ReportSection(String title, FormTable.@Nullable Table table) {
		this.title = title;
		this.table = table;
	}

	/// The heading with its number.
	public String title() {
		return this.title;
	}

	/// The name on the wire: `other_matters`.
	public String jsonName() {
		return name().toLowerCase(Locale.ROOT);
	}

	/// The section with its text, and with its table if that is among the tables.
	public ReportDocument.Section with(List<String> paragraphs, List<FormTable> tables) {
		return new ReportDocument.Section(this.title, paragraphs,
				tables.stream().filter((each) -> each.table() == this.table).findFirst().orElse(null));
	}

}
