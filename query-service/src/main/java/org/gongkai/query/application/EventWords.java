package org.gongkai.query.application;

import java.util.ArrayList;
import java.util.List;

import org.gongkai.events.application.AgencyConsulted;
import org.gongkai.events.application.AgencyOpinionRecorded;
import org.gongkai.events.application.ApplicantErased;
import org.gongkai.events.application.ApplicationDecided;
import org.gongkai.events.application.ApplicationEvent;
import org.gongkai.events.application.ApplicationReceived;
import org.gongkai.events.application.ApplicationRedecided;
import org.gongkai.events.application.ApplicationTransferred;
import org.gongkai.events.application.ApplicationWithdrawn;
import org.gongkai.events.application.CorrectionLapsed;
import org.gongkai.events.application.CorrectionRequested;
import org.gongkai.events.application.CorrectionSupplied;
import org.gongkai.events.application.DeadlineExtended;
import org.gongkai.events.application.DecisionDrafted;
import org.gongkai.events.application.DraftReturned;
import org.gongkai.events.application.EntryStruck;
import org.gongkai.events.application.FeeLapsed;
import org.gongkai.events.application.FeeNoticeIssued;
import org.gongkai.events.application.FeePaid;
import org.gongkai.events.application.Opinion;
import org.gongkai.events.application.ReasonsRequested;
import org.gongkai.events.application.ReasonsSupplied;
import org.gongkai.events.application.RecordRectified;
import org.gongkai.events.application.RedecisionOrdered;
import org.gongkai.events.application.ReplyDelayed;
import org.gongkai.events.application.ReplyDelivered;
import org.gongkai.events.application.ThirdPartyConsulted;
import org.gongkai.events.application.ThirdPartyOpinionRecorded;
import org.gongkai.query.Stored;
import org.gongkai.statute.report.Row;
import org.jspecify.annotations.Nullable;

/// Tells each event of a case in words.
final class EventWords {

	private EventWords() {
	}

	/// @param before what held of the case before; null for its first event
	static Sentence of(ApplicationEvent event, @Nullable CaseView before) {
		return switch (event) {
			case ApplicationReceived e -> say(
					"收到申请，编号" + e.applicationNo() + "，" + Terms.of(e.applicantKind()) + "，" + Terms.of(e.channel())
							+ "，" + e.submittedOn() + "提交，" + e.receivedOn() + "收到" + (e.historical() ? "（历史补录）" : ""),
					"application " + e.applicationNo() + " received on " + e.receivedOn() + " by "
							+ Stored.name(e.channel()) + " from " + Stored.name(e.applicantKind())
							+ (e.historical() ? ", entered as a record of the past" : ""));
			case CorrectionRequested e -> say("告知补正，期限至" + e.dueOn(), "correction requested, due by " + e.dueOn());
			case CorrectionSupplied _ -> say("收到补正材料，答复期限重新起算", "correction supplied, the term begins anew");
			case ThirdPartyConsulted e -> say("书面征求第三方意见（第" + e.consultation() + "次征求）",
					"third party consulted (consultation " + e.consultation() + ")");
			case ThirdPartyOpinionRecorded e -> say("第三方答复（第" + e.consultation() + "次征求）：" + zh(e.opinion()),
					"third party answered consultation " + e.consultation() + ": " + en(e.opinion()));
			case AgencyConsulted e -> say("征求" + e.consultedAgency() + "意见（第" + e.consultation() + "次征求）",
					e.consultedAgency() + " consulted (consultation " + e.consultation() + ")");
			case AgencyOpinionRecorded e -> say("机关答复（第" + e.consultation() + "次征求）：" + zh(e.opinion()),
					"agency answered consultation " + e.consultation() + ": " + en(e.opinion()));
			case DeadlineExtended e -> say("延长答复期限" + e.workingDays() + "个工作日，理由：" + e.reason(),
					"term extended by " + e.workingDays() + " working days: " + e.reason());
			case ReasonsRequested _ -> say("要求申请人说明理由", "applicant asked for reasons");
			case ReasonsSupplied _ -> say("申请人说明了理由", "applicant gave reasons");
			case ReplyDelayed e -> say("确定延迟答复至" + e.replyBy(), "reply delayed until " + e.replyBy());
			case FeeNoticeIssued e ->
				say("发出收费通知，" + Terms.of(e.schedule()) + "，" + e.amountYuan().toPlainString() + "元",
						"fee notice, " + Stored.name(e.schedule()) + ", " + e.amountYuan().toPlainString() + " yuan");
			case FeePaid _ -> say("申请人缴费，答复期限重新计算", "fee paid, the term begins anew");
			case ApplicationTransferred e -> say("由" + e.fromAgency() + "移交" + e.toAgency() + "，原因：" + e.reason(),
					"handed from " + e.fromAgency() + " to " + e.toAgency() + ": " + e.reason());
			case DecisionDrafted e -> say("拟稿，拟答复：" + Terms.of(e.outcome()) + no(e.replyNo(), "，文号"),
					"reply drafted: " + Stored.name(e.outcome()) + no(e.replyNo(), ", reply no. "));
			case DraftReturned e -> say("退回拟稿，原因：" + e.reason(), "draft returned: " + e.reason());
			case ApplicationDecided e -> say("作出答复：" + Terms.of(e.outcome()) + no(e.replyNo(), "，文号"),
					"decided: " + Stored.name(e.outcome()) + no(e.replyNo(), ", reply no. "));
			case CorrectionLapsed e -> say("逾期不补正，不再处理" + no(e.noticeNo(), "，文号"),
					"closed for want of correction" + no(e.noticeNo(), ", notice no. "));
			case FeeLapsed e -> say("逾期不缴费，不再处理" + no(e.noticeNo(), "，文号"),
					"closed for want of payment" + no(e.noticeNo(), ", notice no. "));
			case ApplicationWithdrawn e -> say("申请人撤回申请" + no(e.noticeNo(), "，文号"),
					"withdrawn by the applicant" + no(e.noticeNo(), ", notice no. "));
			case ReplyDelivered e -> say("答复送达，" + Terms.of(e.way()), "reply delivered by " + Stored.name(e.way()));
			case RedecisionOrdered e ->
				say("责令重新答复（" + e.disputeId() + "）" + ((e.replyBy() == null) ? "" : "，期限至" + e.replyBy()),
						"a new answer is ordered by " + e.disputeId()
								+ ((e.replyBy() == null) ? "" : ", due by " + e.replyBy()));
			case ApplicationRedecided e -> say("重新答复：" + Terms.of(e.outcome()) + no(e.replyNo(), "，文号"),
					"decided again: " + Stored.name(e.outcome()) + no(e.replyNo(), ", reply no. "));
			case RecordRectified e -> rectified(e, before);
			case EntryStruck e -> say(
					"撤销第" + (e.struckSequence() + 1) + "条记录" + ((e.struckSequence() == 0) ? "，整件作废" : "") + "，原因："
							+ e.reason(),
					"entry " + (e.struckSequence() + 1) + " struck"
							+ ((e.struckSequence() == 0) ? ", the whole record is void" : "") + ": " + e.reason());
			case ApplicantErased e -> say("删除申请人个人信息，依据：" + Terms.of(e.ground()) + "，原因：" + e.reason(),
					"personal data erased, " + Stored.name(e.ground()) + ": " + e.reason());
		};
	}

