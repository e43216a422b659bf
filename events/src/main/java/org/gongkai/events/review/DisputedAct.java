package org.gongkai.events.review;

/// 被申请复议、被诉的行为: what a dispute is directed against.
public enum DisputedAct {

	/// 对答复不服: the answer to an application.
	REPLY,
	/// 未按期答复: that an application was not answered.
	INACTION,
	/// 其他, such as what was published or not published proactively.
	OTHER

}
