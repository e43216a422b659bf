package org.gongkai.events.report;

/// 报告正文: the parts of the report that people write, in the order of the form (国办公开办函〔2021〕30号).
public enum ReportSection {

	/// 一、总体情况: its opening words.
	OVERVIEW,
	/// 一（一）主动公开.
	PROACTIVE_DISCLOSURE,
	/// 一（二）依申请公开.
	APPLICATIONS,
	/// 一（三）政府信息管理.
	INFORMATION_MANAGEMENT,
	/// 一（四）政府信息公开平台建设.
	PLATFORM,
	/// 一（五）监督保障, with 工作考核、社会评议和责任追究结果 (article 50(4)).
	SUPERVISION,
	/// 二: a note under table two.
	TABLE_TWO_NOTE,
	/// 三: a note under table three, such as the one on a changed carry-over.
	TABLE_THREE_NOTE,
	/// 四: a note under table four.
	TABLE_FOUR_NOTE,
	/// 五、存在的主要问题及改进情况.
	PROBLEMS,
	/// 六、其他需要报告的事项, the information fees among them.
	OTHER_MATTERS

}
