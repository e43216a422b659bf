package org.gongkai.query.audit;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.gongkai.events.audit.FindingResult;
import org.gongkai.query.desk.Form;
import org.gongkai.query.desk.Input;
import org.gongkai.query.desk.Input.Choice;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;

/// What is done with a finding, as forms.
final class FindingForms {

	private FindingForms() {
	}

	/// The acts that a finding allows as it stands.
	static List<String> possible(Findings.State state) {
		return switch (state) {
			case NEW, CLOSED -> List.of("open-finding");
			case OPEN -> List.of("answer-finding", "close-finding");
			case ANSWERED -> List.of("close-finding");
		};
	}

	/// @throws Refused `unknown-command`
	static Form of(String command) {
		return switch (command) {
			case "open-finding" ->
				Form.of(command, "立案检查", "Take up", Input.day("openedOn", "立案日期", "taken up on"), said("检查人员意见"));
			case "answer-finding" -> Form.of(command, "机关说明", "Answer", Input.day("answeredOn", "说明日期", "answered on"),
					Input.of(Input.Kind.TICK, "disputed", "机关有异议", "disputed").optional(),
					said("机关说明").hint("有异议的须说明理由"));
			case "close-finding" -> Form.of(command, "结案", "Close", Input.day("closedOn", "结案日期", "closed on"),
					Input.choice("result", "结论", "result",
							List.of(Choice.of(FindingResult.UPHELD, label(FindingResult.UPHELD)),
									Choice.of(FindingResult.DISMISSED, label(FindingResult.DISMISSED)),
									Choice.of(FindingResult.REMEDIED, label(FindingResult.REMEDIED)))),
					said("检查人员意见").hint("不成立或者已整改的须说明"));
			default -> throw new Refused(Rule.UNKNOWN_COMMAND, "a finding has no such act");
		};
	}

	static Map<String, String> proposed(LocalDate today) {
		return Map.of("openedOn", today.toString(), "answeredOn", today.toString(), "closedOn", today.toString());
	}

	/// 检查结论.
	static String label(FindingResult result) {
		return switch (result) {
			case UPHELD -> "属实";
			case DISMISSED -> "不成立";
			case REMEDIED -> "已整改";
		};
	}

	private static Input said(String zh) {
		return Input.text("personal.text", zh, "what is said");
	}

}
