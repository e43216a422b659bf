package org.gongkai.events.review;

/// 审理结果: how a dispute ended, in the order of the form of table four.
public enum DisputeOutcome {

	/// 结果维持.
	UPHELD,
	/// 结果纠正.
	CORRECTED,
	/// 其他结果, withdrawal included.
	OTHER

}
