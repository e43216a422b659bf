package org.gongkai.query.application;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.gongkai.events.EventCatalog;
import org.gongkai.events.application.ApplicantErased;
import org.gongkai.events.application.DecisionDrafted;
import org.gongkai.events.application.DeliveryWay;
import org.gongkai.events.application.EntryStruck;
import org.gongkai.events.application.Outcome;
import org.gongkai.events.application.WithheldPart;
import org.gongkai.query.Stored;
import org.gongkai.query.desk.Form;
import org.gongkai.query.desk.Input;
import org.gongkai.query.desk.Input.Choice;
import org.gongkai.query.desk.Input.Choices;
import org.gongkai.query.desk.Input.Hint;
import org.gongkai.query.desk.Input.Kind;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.gongkai.statute.application.Deadline;
import org.gongkai.statute.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/// The acts on one case as forms.
///
/// @param file the case
/// @param deadline its clock
/// @param bodies the other bodies of the same organ (article 27)
/// @param outcomes whether an outcome may be rectified
record ActForms(CaseFile file, Deadline deadline, List<Choice> bodies, WorkingCalendar calendar, boolean outcomes) {

	/// Article 30.
	private static final int CORRECTION_NOTICE = 7;

	private static final int PARTS = 4;

	/// The command that proposes a reply.
	static final String DRAFT = "draft-decision";

	private static final String ERASED = EventCatalog.nameOf(ApplicantErased.class);

	private static final String STRUCK = EventCatalog.nameOf(EntryStruck.class);

