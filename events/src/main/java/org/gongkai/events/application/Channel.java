package org.gongkai.events.application;

/// 申请方式: the way an application came in; it fixes the day of receipt (article 31).
public enum Channel {

	/// 当面提交: received the day it is handed in.
	IN_PERSON,
	/// 口头, form filled in by the office for the applicant (article 29): received that
	/// day.
	ORAL,
	/// 邮寄签收: received the day it is signed for.
	POST_SIGNED,
	/// 平常信函 without signature: received the day the office confirms it with the
	/// applicant.
	POST_ORDINARY,
	/// 传真: received the day both sides confirm.
	FAX,
	/// 网络, e-mail included: received the day both sides confirm.
	ONLINE

}
