package org.gongkai.statute.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.gongkai.events.application.Outcome;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.jspecify.annotations.Nullable;

/// The rows of table three, in the order of the form.
public enum Row {

	/// 本年新收: received in the year.
	NEW("一、本年新收政府信息公开申请数量", null),
	/// 上年结转: received before the year and not concluded before it.
	CARRIED_IN("二、上年结转政府信息公开申请数量", null),
	/// 予以公开.
	GRANTED("（一）予以公开", null),
	/// 部分公开.
	PARTLY_GRANTED("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", null),
	/// 国家秘密.
	DENIED_1("1.属于国家秘密", Group.DENIED),
	/// 其他法律行政法规.
	DENIED_2("2.其他法律行政法规禁止公开", Group.DENIED),
	/// 三安全一稳定.
	DENIED_3("3.危及“三安全一稳定”", Group.DENIED),
	/// 第三方.
	DENIED_4("4.保护第三方合法权益", Group.DENIED),
	/// 内部事务.
	DENIED_5("5.属于三类内部事务信息", Group.DENIED),
	/// 过程性信息.
	DENIED_6("6.属于四类过程性信息", Group.DENIED),
	/// 执法案卷.
	DENIED_7("7.属于行政执法案卷", Group.DENIED),
	/// 行政查询.
	DENIED_8("8.属于行政查询事项", Group.DENIED),
	/// 不掌握.
	UNAVAILABLE_1("1.本机关不掌握相关政府信息", Group.UNAVAILABLE),
	/// 另行制作.
	UNAVAILABLE_2("2.没有现成信息需要另行制作", Group.UNAVAILABLE),
	/// 仍不明确.
	UNAVAILABLE_3("3.补正后申请内容仍不明确", Group.UNAVAILABLE),
	/// 信访举报投诉.
	NOT_PROCESSED_1("1.信访举报投诉类申请", Group.NOT_PROCESSED),
	/// 重复.
	NOT_PROCESSED_2("2.重复申请", Group.NOT_PROCESSED),
	/// 公开出版物.
	NOT_PROCESSED_3("3.要求提供公开出版物", Group.NOT_PROCESSED),
	/// 大量反复.
	NOT_PROCESSED_4("4.无正当理由大量反复申请", Group.NOT_PROCESSED),
	/// 确认或重新出具.
	NOT_PROCESSED_5("5.要求行政机关确认或重新出具已获取信息", Group.NOT_PROCESSED),
	/// 逾期不补正.
	OTHER_1("1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", Group.OTHER),
	/// 逾期不缴费.
	OTHER_2("2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", Group.OTHER),
	/// 其他.
	OTHER_3("3.其他", Group.OTHER),
	/// 其他处理 as one row: on the form of 2019 only.
	OTHER_AGGREGATE("（六）其他处理", null),
	/// 总计 of the outcome rows.
	TOTAL("（七）总计", null),
	/// 结转下年度: not concluded by 31 December.
	CARRIED_OUT("四、结转下年度继续办理", null);

	private static final Map<String, Row> BY_NAME = Stream.of(values())
		.collect(Collectors.toUnmodifiableMap(Row::jsonName, Function.identity()));

	private static final List<Row> OUTCOMES = Stream.of(Outcome.values()).map(Row::of).toList();

	private final String label;

	private final @Nullable Group group;

	Row(String label, @Nullable Group group) {
		this.label = label;
		this.group = group;
	}

	/// The row an outcome is counted in.
	public static Row of(Outcome outcome) {
		return valueOf(outcome.name());
	}

	/// The row of a name on the wire.
	/// @throws Refused with [Rule#UNKNOWN_CELL]
	public static Row ofJson(String name) {
		Row row = BY_NAME.get(name);
		if (row == null) {
			throw new Refused(Rule.UNKNOWN_CELL, "table three has no such row");
		}
		return row;
	}

	/// The 21 outcome rows of the form of 2021.
	public static List<Row> outcomes() {
		return OUTCOMES;
	}

	/// The outcome counted in this row; null for a row that counts none or several.
	public @Nullable Outcome outcome() {
		return OUTCOMES.contains(this) ? Outcome.valueOf(name()) : null;
	}

	/// Whether the row is an outcome or the total of outcomes, under 三、本年度办理结果.
	public boolean isResult() {
		return compareTo(GRANTED) >= 0 && compareTo(TOTAL) <= 0;
	}

	/// The words on the form.
	public String label() {
		return this.label;
	}

	/// The group of outcomes that the row stands in; null if it stands alone.
	public @Nullable Group group() {
		return this.group;
	}

	/// The name on the wire: `denied_1`.
	public String jsonName() {
		return name().toLowerCase(Locale.ROOT);
	}

	/// 办理结果的类别: outcomes that share a heading on the form.
	public enum Group {

		/// 不予公开.
		DENIED("（三）不予公开"),
		/// 无法提供.
		UNAVAILABLE("（四）无法提供"),
		/// 不予处理.
		NOT_PROCESSED("（五）不予处理"),
		/// 其他处理.
		OTHER("（六）其他处理");

		private final String label;

		Group(String label) {
			this.label = label;
		}

		/// The heading on the form.
		public String label() {
			return this.label;
		}

	}

}
