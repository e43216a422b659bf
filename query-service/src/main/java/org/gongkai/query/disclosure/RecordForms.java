package org.gongkai.query.disclosure;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import org.gongkai.events.application.Outcome;
import org.gongkai.events.disclosure.Category;
import org.gongkai.events.disclosure.DocumentKind;
import org.gongkai.events.disclosure.PublicationChannel;
import org.gongkai.events.disclosure.RepealWay;
import org.gongkai.events.disclosure.ReviewCheck;
import org.gongkai.events.disclosure.ReviewResult;
import org.gongkai.events.disclosure.StruckPart;
import org.gongkai.events.disclosure.TallyItem;
import org.gongkai.query.agency.Agencies;
import org.gongkai.query.application.Terms;
import org.gongkai.query.desk.Form;
import org.gongkai.query.desk.Input;
import org.gongkai.query.desk.Input.Choice;
import org.gongkai.query.desk.Input.Kind;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;

/// What is done with information, documents and tallies, as forms.
final class RecordForms {

	private static final List<Choice> CHECKS = choices(ReviewCheck.values(), DisclosureTerms::of);

	private static final List<Choice> RESULTS = choices(ReviewResult.values(), DisclosureTerms::of);

	private static final List<Choice> GROUNDS = choices(
			Stream.of(Outcome.values()).filter(Outcome::isDenial).toArray(Outcome[]::new), Terms::of);

	private static final List<Choice> KINDS = choices(DocumentKind.values(), DisclosureTerms::of);

	private static final List<Choice> WAYS = choices(RepealWay.values(), DisclosureTerms::of);

	private RecordForms() {
	}

	/// How a record begins.
	/// @param command `draft-information`, `make-document` or `record-tally`
	/// @throws Refused `unknown-command`
	static Form first(String command, List<Agencies.Agency> agencies) {
		return switch (command) {
			case "draft-information" -> Form
				.of(command, "登记信息", "Record a piece of information", agency(agencies), number("informationNo", "信息编号"),
						Input.text("personal.text", "拟发布标题", "working title"),
						Input.choice("category", "类别", "category", choices(Category.values(), DisclosureTerms::of)),
						Input.day("madeOn", "形成或者变更日期", "made on"),
						Input.day("dueOn", "其他法定公开期限", "other term").optional().hint("法律、法规另有规定的填写"))
				.hint("应当自形成或者变更之日起20个工作日内公开（条例第二十六条）；公开前须经审查（条例第十七条）。");
			case "make-document" -> Form
				.of(command, "登记文件", "Record a document", agency(agencies), Input.choice("kind", "种类", "kind", KINDS),
						number("documentNo", "文号"), Input.line("title", "标题", "title").required(),
						Input.day("madeOn", "制发日期", "made on"),
						Input.of(Kind.TICK, "opening", "期初存量", "opening stock").optional().hint("目录启用时已现行有效的文件"))
				.hint("计入表二第二十条第（一）项：本年制发件数、现行有效件数。");
			case "record-tally" ->
				Form.of(command, "登记统计数", "Record a tally", agency(agencies), number("tallyNo", "统计编号"),
						Input.choice("item", "统计项目", "item", choices(TallyItem.values(), DisclosureTerms::of))
							.hint("项目增减、其他对外管理服务事项、政府集中采购仅2019、2020年度印出"),
						Input.day("from", "起始日期", "from"), Input.day("to", "截止日期", "to").hint("与起始日期同年；单项决定两日相同"),
						Input.of(Kind.NUMBER, "count", "数量", "count").optional().hint("金额以外的项目填写；项目增减可填负数"),
						Input.of(Kind.MONEY, "amountWanYuan", "金额（万元）", "amount").optional().hint("仅收费、采购总金额填写"),
						Input.line("reference", "文号或者依据", "reference"))
					.hint("计入表二第二十条第（五）（六）（八）（九）项，以及报告正文的数据。");
			default -> throw new Refused(Rule.UNKNOWN_COMMAND, "there is no such record");
		};
	}

