package org.gongkai.events.audit;

/// 检查结论.
public enum FindingResult {

	/// 属实.
	UPHELD,
	/// 不成立.
	DISMISSED,
	/// 已整改.
	REMEDIED

}
