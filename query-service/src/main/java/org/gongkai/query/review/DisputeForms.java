package org.gongkai.query.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import org.gongkai.events.EventCatalog;
import org.gongkai.events.application.ErasureGround;
import org.gongkai.events.review.DisputeEntryStruck;
import org.gongkai.events.review.DisputeOutcome;
import org.gongkai.events.review.DisputedAct;
import org.gongkai.events.review.LawsuitKind;
import org.gongkai.events.review.PartyErased;
import org.gongkai.events.review.RulingForm;
import org.gongkai.query.agency.Agencies;
import org.gongkai.query.application.CaseHistory;
import org.gongkai.query.application.Terms;
import org.gongkai.query.desk.Form;
import org.gongkai.query.desk.Input;
import org.gongkai.query.desk.Input.Choice;
import org.gongkai.query.desk.Input.Choices;
import org.gongkai.query.desk.Input.Kind;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.gongkai.statute.report.DisputeBlock;

/// What is done with disputes, as forms.
final class DisputeForms {

	private static final String ERASE = "erase-party";

	private static final String ERASED = EventCatalog.nameOf(PartyErased.class);

	/// How a dispute begins.
	static final List<String> FILINGS = List.of("file-review", "file-lawsuit");

	private static final String STRUCK = EventCatalog.nameOf(DisputeEntryStruck.class);

	private static final List<Choice> OUTCOMES = choices(DisputeOutcome.values(), DisputeTerms::result);

	private static final List<Choice> FORMS = choices(RulingForm.values(), DisputeTerms::of);

	private DisputeForms() {
	}

	/// @param agencies whose acts may be attacked
	/// @throws Refused `unknown-command`
	static Form filing(String command, List<Agencies.Agency> agencies) {
		return switch (command) {
			case "file-review" -> Form
				.of(command, "登记行政复议", "Record a review", agency(agencies),
						Input.line("disputeNo", "案号", "number").required(),
						Input.day("filedOn", "申请复议日期", "applied on"), application(), against(),
						Input.line("reviewingOrgan", "复议机关", "reviewing organ"), party(), request())
				.hint("自知道该行为之日起六十日内申请（行政复议法第二十条）。对答复不服的，须先有答复。");
			case "file-lawsuit" -> Form
				.of(command, "登记行政诉讼", "Record a lawsuit", agency(agencies),
						Input.line("disputeNo", "案号", "number").required(),
						Input.choice("kind", "类型", "kind", choices(LawsuitKind.values(), DisputeForms::of)),
						Input.day("filedOn", "起诉日期", "sued on"), application(),
						Input.line("reviewId", "在先复议", "earlier review").hint("复议后起诉的填写，例如review:机关代码/案号"), against(),
						Input.line("court", "受理法院", "court"),
						Input.of(Kind.TICK, "coDefendant", "仅因作复议机关被诉", "sued as the reviewing organ only")
							.optional()
							.hint("作共同被告的不计入本机关（国办公开办函〔2016〕201号）"),
						party(), request())
				.hint("对不予公开答复不服的，自2024年起应当先申请行政复议（行政复议法第二十三条）；直接起诉的仍可登记，登记后有提示。");
			default -> throw new Refused(Rule.UNKNOWN_COMMAND, "there is no such filing");
		};
	}

	/// The acts that a dispute allows as it stands.
	static List<String> possible(DisputeItem item) {
		if (item.isVoid()) {
			return item.erased() ? List.of() : List.of(ERASE);
		}
		List<String> acts = new ArrayList<>();
		if (item.concludedOn() == null) {
			acts.addAll(isReview(item) ? List.of("conclude-review", "withdraw-review")
					: List.of("conclude-lawsuit", "withdraw-lawsuit"));
		}
		acts.addAll(List.of("rectify-dispute", "strike-dispute-entry"));
		if (item.concludedOn() != null && !item.erased()) {
			acts.add(ERASE);
		}
		return acts;
	}

	static boolean isReview(DisputeItem item) {
		return item.block() == DisputeBlock.REVIEW;
	}

	/// @throws Refused `unknown-command`
	static Form of(String command, DisputeItem item, List<CaseHistory.Entry> entries) {
		return switch (command) {
			case "conclude-review" -> conclusion(command, "复议审结", "Conclude the review", "复议决定文号");
			case "conclude-lawsuit" -> conclusion(command, "诉讼审结", "Conclude the lawsuit", "裁判文书号");
			case "withdraw-review" -> withdrawal(command, "撤回复议申请", "Withdraw the review");
			case "withdraw-lawsuit" -> withdrawal(command, "撤诉", "Withdraw the lawsuit");
			case "rectify-dispute" -> rectification(item);
			case ERASE -> Form
				.of(command, "删除当事人个人信息", "Erase personal data", Input.day("erasedOn", "删除日期", "erased on"),
						Input.choice("ground", "法定情形", "ground", choices(ErasureGround.values(), Terms::of)),
						Input.text("reason", "原因", "reason").required().hint("原因长期保存，不得写入个人信息"))
				.hint("本案中的当事人和请求从此不能恢复；统计数据不变（个人信息保护法第四十七条）。");
			case "strike-dispute-entry" -> Form
				.of(command, "撤销误录", "Strike an entry",
						Input.of(Kind.NUMBER_CHOICE, "struckSequence", "误录的记录", "entry")
							.among(List.of(new Choices("", strikable(entries)))),
						Input.day("struckOn", "撤销日期", "struck on"), Input.text("reason", "原因", "reason").required())
				.hint("原记录保留可见，不再生效。撤销第1条即整件作废，案号不得再用。");
			default -> throw new Refused(Rule.UNKNOWN_COMMAND, "there is no such act on a dispute");
		};
	}

