package org.gongkai.events.review;

/// 行政诉讼的类型: whether a review came before the suit.
public enum LawsuitKind {

	/// 未经复议直接起诉.
	DIRECT,
	/// 复议后起诉.
	AFTER_REVIEW

}