	/// @throws Refused `unknown-command`
	Form of(String command) {
		return switch (command) {
			case "request-correction" -> requestCorrection();
			case "supply-correction" ->
				Form.of(command, "收到补正", "Correction supplied", Input.day("suppliedOn", "收到补正日期", "received on"),
						Input.text("personal.text", "补正内容", "what was corrected"))
					.hint("答复期限自收到补正申请之日起重新计算（条例第三十条）。");
			case "lapse-correction" -> Form
				.of(command, "逾期不补正，办结", "Close for want of correction", Input.day("lapsedOn", "办结日期", "closed on"),
						Input.line("noticeNo", "告知文号", "notice number"))
				.hint("申请人无正当理由逾期不补正的，视为放弃申请（条例第三十条），计入表三（六）1。" + until("补正期限至"));
			case "consult-third-party" -> Form
				.of(command, "征求第三方意见", "Consult a third party", Input.day("askedOn", "征求日期", "asked on"),
						Input.line("personal.party", "第三方", "third party"),
						Input.text("personal.text", "征求的内容", "what was asked"))
				.hint("书面征求，第三方自收到之日起15个工作日内答复，所需时间不计入期限（条例第三十二条、第三十三条）。");
			case "record-third-party-opinion" -> Form
				.of(command, "第三方答复", "Third party's answer", question(true), answered(), opinion(),
						Input.text("personal.text", "答复内容", "what was answered"))
				.hint("第三方逾期未答复的，不需登记，由本机关依照条例决定是否公开（条例第三十二条）。");
			case "consult-agency" -> Form
				.of(command, "征求其他机关意见", "Consult another agency",
						Input.line("consultedAgency", "被征求机关", "agency asked").required(),
						Input.day("askedOn", "征求日期", "asked on"))
				.hint("由两个以上机关共同制作的，可以书面征求；15个工作日内不答复的视为同意公开（条例第三十四条）。");
			case "record-agency-opinion" -> Form.of(command, "其他机关答复", "Agency's answer", question(false), answered(),
					opinion(), Input.text("reason", "理由", "reason"));
			case "extend-deadline" -> Form
				.of(command, "延期", "Extend the term", Input.day("notifiedOn", "告知日期", "applicant told on"),
						Input.of(Kind.NUMBER, "workingDays", "延长的工作日", "working days").hint("1至20"),
						Input.text("reason", "延期理由", "reason").required(),
						Input.line("approvedBy", "批准人", "approved by").hint("政府信息公开工作机构负责人"))
				.hint("须经政府信息公开工作机构负责人同意并告知申请人，只能延长一次，最长20个工作日（条例第三十三条）。");
			case "ask-for-reasons" ->
				Form.of(command, "要求说明理由", "Ask for reasons", Input.day("askedOn", "告知日期", "asked on"))
					.hint("申请的数量、频次明显超过合理范围的，可以要求申请人说明理由（条例第三十五条）。");
			case "supply-reasons" -> Form.of(command, "收到理由", "Reasons supplied",
					Input.day("suppliedOn", "收到日期", "received on"), Input.text("personal.text", "理由", "the reasons"));
			case "delay-reply" -> Form
				.of(command, "确定延迟答复期限", "Delay the reply", Input.day("notifiedOn", "告知日期", "told on"),
						Input.day("replyBy", "延迟答复的最后一天", "reply by"))
				.hint("理由合理但无法按期答复的，可以确定延迟答复的合理期限并告知申请人（条例第三十五条）。");
			case "issue-fee-notice" -> fee();
			case "record-fee-payment" -> Form.of(command, "缴费", "Fee paid", Input.day("paidOn", "缴费日期", "paid on"))
				.hint("答复期限自缴费次日起重新计算（国办函〔2020〕109号第六条）。");
			case "lapse-fee" -> Form
				.of(command, "逾期不缴费，办结", "Close for want of payment", Input.day("lapsedOn", "办结日期", "closed on"),
						Input.line("noticeNo", "告知文号", "notice number"))
				.hint("收到收费通知次日起20个工作日内未缴费的，视为放弃申请，计入表三（六）2。" + until("缴费期限至"));
			case DRAFT -> reply(command, "拟稿", "Draft the reply", outcome(answers()),
					Input.day("draftedOn", "拟稿日期", "drafted on"))
				.hint("拟稿后由另一人审定并作出答复（条例第十七条）。再次拟稿即代替原稿。");
			case "return-draft" ->
				Form.of(command, "退回拟稿", "Return the draft", Input.day("returnedOn", "退回日期", "returned on"),
						Input.text("reason", "退回原因", "reason").required().hint("原因长期保存，不得写入个人信息"));
			case "decide-application" -> decided(command, "作出答复", "Decide", answers(), "一件申请只计一个结果（表三）");
			case "order-redecision" -> Form
				.of(command, "责令重新答复", "Order a new answer", Input.day("orderedOn", "收到决定、判决日期", "received on"),
						Input.line("disputeId", "复议、诉讼案件", "dispute").required().hint("例如review:机关代码/案号"),
						Input.day("replyBy", "决定、判决所定期限", "reply by").optional())
				.hint("案件重新办理，未定期限的，自次日起20个工作日内答复。表三只计首次答复。");
			case "redecide-application" -> decided(command, "重新答复", "Decide again", (_) -> true, "表三只计首次答复，不因此改变");
			case "deliver-reply" ->
				Form.of(command, "送达答复", "Deliver the reply", Input.choice("way", "送达方式", "way", Vocabulary.WAYS),
						Input.day("deliveredOn", "送达日期", "delivered on").hints(delivery()));
			case "withdraw-application" -> Form.of(command, "申请人撤回", "Withdrawn by the applicant",
					Input.day("withdrawnOn", "撤回日期", "withdrawn on"), Input.line("noticeNo", "告知文号", "notice number"))
				.hint("计入表三（六）3。");
			case "transfer-application" -> Form
				.of(command, "移交", "Hand over", Input.choice("toAgency", "移交给", "to", this.bodies),
						Input.day("transferredOn", "移交日期", "handed over on"),
						Input.text("reason", "原因", "reason").required())
				.hint("只能在本机关与其派出机构、内设机构之间移交；属于其他机关的，告知申请人（条例第三十六条第（五）项）。");
			case "rectify-record" -> rectification();
			case "erase-applicant" -> Form
				.of(command, "删除申请人个人信息", "Erase personal data", Input.day("erasedOn", "删除日期", "erased on"),
						Input.choice("ground", "法定情形", "ground", Vocabulary.ERASURES),
						Input.text("reason", "原因", "reason").required().hint("原因长期保存，不得写入个人信息"))
				.hint("本件申请及其行政复议、行政诉讼中的姓名、联系方式、内容描述等从此不能恢复；统计数据不变（个人信息保护法第四十七条）。");
			case "strike-entry" -> Form.of(command, "撤销误录", "Strike an entry",
					new Input("struckSequence", Kind.NUMBER_CHOICE, "误录的记录", "entry", true, List.of(),
							List.of(new Choices("", strikable()))),
					Input.day("struckOn", "撤销日期", "struck on"), Input.text("reason", "原因", "reason").required())
				.hint("原记录保留可见，不再生效。撤销第1条即整件作废，编号不得再用。");
			default -> throw new Refused(Rule.UNKNOWN_COMMAND, "there is no such act on a case");
		};
	}

