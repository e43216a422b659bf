package org.gongkai.query.report;

import org.gongkai.events.report.ReportSection;

/// The parts of the report in the words of the form (国办公开办函〔2021〕30号).
final class SectionTerms {

	private SectionTerms() {
	}

	/// The heading of a part.
	static String of(ReportSection section) {
		return switch (section) {
			case OVERVIEW -> "一、总体情况：开头";
			case PROACTIVE_DISCLOSURE -> "一（一）主动公开";
			case APPLICATIONS -> "一（二）依申请公开";
			case INFORMATION_MANAGEMENT -> "一（三）政府信息管理";
			case PLATFORM -> "一（四）政府信息公开平台建设";
			case SUPERVISION -> "一（五）监督保障";
			case TABLE_TWO_NOTE -> "二、表二的注";
			case TABLE_THREE_NOTE -> "三、表三的注";
			case TABLE_FOUR_NOTE -> "四、表四的注";
			case PROBLEMS -> "五、存在的主要问题及改进情况";
			case OTHER_MATTERS -> "六、其他需要报告的事项";
		};
	}

	/// Whether no report may leave it out (article 50).
	static boolean isNeeded(ReportSection section) {
		return switch (section) {
			case OVERVIEW, TABLE_TWO_NOTE, TABLE_THREE_NOTE, TABLE_FOUR_NOTE -> false;
			case PROACTIVE_DISCLOSURE, APPLICATIONS, INFORMATION_MANAGEMENT, PLATFORM, SUPERVISION, PROBLEMS,
					OTHER_MATTERS ->
				true;
		};
	}

}