	private static Sentence rectified(RecordRectified e, @Nullable CaseView before) {
		List<String> zh = new ArrayList<>();
		List<String> en = new ArrayList<>();
		CaseView.Conclusion was = (before == null) ? null : before.conclusion();
		change(zh, en, "申请人类型", "applicant kind", (before == null) ? null : Terms.of(before.applicantKind()),
				(e.applicantKind() == null) ? null : Terms.of(e.applicantKind()));
		change(zh, en, "申请方式", "channel", (before == null) ? null : Terms.of(before.channel()),
				(e.channel() == null) ? null : Terms.of(e.channel()));
		change(zh, en, "提交日期", "submitted on", (before == null) ? null : before.submittedOn(), e.submittedOn());
		change(zh, en, "收到日期", "received on", (before == null) ? null : before.receivedOn(), e.receivedOn());
		change(zh, en, "办理结果", "outcome", (was == null) ? null : Terms.of(was.outcome()),
				(e.outcome() == null) ? null : Terms.of(e.outcome()));
		change(zh, en, "办结日期", "concluded on", (was == null) ? null : was.on(), e.concludedOn());
		change(zh, en, "答复文号", "reply no.", (was == null) ? null : was.no(), e.replyNo());
		if (e.personal() != null) {
			zh.add("申请人及内容信息");
			en.add("personal fields");
		}
		return say("更正记录：" + String.join("；", zh) + "。原因：" + e.reason(),
				"record rectified: " + String.join("; ", en) + ". Reason: " + e.reason());
	}

	private static void change(List<String> zh, List<String> en, String nameZh, String nameEn, @Nullable Object from,
			@Nullable Object to) {
		if (to != null) {
			zh.add(nameZh + "由“" + ((from == null) ? "" : from) + "”改为“" + to + "”");
			en.add(nameEn + " from \"" + ((from == null) ? "" : from) + "\" to \"" + to + "\"");
		}
	}

	private static String no(@Nullable String number, String words) {
		return (number == null || number.isBlank()) ? "" : words + number;
	}

	private static String zh(@Nullable Opinion opinion) {
		return (opinion == null) ? "未载明意见" : Terms.of(opinion);
	}

	private static String en(@Nullable Opinion opinion) {
		return (opinion == null) ? "opinion not told" : Stored.name(opinion);
	}

	private static Sentence say(String zh, String en) {
		return new Sentence(zh, en);
	}

}