	/// What stands in a form before the clerk types: today as the day of the act, the
	/// only question that is open.
	static Map<String, String> proposed(Form form, LocalDate today) {
		Map<String, String> values = new HashMap<>();
		form.inputs()
			.stream()
			.filter((input) -> input.kind() == Kind.DAY && input.needed())
			.filter((input) -> !input.name().equals("dueOn") && !input.name().equals("replyBy"))
			.forEach((input) -> values.put(input.name(), today.toString()));
		form.inputs()
			.stream()
			.filter((input) -> input.kind() == Kind.NUMBER_CHOICE && input.name().equals("consultation"))
			.filter((input) -> input.choices().getFirst().all().size() == 1)
			.forEach((input) -> values.put(input.name(), input.choices().getFirst().all().getFirst().value()));
		return values;
	}

	/// The draft as it stands in the form of the decision, or of a new draft, where it
	/// may be one that was returned;
	/// nothing without one.
	Map<String, String> drafted(String command) {
		DecisionDrafted draft = command.equals(DRAFT) ? this.file.standing().lastDraft() : this.file.standing().draft();
		Map<String, String> values = new HashMap<>();
		if (draft != null) {
			values.put("outcome", Stored.name(draft.outcome()));
			put(values, "replyNo", draft.replyNo());
			put(values, "legalBasis", draft.legalBasis());
			put(values, "referredTo", draft.referredTo());
			for (int i = 0; i < draft.withheldParts().size(); i++) {
				WithheldPart part = draft.withheldParts().get(i);
				values.put("withheldParts." + i + ".ground", Stored.name(part.ground()));
				put(values, "withheldParts." + i + ".description", part.description());
			}
		}
		return values;
	}

	private static void put(Map<String, String> values, String field, @Nullable String value) {
		if (value != null) {
			values.put(field, value);
		}
	}

	private Form requestCorrection() {
		LocalDate last = this.calendar.plusWorkingDays(this.file.view().receivedOn(), CORRECTION_NOTICE);
		return Form
			.of("request-correction", "补正告知", "Request a correction", Input.day("notifiedOn", "告知日期", "told on"),
					Input.day("dueOn", "补正期限", "correct by").hint("合理的补正期限的最后一天"),
					Input.text("personal.text", "需要补正的内容", "what to correct"))
			.hint("应当自收到申请之日起7个工作日内、最迟" + last + "一次性告知（条例第三十条）。");
	}

	private Form fee() {
		return Form
			.of("issue-fee-notice", "收费通知", "Fee notice", Input.day("notifiedOn", "申请人收到通知日期", "notified on"),
					Input.choice("schedule", "收费方式", "schedule", Vocabulary.SCHEDULES),
					Input.of(Kind.NUMBER, "quantity", "数量", "quantity")
						.optional()
						.hints(List.of(new Hint("per_item", "按件：该申请人当月累计件数。10件以下不收，11至30件每件100元，31件起每10件一档、每件再加100元"),
								new Hint("per_page", "按量：本件页数。30页以下不收，31至100页每页10元，101至200页每页20元，201页起每页40元"))),
					Input.of(Kind.MONEY, "amountYuan", "金额（元）", "amount in yuan"))
			.hint("一件申请只能按一种方式收费（国办函〔2020〕109号第三条至第六条）。");
	}

	private static Input outcome(Predicate<Outcome> among) {
		return Input.of(Kind.CHOICE, "outcome", "办理结果", "outcome").among(Vocabulary.outcomes(among));
	}

	/// What an answer can be: a lapse has an act of its own, unless it ends a new
	/// procedure.
	private Predicate<Outcome> answers() {
		return (outcome) -> this.file.standing().wasAnswered()
				|| outcome != Outcome.OTHER_1 && outcome != Outcome.OTHER_2;
	}

	private Form decided(String command, String zh, String en, Predicate<Outcome> among, String hint) {
		Form form = reply(command, zh, en, outcome(among).hint(hint), Input.day("decidedOn", "答复日期", "decided on"));
		DecisionDrafted draft = this.file.standing().draft();
		return (draft == null) ? form : form.hint("以下为" + draft.draftedOn() + "的拟稿；不同意的，请退回拟稿（条例第十七条）。");
	}

