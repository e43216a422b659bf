package org.gongkai.query.report;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.gongkai.events.report.ReportSection;
import org.gongkai.query.desk.Form;
import org.gongkai.query.desk.Input;
import org.gongkai.query.desk.Input.Kind;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;

/// The life of an annual report as forms.
final class ReportForms {

	/// How a report begins.
	static final String OPEN = "open-report";

	private ReportForms() {
	}

	/// @param withSubordinates whether a report may include the agencies below
	static Form opening(boolean withSubordinates) {
		Input openedOn = Input.day("openedOn", "启动日期", "opened on");
		Input below = Input.of(Kind.TICK, "withSubordinates", "含下级机关", "with subordinates")
			.optional()
			.hint("汇总年末隶属于本机关的所有机关");
		Form form = withSubordinates ? Form.of(OPEN, "启动编制", "Open the report", openedOn, below)
				: Form.of(OPEN, "启动编制", "Open the report", openedOn);
		return form.hint("年度报告的数字全部来自记录；正文由人撰写，其中的数字引用数据项（条例第五十条）。");
	}

	/// @throws Refused `unknown-command`
	static Form of(String command) {
		return switch (command) {
			case OPEN -> opening(true);
			case "submit-report" -> Form.of(command, "送审", "Submit", Input.day("submittedOn", "送审日期", "submitted on"))
				.hint("法定内容齐备方可送审；送审后退回才能修改。");
			case "return-report" ->
				Form.of(command, "退回修改", "Return", Input.day("returnedOn", "退回日期", "returned on"), reason());
			case "approve-report" -> Form.of(command, "审定", "Approve", Input.day("approvedOn", "审定日期", "approved on"));
			case "publish-report" -> Form.of(command, "公布", "Publish", Input.day("publishedOn", "公布日期", "published on"))
				.hint("公布即固定全部数字、正文和结转清单；以后记录的内容不改变已公布的报告。");
			case "reopen-report" -> Form.of(command, "重新编制，公布更正", "Reopen for a correction",
					Input.day("reopenedOn", "日期", "reopened on"), reason())
				.hint("已公布的一版保留不变；更正后公布的是新的一版。");
			default -> throw new Refused(Rule.UNKNOWN_COMMAND, "there is no such act on a report");
		};
	}

	/// The text of one part.
	static Form writing(ReportSection section) {
		return Form.of("write-section", "保存", "Save",
				Input.of(Kind.PARAGRAPHS, "body", SectionTerms.of(section), "text")
					.optional()
					.hint((SectionTerms.isNeeded(section) ? "送审前必须写好。" : "")
							+ "每段一行。数字写成{{applications.new}}这样的数据项，公布时自动填入；留空保存即删去本部分"),
				Input.day("writtenOn", "撰写日期", "written on"));
	}

	/// The acts that a report allows as it stands.
	static List<String> possible(ReportStage stage) {
		return switch (stage) {
			case DRAFT -> List.of("submit-report");
			case SUBMITTED -> List.of("approve-report", "return-report");
			case APPROVED -> List.of("publish-report", "return-report");
			case PUBLISHED -> List.of("reopen-report");
		};
	}

	/// Today as the day of the act.
	static Map<String, String> proposed(Form form, LocalDate today) {
		Map<String, String> values = new HashMap<>();
		form.inputs()
			.stream()
			.filter((input) -> input.kind() == Kind.DAY)
			.forEach((input) -> values.put(input.name(), today.toString()));
		return values;
	}

	private static Input reason() {
		return Input.text("reason", "理由", "reason").required();
	}

}
