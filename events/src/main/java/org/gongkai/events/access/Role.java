package org.gongkai.events.access;

/// 角色: what somebody does in an office.
public enum Role {

	/// 经办人: handles cases, disputes and records.
	CLERK,
	/// 审核人: reviews before publication.
	REVIEWER,
	/// 审批人: signs decisions, approves and publishes.
	APPROVER,
	/// 统计人员: writes and submits reports.
	STATISTICIAN,
	/// 监督检查人员: reads everything and changes nothing.
	INSPECTOR,
	/// 管理员: keeps accounts, agencies and the calendar, and sees no case.
	ADMINISTRATOR,
	/// 系统: a program that reads what is no personal data.
	SYSTEM

}