	private Form reply(String command, String zh, String en, Input outcome, Input on) {
		Form form = Form.of(command, zh, en, outcome, on, Input.line("replyNo", "答复文号", "reply number"),
				Input.line("legalBasis", "法律依据", "legal basis").hint("例如条例第三十六条第（二）项"),
				Input.line("referredTo", "获取途径或其他机关", "where it can be had").hint("告知已公开的途径、或者负责公开的机关名称和联系方式"));
		DecisionDrafted draft = this.file.standing().lastDraft();
		int count = (draft == null) ? PARTS : Math.max(PARTS, draft.withheldParts().size());
		Input[] parts = new Input[2 * count];
		for (int i = 0; i < count; i++) {
			String part = "withheldParts." + i;
			parts[2 * i] = Input.choice(part + ".ground", "第" + (i + 1) + "部分的理由", "ground", Vocabulary.GROUNDS)
				.optional();
			parts[2 * i + 1] = Input.line(part + ".description", "第" + (i + 1) + "部分的内容", "which part");
		}
		return form.section("不予公开的部分（条例第三十七条）", Stored.name(Outcome.PARTLY_GRANTED), parts);
	}

	private Form rectification() {
		Form form = Form
			.of("rectify-record", "更正记录", "Rectify the record", Input.day("rectifiedOn", "更正日期", "rectified on"),
					Input.text("reason", "更正原因", "reason").required())
			.hint("只填需要更正的项目；原记录保留可见。")
			.section("登记事项", "",
					Input.choice("applicantKind", "申请人类型", "kind of applicant", Vocabulary.KINDS).optional(),
					Input.choice("channel", "申请方式", "channel", Vocabulary.CHANNELS).optional(),
					Input.day("submittedOn", "提交日期", "submitted on").optional(),
					Input.day("receivedOn", "收到日期", "received on").optional(),
					Input.line("personal.name", "姓名或名称", "name"),
					Input.text("personal.subject", "内容描述", "information asked for"));
		if (!this.file.standing().wasAnswered()) {
			return form;
		}
		Input on = Input.day("concludedOn", "办结日期", "concluded on").optional();
		Input no = Input.line("replyNo", "文号", "reply number");
		return this.outcomes ? form.section("办理结果", "",
				Input.of(Kind.CHOICE, "outcome", "办理结果", "outcome")
					.optional()
					.among(Vocabulary.outcomes((_) -> true))
					.hint("由作出答复以外的人更正（条例第十七条）"),
				on, no) : form.section("办结", "", on, no);
	}

	private Input question(boolean thirdParty) {
		List<Choice> open = this.file.standing()
			.unanswered()
			.stream()
			.filter((question) -> question.thirdParty() == thirdParty)
			.map((question) -> new Choice(String.valueOf(question.number()),
					"第" + question.number() + "次征求（" + question.askedOn() + "）"))
			.toList();
		return new Input("consultation", Kind.NUMBER_CHOICE, "征求", "consultation", true, List.of(),
				List.of(new Choices("", open)));
	}

	private static Input answered() {
		return Input.day("answeredOn", "收到答复日期", "answered on");
	}

	private static Input opinion() {
		return Input.choice("opinion", "意见", "opinion", Vocabulary.OPINIONS).optional();
	}

	private List<Choice> strikable() {
		return this.file.entries()
			.stream()
			.filter((entry) -> !entry.struck() && !entry.event().equals(STRUCK) && !entry.event().equals(ERASED))
			.map((entry) -> new Choice(String.valueOf(entry.sequence()),
					"第" + (entry.sequence() + 1) + "条 " + entry.effectiveOn() + " " + entry.zh()))
			.toList()
			.reversed();
	}

	private String until(String words) {
		LocalDate last = this.deadline.stoppedUntil();
		return (last == null) ? "" : words + last + "。";
	}

	private static List<Hint> delivery() {
		return List.of(new Hint(Stored.name(DeliveryWay.POST), "邮寄：以交邮之日为答复日期（国办公开办函〔2016〕235号）"),
				new Hint(Stored.name(DeliveryWay.HAND), "当面：以签收之日为答复日期"),
				new Hint(Stored.name(DeliveryWay.VIA_AGENCY), "转交：以申请人签收之日为答复日期"),
				new Hint(Stored.name(DeliveryWay.ELECTRONIC), "电子方式：以发送之日为答复日期"));
	}

}
