package org.gongkai.query.review;

import org.gongkai.events.review.DisputeOutcome;
import org.gongkai.events.review.DisputedAct;
import org.gongkai.events.review.RulingForm;
import org.gongkai.statute.report.DisputeBlock;
import org.gongkai.statute.report.DisputeResult;
import org.jspecify.annotations.Nullable;

/// The Chinese terms of disputes.
public final class DisputeTerms {

	private DisputeTerms() {
	}

	/// The block, with what it is.
	public static String of(DisputeBlock block) {
		return block.isLawsuit() ? DisputeBlock.LAWSUITS + "（" + block.label() + "）" : block.label();
	}

	/// 审理结果; 尚未审结 while there is none.
	public static String result(@Nullable DisputeOutcome outcome) {
		return switch (outcome) {
			case UPHELD -> DisputeResult.UPHELD.label();
			case CORRECTED -> DisputeResult.CORRECTED.label();
			case OTHER -> DisputeResult.OTHER.label();
			case null -> DisputeResult.PENDING.label();
		};
	}

	/// 被申请复议、被诉的行为.
	public static String of(DisputedAct act) {
		return switch (act) {
			case REPLY -> "对答复不服";
			case INACTION -> "未按期答复";
			case OTHER -> "其他";
		};
	}

	/// 裁判方式.
	public static String of(RulingForm form) {
		return switch (form) {
			case UPHELD -> "维持";
			case CLAIM_REJECTED -> "驳回请求";
			case CHANGED -> "变更";
			case REVOKED -> "撤销";
			case DECLARED_UNLAWFUL -> "确认违法";
			case DECLARED_VOID -> "确认无效";
			case ORDERED_TO_ACT -> "责令履行";
			case NOT_ACCEPTED -> "不予受理、不予立案";
			case DISMISSED -> "驳回申请、驳回起诉";
			case TERMINATED -> "终止";
			case SETTLED -> "调解、和解";
		};
	}

}