	/// A decision that obliges the agency to answer opens the application's case again.
	static Form redecision() {
		return Form
			.of("order-redecision", "责令重新答复", "Order a new answer", Input.day("orderedOn", "收到决定、判决日期", "received on"),
					Input.day("replyBy", "决定、判决所定期限", "reply by").optional())
			.hint("申请重新办理，未定期限的，自次日起20个工作日内答复；重新答复在申请页登记。表三只计首次答复。");
	}

	/// Today as the day of the act.
	static Map<String, String> proposed(Form form, LocalDate today) {
		Map<String, String> values = new HashMap<>();
		form.inputs()
			.stream()
			.filter((input) -> input.kind() == Kind.DAY && input.needed())
			.forEach((input) -> values.put(input.name(), today.toString()));
		return values;
	}

	private static Form conclusion(String command, String zh, String en, String number) {
		return Form
			.of(command, zh, en, Input.choice("outcome", "结果（表四）", "outcome", OUTCOMES),
					Input.choice("form", "裁判方式", "form", FORMS).optional(),
					Input.day("concludedOn", "审结日期", "decided on"), Input.line("decisionNo", number, "number"),
					Input.of(Kind.TICK, "ordersRedecision", "责令重新答复", "orders a new answer").optional())
			.hint("一件案件只有一个结果，计入审结年度的表四。");
	}

	private static Form withdrawal(String command, String zh, String en) {
		return Form
			.of(command, zh, en, Input.day("withdrawnOn", "日期", "withdrawn on"),
					Input.line("decisionNo", "终止文书号", "number"))
			.hint("计入表四“其他结果”。");
	}

	private static Form rectification(DisputeItem item) {
		Form form = Form
			.of("rectify-dispute", "更正记录", "Rectify the record", Input.day("rectifiedOn", "更正日期", "rectified on"),
					Input.text("reason", "更正原因", "reason").required())
			.hint("只填需要更正的项目；原记录保留可见。");
		form = form.section("登记事项", "", application(), against().optional(), Input.line("organ", "复议机关或者法院", "organ"),
				Input.day("filedOn", "申请或者起诉日期", "filed on").optional());
		if (!isReview(item)) {
			form = form.section("诉讼", "",
					Input.choice("kind", "类型", "kind", choices(LawsuitKind.values(), DisputeForms::of)).optional(),
					Input.line("reviewId", "在先复议", "earlier review"),
					Input.of(Kind.YES_NO, "coDefendant", "仅因作复议机关被诉", "sued as the reviewing organ only").optional());
		}
		return (item.concludedOn() == null) ? form
				: form.section("结果", "", Input.choice("outcome", "结果（表四）", "outcome", OUTCOMES).optional(),
						Input.choice("form", "裁判方式", "form", FORMS).optional(),
						Input.day("concludedOn", "审结日期", "decided on").optional(),
						Input.line("decisionNo", "文号", "number"),
						Input.of(Kind.YES_NO, "ordersRedecision", "责令重新答复", "orders a new answer").optional());
	}

	private static Input agency(List<Agencies.Agency> agencies) {
		return Input.choice("agency", "被申请人、被告", "agency",
				agencies.stream()
					.map((agency) -> new Choice(agency.code(), agency.name() + "（" + agency.code() + "）"))
					.toList());
	}

	private static Input application() {
		return Input.line("applicationId", "申请编号", "application").hint("机关代码、斜线、申请编号；与申请无关的留空");
	}

	private static Input against() {
		return Input.choice("against", "被诉行为", "against", choices(DisputedAct.values(), DisputeTerms::of));
	}

	private static Input party() {
		return Input.line("personal.party", "申请人、原告", "party");
	}

	private static Input request() {
		return Input.text("personal.text", "请求", "what is asked");
	}

	private static String of(LawsuitKind kind) {
		return switch (kind) {
			case DIRECT -> DisputeBlock.DIRECT.label();
			case AFTER_REVIEW -> DisputeBlock.AFTER_REVIEW.label();
		};
	}

	private static List<Choice> strikable(List<CaseHistory.Entry> entries) {
		return entries.stream()
			.filter((entry) -> !entry.struck() && !entry.event().equals(STRUCK) && !entry.event().equals(ERASED))
			.map((entry) -> new Choice(String.valueOf(entry.sequence()),
					"第" + (entry.sequence() + 1) + "条 " + entry.effectiveOn() + " " + entry.zh()))
			.toList()
			.reversed();
	}

	private static <E extends Enum<E>> List<Choice> choices(E[] constants, Function<E, String> label) {
		return Stream.of(constants).map((constant) -> Choice.of(constant, label.apply(constant))).toList();
	}

}
