package org.gongkai.statute.application;

import java.time.LocalDate;

import org.gongkai.statute.application.Clock.Judged;
import org.gongkai.statute.application.ClockFact.Kind;
import org.jspecify.annotations.Nullable;

/// The words for what a recorded fact does to the reply clock.
final class StepText {

	private StepText() {
	}

	static Text of(Judged judged) {
		ClockFact fact = judged.fact();
		return switch (judged.effect()) {
			case BEGINS -> new Text(Text.RECEIPT + "、" + Text.TERM, "收到申请，%d个工作日的答复期限自次日起计算".formatted(Clock.TERM),
					"Application received; the term of %d working days counts from the next day".formatted(Clock.TERM));
			case RECTIFIED -> new Text(Text.RECORD, "该日期后经更正或撤销，不再适用",
					"This day was rectified or its entry struck, and no longer holds");
			case WAITS, WAITS_LATE -> waits(judged);
			case RESTARTS -> restarts(fact);
			case STOPS -> stops(judged);
			case RUNS_ON -> new Text(Text.CONSULTATION, "%s，自次日起继续计算期限".formatted(answered(fact)),
					"%s; the clock runs on from the next day".formatted(answeredInEnglish(fact)));
			case AFTER_SILENCE -> new Text(Text.CONSULTATION,
					"%s，但已超过%d个工作日，%s之后的日期照常计入期限".formatted(answered(fact), Clock.OPINION_TERM, day(judged.until())),
					"%s, but after the %d working days; days after %s count as usual".formatted(answeredInEnglish(fact),
							Clock.OPINION_TERM, day(judged.until())));
			case EXTENDS -> new Text(Text.TERM, "在期限内告知延期，期限延长%d个工作日".formatted(fact.numberOr(0)),
					"Told within the term: it grows by %d working days".formatted(fact.numberOr(0)));
			case TOO_LATE -> new Text(article(fact), "%s，但期限已于%s届满，不影响期限".formatted(name(fact), day(judged.dueOn())),
					"%s, but the term had run out on %s: no effect".formatted(english(fact), day(judged.dueOn())));
			case NO_TERM -> new Text(article(fact), "%s，但当时没有进行中的期限，不影响期限".formatted(name(fact)),
					"%s, but no term was running: no effect".formatted(english(fact)));
			case SPENT -> new Text(article(fact), "本期限已经延长或延迟过，再次延期不影响期限",
					"This term has been extended or delayed before: no effect");
			case SETS_DAY -> new Text(Text.REASONS, "确定延迟答复，期限至%s（遇放假日顺延）".formatted(day(judged.until())),
					"Delayed reply: due by %s, or the next working day".formatted(day(judged.until())));
			case CONCLUDES -> new Text(article(fact), "%s，期限停止计算".formatted(name(fact)),
					"%s; the clock stops".formatted(english(fact)));
			case REOPENS -> reopens(judged);
			case DELIVERS ->
				new Text(Text.DELIVERY, "答复送达，以此日判断是否按期答复", "Reply delivered; this day decides whether it is in time");
			case AFTER_CONCLUSION -> new Text(article(fact), "%s，申请已经办结，不影响期限".formatted(name(fact)),
					"%s, after the conclusion: no effect".formatted(english(fact)));
			case NONE -> new Text(article(fact), "%s，不影响期限".formatted(name(fact)),
					"%s: no effect on the term".formatted(english(fact)));
		};
	}

	private static Text waits(Judged judged) {
		if (judged.fact().kind() == Kind.FEE_NOTIFIED) {
			return new Text(Text.FEE, "发出收费通知，缴费期限至%s，缴费次日起重新计算期限".formatted(day(judged.until())),
					"Fee notice; payment is due by %s and the term is computed anew from the day after payment"
						.formatted(day(judged.until())));
		}
		boolean late = judged.effect() == StepEffect.WAITS_LATE;
		return new Text(Text.CORRECTION,
				"告知补正，补正期限至%s，收到补正后重新计算期限".formatted(day(judged.until()))
						+ (late ? "；告知已超过收到申请之日起%d个工作日".formatted(Clock.CORRECTION_NOTICE_TERM) : ""),
				"Correction asked for by %s; the term starts anew when it is supplied".formatted(day(judged.until()))
						+ (late ? "; told later than %d working days after receipt"
							.formatted(Clock.CORRECTION_NOTICE_TERM) : ""));
	}

	private static Text restarts(ClockFact fact) {
		boolean paid = fact.kind() == Kind.FEE_PAID;
		return new Text(paid ? Text.FEE : Text.CORRECTION,
				"%s，自次日起重新计算%d个工作日".formatted(paid ? "缴费" : "收到补正", Clock.TERM),
				"%s; a new term of %d working days counts from the next day"
					.formatted(paid ? "Fee paid" : "Correction supplied", Clock.TERM));
	}

	private static Text stops(Judged judged) {
		ClockFact fact = judged.fact();
		boolean thirdParty = fact.kind() == Kind.THIRD_PARTY_ASKED;
		return new Text((thirdParty ? Text.THIRD_PARTY : Text.AGENCY) + "、" + Text.CONSULTATION,
				"%s，自次日起至收到答复之日不计入期限，最迟至%s（%d个工作日）".formatted(name(fact), day(judged.until()), Clock.OPINION_TERM),
				"%s; days from the next to the day of the answer are not counted, until %s at the latest (%d working days)"
					.formatted(english(fact), day(judged.until()), Clock.OPINION_TERM));
	}

