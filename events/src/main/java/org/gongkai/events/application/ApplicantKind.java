package org.gongkai.events.application;

/// 申请人类型: the six columns of table three, in the order of the form.
public enum ApplicantKind {

	/// 自然人.
	NATURAL_PERSON,
	/// 商业企业.
	BUSINESS,
	/// 科研机构.
	RESEARCH,
	/// 社会公益组织.
	SOCIAL_WELFARE,
	/// 法律服务机构.
	LEGAL_SERVICE,
	/// 其他.
	OTHER_ORG

}
