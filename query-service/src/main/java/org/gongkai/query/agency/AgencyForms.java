package org.gongkai.query.agency;

import java.util.List;
import java.util.stream.Stream;

import org.gongkai.events.agency.AgencyKind;
import org.gongkai.events.agency.DisputeCounting;
import org.gongkai.query.desk.Form;
import org.gongkai.query.desk.Input;
import org.gongkai.query.desk.Input.Choice;
import org.gongkai.query.desk.Input.Kind;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;

/// What is done with offices, as forms.
final class AgencyForms {

	/// In the order of their likelihood.
	static final List<String> ACTS = List.of("open-ledger", "rename-agency", "reparent-agency",
			"choose-dispute-counting", "close-agency");

	private AgencyForms() {
	}

	static Form register(List<Agencies.Agency> agencies) {
		return Form.of("register-agency", "登记机关", "Register an agency",
				Input.line("code", "机关代码", "code").required().hint("1至32个字母、数字、连字符或下划线，登记后不变"),
				Input.line("name", "机关名称", "name").required(),
				Input.choice("kind", "机关类别", "kind",
						Stream.of(AgencyKind.values()).map((kind) -> Choice.of(kind, of(kind))).toList()),
				parent(agencies).hint("最上级机关留空"), Input.day("registeredOn", "设立日期", "exists from"));
	}

	/// @param agency what is done with it
	/// @throws Refused `unknown-command`
	static Form of(String command, Agencies.Agency agency, List<Agencies.Agency> agencies) {
		return switch (command) {
			case "rename-agency" -> Form.of(command, "更名", "Rename", Input.line("name", "新名称", "new name").required(),
					Input.day("renamedOn", "更名日期", "renamed on"));
			case "reparent-agency" -> Form.of(command, "调整隶属关系", "Move under another agency",
					parent(agencies.stream().filter((other) -> !other.code().equals(agency.code())).toList())
						.hint("留空即不再隶属于其他机关"),
					Input.day("movedOn", "调整日期", "moved on"));
			case "close-agency" -> Form.of(command, "撤销机关", "Close", Input.day("closedOn", "最后一天", "last day"))
				.hint("此日之后不再登记新申请；在办的申请继续办理。");
			case "open-ledger" ->
				Form.of(command, "启用台账", "Open the ledger", Input.day("openedOn", "启用日期", "opened on").hint("某年1月1日"))
					.hint("仅用于中途启用本系统的机关：自该日起记录完整，此前已办结的申请不得记入，启用时未办结的申请须逐件登记。");
			case "choose-dispute-counting" -> Form.of(command, "确定表四统计口径", "Choose how disputes are counted",
					Input.choice("counting", "统计口径", "counting",
							Stream.of(DisputeCounting.values()).map((one) -> Choice.of(one, of(one))).toList()),
					Input.of(Kind.NUMBER, "fromYear", "自哪一报告年度起", "from the report of"),
					Input.day("chosenOn", "确定日期", "chosen on"))
				.hint("各地口径不一，所选口径印在表四之下；未确定的，含上年度结转。");
			default -> throw new Refused(Rule.UNKNOWN_COMMAND, "there is no such act on an agency");
		};
	}

	/// 机关类别.
	static String of(AgencyKind kind) {
		return switch (kind) {
			case MINISTRY -> "国务院部门";
			case PROVINCE -> "省级政府";
			case CITY -> "市级政府";
			case COUNTY -> "县级政府";
			case DISTRICT -> "区级政府";
			case TOWNSHIP -> "乡镇、街道";
			case DEPARTMENT -> "政府部门";
			case DISPATCHED_BODY -> "派出机构";
			case INTERNAL_BODY -> "内设机构";
		};
	}

	/// 表四的统计口径.
	static String of(DisputeCounting counting) {
		return switch (counting) {
			case INCLUDING_CARRIED_IN -> "含上年度结转";
			case NEW_ONLY -> "仅本年度新发生";
		};
	}

	private static Input parent(List<Agencies.Agency> agencies) {
		return new Input("parent", Kind.CHOICE, "主管机关", "responsible agency", false, List.of(),
				List.of(new Input.Choices("",
						agencies.stream()
							.map((agency) -> new Choice(agency.code(), agency.name() + "（" + agency.code() + "）"))
							.toList())));
	}

}
