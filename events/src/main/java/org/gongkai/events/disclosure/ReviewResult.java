package org.gongkai.events.disclosure;

/// 审查结果 (article 17).
public enum ReviewResult {

	/// 公开.
	PUBLISH,
	/// 不予公开, on a ground of articles 14 to 16; reviewed again from time to time (article
	/// 18).
	WITHHOLD

}
