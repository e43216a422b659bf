package org.gongkai.events.application;

/// Why personal data is erased (个人信息保护法第四十七条).
public enum ErasureGround {

	/// 处理目的已实现、无法实现或者不再必要.
	PURPOSE_ACHIEVED,
	/// 保存期限已届满.
	RETENTION_EXPIRED,
	/// 个人撤回同意.
	CONSENT_WITHDRAWN,
	/// 违反法律、行政法规或者违反约定处理.
	UNLAWFUL_PROCESSING,
	/// 法律、行政法规规定的其他情形.
	OTHER_LAW

}