	/// @throws Refused `unknown-command`
	static Form of(String command) {
		return switch (command) {
			case "review-information" -> Form
				.of(command, "公开审查", "Review", Input.day("reviewedOn", "审查日期", "reviewed on"),
						Input.choice("secrecy", "保密审查", "secrecy", CHECKS),
						Input.choice("privacy", "个人隐私审查", "privacy", CHECKS),
						Input.choice("result", "审查结果", "result", RESULTS),
						Input.choice("ground", "不予公开的理由", "ground", GROUNDS).optional().hint("仅不予公开时填写（条例第十四条至第十六条）"),
						Input.line("reviewer", "审查人", "reviewer").required(),
						Input.text("personal.text", "审查意见", "reasons"))
				.hint("公开前应当依法审查（条例第十七条）；不予公开的定期评估，可以再次审查（条例第十八条）。");
			case "publish-information" -> Form
				.of(command, "发布", "Publish",
						Input.choice("channel", "发布渠道", "channel",
								choices(PublicationChannel.values(), DisclosureTerms::of)),
						Input.day("publishedOn", "发布日期", "published on"),
						Input.line("title", "发布标题", "title").hint("与拟发布标题相同的留空"), Input.line("place", "位置", "place"))
				.hint("经审查同意公开的方可发布；每个渠道登记一次。");
			case "correct-information" ->
				Form.of(command, "更正", "Correct", Input.day("correctedOn", "更正日期", "corrected on"),
						Input.text("personal.text", "更正内容", "what was wrong"))
					.hint("发布的信息不准确的，应当及时更正（条例第六条）。");
			case "withdraw-information" -> Form.of(command, "撤下", "Take down",
					Input.day("withdrawnOn", "撤下日期", "withdrawn on"), Input.text("personal.text", "原因", "why"));
			case "amend-document" -> Form.of(command, "修订", "Amend", Input.day("amendedOn", "修订日期", "amended on"))
				.hint("修订后仍是同一件文件，不另计制发件数。");
			case "repeal-document" ->
				Form.of(command, "废止或者失效", "Repeal", Input.day("repealedOn", "不再有效的第一天", "repealed on"),
						Input.choice("way", "方式", "way", WAYS))
					.hint("计入表二本年废止件数。");
			case "rectify-document" -> rectifyDocument();
			case "strike-document" -> Form.of(command, "撤销误录", "Strike",
					Input.choice("part", "撤销", "what", choices(StruckPart.values(), DisclosureTerms::of)), struckOn(),
					reason())
				.hint("原记录保留可见，不再生效；编号不得再用。");
			case "rectify-tally" -> Form.of(command, "更正统计数", "Rectify", rectifiedOn(), reason(),
					Input.day("from", "起始日期", "from").optional(), Input.day("to", "截止日期", "to").optional(),
					Input.of(Kind.NUMBER, "count", "数量", "count").optional(),
					Input.of(Kind.MONEY, "amountWanYuan", "金额（万元）", "amount").optional(),
					Input.line("reference", "文号或者依据", "reference"))
				.hint("只填需要更正的项目；原记录保留可见。");
			case "strike-information", "strike-tally" ->
				Form.of(command, "撤销误录", "Strike", struckOn(), reason()).hint("原记录保留可见，不再生效；编号不得再用。");
			default -> throw new Refused(Rule.UNKNOWN_COMMAND, "there is no such act on a record");
		};
	}

	/// The acts that a piece of information allows as it stands.
	static List<String> possible(InformationList.State state) {
		return switch (state) {
			case DRAFTED, WITHHELD -> List.of("review-information", "strike-information");
			case ALLOWED -> List.of("publish-information", "review-information", "strike-information");
			case PUBLISHED ->
				List.of("publish-information", "correct-information", "withdraw-information", "strike-information");
			case WITHDRAWN -> List.of("review-information", "publish-information", "strike-information");
			case VOID -> List.of();
		};
	}

	/// The acts that a document allows as it stands.
	static List<String> possible(DocumentList.Document document) {
		if (document.isVoid()) {
			return List.of();
		}
		return (document.repealedOn() == null)
				? List.of("amend-document", "repeal-document", "rectify-document", "strike-document")
				: List.of("rectify-document", "strike-document");
	}

	/// The acts that a tally allows as it stands.
	static List<String> possible(TallyList.Tally tally) {
		return tally.isVoid() ? List.of() : List.of("rectify-tally", "strike-tally");
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

	private static Form rectifyDocument() {
		return Form
			.of("rectify-document", "更正记录", "Rectify the record", rectifiedOn(), reason(),
					Input.choice("kind", "种类", "kind", KINDS).optional(), Input.line("title", "标题", "title"),
					Input.day("madeOn", "制发日期", "made on").optional(),
					Input.of(Kind.YES_NO, "opening", "期初存量", "opening stock").optional(),
					Input.day("repealedOn", "废止日期", "repealed on").optional(),
					Input.choice("way", "废止方式", "way", WAYS).optional())
			.hint("只填需要更正的项目；原记录保留可见。");
	}

	private static Input agency(List<Agencies.Agency> agencies) {
		return Input.choice("agency", "机关", "agency",
				agencies.stream()
					.map((agency) -> new Choice(agency.code(), agency.name() + "（" + agency.code() + "）"))
					.toList());
	}

	private static Input number(String name, String zh) {
		return Input.line(name, zh, "number").required().hint("本机关内不得重复");
	}

	private static Input rectifiedOn() {
		return Input.day("rectifiedOn", "更正日期", "rectified on");
	}

	private static Input struckOn() {
		return Input.day("struckOn", "撤销日期", "struck on");
	}

	private static Input reason() {
		return Input.text("reason", "原因", "reason").required();
	}

	private static <E extends Enum<E>> List<Choice> choices(E[] constants, Function<E, String> label) {
		return Stream.of(constants).map((constant) -> Choice.of(constant, label.apply(constant))).toList();
	}

}