	private static Text reopens(Judged judged) {
		boolean set = judged.until() != null;
		return new Text(Text.REDECISION, set ? "复议决定或者判决责令重新答复，期限至%s（遇放假日顺延）"
			.formatted(day(judged.until())) : "复议决定或者判决责令重新答复，%d个工作日的期限自次日起计算".formatted(Clock.TERM), set
					? "A decision on a dispute orders a new answer by %s, or the next working day"
						.formatted(day(judged.until()))
					: "A decision on a dispute orders a new answer; a term of %d working days counts from the next day"
						.formatted(Clock.TERM));
	}

	private static String answered(ClockFact fact) {
		return "收到" + name(fact);
	}

	private static String answeredInEnglish(ClockFact fact) {
		return english(fact);
	}

	static String article(ClockFact fact) {
		return switch (fact.kind()) {
			case RECEIVED, RECEIVED_HISTORICAL -> Text.RECEIPT;
			case CORRECTION_REQUESTED, CORRECTION_SUPPLIED, CORRECTION_LAPSED -> Text.CORRECTION;
			case THIRD_PARTY_ASKED, THIRD_PARTY_ANSWERED -> Text.THIRD_PARTY;
			case AGENCY_ASKED, AGENCY_ANSWERED -> Text.AGENCY;
			case EXTENDED -> Text.TERM;
			case REASONS_ASKED, REASONS_SUPPLIED, REPLY_DELAYED -> Text.REASONS;
			case FEE_NOTIFIED, FEE_PAID, FEE_LAPSED -> Text.FEE;
			case DECIDED, WITHDRAWN -> Text.REPLY;
			case DELIVERED -> Text.DELIVERY;
			case REDECISION_ORDERED, REDECIDED -> Text.REDECISION;
			case TRANSFERRED, RECEIPT_RECTIFIED, CONCLUSION_RECTIFIED -> Text.RECORD;
		};
	}

	static String name(ClockFact fact) {
		return switch (fact.kind()) {
			case RECEIVED, RECEIVED_HISTORICAL -> "收到申请";
			case CORRECTION_REQUESTED -> "告知补正";
			case CORRECTION_SUPPLIED -> "收到补正";
			case THIRD_PARTY_ASKED -> "征求第三方意见（第%d次）".formatted(fact.numberOr(1));
			case THIRD_PARTY_ANSWERED -> "第三方意见（第%d次）".formatted(fact.numberOr(1));
			case AGENCY_ASKED -> "征求其他机关意见（第%d次）".formatted(fact.numberOr(1));
			case AGENCY_ANSWERED -> "其他机关意见（第%d次）".formatted(fact.numberOr(1));
			case EXTENDED -> "告知延期";
			case REASONS_ASKED -> "要求说明理由";
			case REASONS_SUPPLIED -> "申请人说明理由";
			case REPLY_DELAYED -> "告知延迟答复";
			case FEE_NOTIFIED -> "发出收费通知";
			case FEE_PAID -> "缴费";
			case TRANSFERRED -> "移交";
			case DECIDED -> "作出答复";
			case CORRECTION_LAPSED -> "逾期不补正，不再处理";
			case FEE_LAPSED -> "逾期不缴费，不再处理";
			case WITHDRAWN -> "申请人撤回申请";
			case DELIVERED -> "送达";
			case REDECISION_ORDERED -> "责令重新答复";
			case REDECIDED -> "重新答复";
			case RECEIPT_RECTIFIED -> "更正收到日期";
			case CONCLUSION_RECTIFIED -> "按更正后的日期办结";
		};
	}

	static String english(ClockFact fact) {
		return switch (fact.kind()) {
			case RECEIVED, RECEIVED_HISTORICAL -> "Application received";
			case CORRECTION_REQUESTED -> "Correction asked for";
			case CORRECTION_SUPPLIED -> "Correction supplied";
			case THIRD_PARTY_ASKED -> "Third party asked (consultation %d)".formatted(fact.numberOr(1));
			case THIRD_PARTY_ANSWERED -> "Third party answered (consultation %d)".formatted(fact.numberOr(1));
			case AGENCY_ASKED -> "Other organ asked (consultation %d)".formatted(fact.numberOr(1));
			case AGENCY_ANSWERED -> "Other organ answered (consultation %d)".formatted(fact.numberOr(1));
			case EXTENDED -> "Extension told";
			case REASONS_ASKED -> "Reasons asked for";
			case REASONS_SUPPLIED -> "Reasons supplied";
			case REPLY_DELAYED -> "Delayed reply told";
			case FEE_NOTIFIED -> "Fee notice";
			case FEE_PAID -> "Fee paid";
			case TRANSFERRED -> "Transferred";
			case DECIDED -> "Decided";
			case CORRECTION_LAPSED -> "Closed for want of a correction";
			case FEE_LAPSED -> "Closed for want of payment";
			case WITHDRAWN -> "Withdrawn by the applicant";
			case DELIVERED -> "Delivered";
			case REDECISION_ORDERED -> "New answer ordered";
			case REDECIDED -> "Answered again";
			case RECEIPT_RECTIFIED -> "Day of receipt rectified";
			case CONCLUSION_RECTIFIED -> "Concluded on the rectified day";
		};
	}

	private static String day(@Nullable LocalDate day) {
		return (day != null) ? day.toString() : "";
	}

}
