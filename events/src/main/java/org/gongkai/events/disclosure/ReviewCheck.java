package org.gongkai.events.disclosure;

/// 审查意见 of one check before publication (article 17).
public enum ReviewCheck {

	/// 通过, what stood against it removed or agreed to.
	PASSED,
	/// 不通过.
	FAILED

}
