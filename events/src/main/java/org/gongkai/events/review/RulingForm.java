package org.gongkai.events.review;

/// 裁判方式: the form of the decision or judgment that ended a dispute.
public enum RulingForm {

	/// 维持.
	UPHELD,
	/// 驳回复议请求、诉讼请求, on the merits.
	CLAIM_REJECTED,
	/// 变更.
	CHANGED,
	/// 撤销、部分撤销.
	REVOKED,
	/// 确认违法.
	DECLARED_UNLAWFUL,
	/// 确认无效.
	DECLARED_VOID,
	/// 责令履行、限期答复.
	ORDERED_TO_ACT,
	/// 不予受理、不予立案.
	NOT_ACCEPTED,
	/// 驳回申请、驳回起诉, for want of a procedural condition.
	DISMISSED,
	/// 终止.
	TERMINATED,
	/// 调解、和解.
	SETTLED

}
