package org.gongkai.query.review;

import java.util.ArrayList;
import java.util.List;

import org.gongkai.events.review.DisputeEntryStruck;
import org.gongkai.events.review.DisputeEvent;
import org.gongkai.events.review.DisputeOutcome;
import org.gongkai.events.review.DisputeRectified;
import org.gongkai.events.review.LawsuitConcluded;
import org.gongkai.events.review.LawsuitFiled;
import org.gongkai.events.review.LawsuitKind;
import org.gongkai.events.review.LawsuitWithdrawn;
import org.gongkai.events.review.PartyErased;
import org.gongkai.events.review.ReviewConcluded;
import org.gongkai.events.review.ReviewFiled;
import org.gongkai.events.review.ReviewWithdrawn;
import org.gongkai.events.review.RulingForm;
import org.gongkai.query.Stored;
import org.gongkai.query.application.Sentence;
import org.gongkai.query.application.Terms;
import org.jspecify.annotations.Nullable;

/// Tells each event of a dispute in words.
final class DisputeWords {

	private DisputeWords() {
	}

	static Sentence of(DisputeEvent event) {
		return switch (event) {
			case ReviewFiled e -> new Sentence(
					"被申请行政复议，案号" + e.disputeNo() + "，" + DisputeTerms.of(e.against()) + told("，申请编号", e.applicationId())
							+ told("，复议机关：", e.reviewingOrgan()),
					"review " + e.disputeNo() + " applied for against " + Stored.name(e.against())
							+ told(" in application ", e.applicationId()) + told(", before ", e.reviewingOrgan()));
			case LawsuitFiled e -> new Sentence(
					"被提起行政诉讼，案号" + e.disputeNo() + "，" + ((e.kind() == LawsuitKind.DIRECT) ? "未经复议直接起诉" : "复议后起诉") + "，"
							+ DisputeTerms.of(e.against()) + told("，申请编号", e.applicationId())
							+ told("，受理法院：", e.court()) + (e.coDefendant() ? "（复议机关作共同被告，不计入本机关）" : ""),
					"lawsuit " + e.disputeNo() + " brought, " + Stored.name(e.kind()) + ", against "
							+ Stored.name(e.against()) + told(" in application ", e.applicationId())
							+ told(", before ", e.court()) + (e.coDefendant() ? ", as co-defendant only" : ""));
			case ReviewConcluded e ->
				decided("复议审结：", "review decided: ", e.outcome(), e.form(), e.decisionNo(), e.ordersRedecision());
			case LawsuitConcluded e ->
				decided("诉讼审结：", "lawsuit decided: ", e.outcome(), e.form(), e.decisionNo(), e.ordersRedecision());
			case ReviewWithdrawn e -> new Sentence("撤回复议申请" + told("，文号", e.decisionNo()),
					"review withdrawn" + told(", no. ", e.decisionNo()));
			case LawsuitWithdrawn e ->
				new Sentence("撤诉" + told("，文号", e.decisionNo()), "lawsuit withdrawn" + told(", no. ", e.decisionNo()));
			case DisputeRectified e -> rectified(e);
			case PartyErased e -> new Sentence("删除当事人个人信息，依据：" + Terms.of(e.ground()) + "，原因：" + e.reason(),
					"personal data erased, " + Stored.name(e.ground()) + ": " + e.reason());
			case DisputeEntryStruck e -> new Sentence(
					"撤销第" + (e.struckSequence() + 1) + "条记录" + ((e.struckSequence() == 0) ? "，整件作废" : "") + "，原因："
							+ e.reason(),
					"entry " + (e.struckSequence() + 1) + " struck"
							+ ((e.struckSequence() == 0) ? ", the whole record is void" : "") + ": " + e.reason());
		};
	}

	private static Sentence decided(String zh, String en, DisputeOutcome outcome, @Nullable RulingForm form,
			@Nullable String no, boolean again) {
		return new Sentence(
				zh + DisputeTerms.result(outcome) + ((form == null) ? "" : "（" + DisputeTerms.of(form) + "）")
						+ told("，文号", no) + (again ? "，责令重新答复" : ""),
				en + Stored.name(outcome) + ((form == null) ? "" : " (" + Stored.name(form) + ")") + told(", no. ", no)
						+ (again ? ", a new answer is ordered" : ""));
	}

	private static Sentence rectified(DisputeRectified e) {
		List<String> zh = new ArrayList<>();
		List<String> en = new ArrayList<>();
		change(zh, en, "申请编号", "application", e.applicationId());
		change(zh, en, "在先复议", "earlier review", e.reviewId());
		LawsuitKind kind = e.kind();
		if (kind != null) {
			zh.add("类型改为“" + ((kind == LawsuitKind.DIRECT) ? "未经复议直接起诉" : "复议后起诉") + "”");
			en.add("kind to \"" + Stored.name(kind) + "\"");
		}
		change(zh, en, "被诉行为", "against", (e.against() == null) ? null : DisputeTerms.of(e.against()));
		change(zh, en, "复议机关或者法院", "organ", e.organ());
		change(zh, en, "申请或者起诉日期", "filed on", e.filedOn());
		change(zh, en, "复议机关作共同被告", "co-defendant", e.coDefendant());
		change(zh, en, "结果", "outcome", (e.outcome() == null) ? null : DisputeTerms.result(e.outcome()));
		change(zh, en, "裁判方式", "form", (e.form() == null) ? null : DisputeTerms.of(e.form()));
		change(zh, en, "审结日期", "concluded on", e.concludedOn());
		change(zh, en, "文号", "decision no.", e.decisionNo());
		change(zh, en, "责令重新答复", "orders a new answer", e.ordersRedecision());
		return new Sentence("更正记录：" + String.join("；", zh) + "。原因：" + e.reason(),
				"record rectified: " + String.join("; ", en) + ". Reason: " + e.reason());
	}

	private static void change(List<String> zh, List<String> en, String nameZh, String nameEn, @Nullable Object to) {
		if (to != null) {
			boolean truth = to instanceof Boolean;
			zh.add(nameZh + "改为“" + (truth ? (to.equals(true) ? "是" : "否") : to) + "”");
			en.add(nameEn + " to \"" + (truth ? (to.equals(true) ? "yes" : "no") : to) + "\"");
		}
	}

	private static String told(String words, @Nullable String value) {
		return (value == null || value.isBlank()) ? "" : words + value;
	}

}
