package org.gongkai.command.integration;

import org.gongkai.command.Field;

/// The columns of a register of applications (台账).
enum RegisterColumn implements ImportColumn {

	/// 申请编号, unique within the agency.
	APPLICATION_NO("申请编号", true, Content.line(64)),
	/// 机关代码.
	AGENCY("机关代码", true, Content.line(32)),
	/// 申请人类型: the column of table three.
	APPLICANT_KIND("申请人类型", true, Content.words(Words.APPLICANT_KINDS)),
	/// 申请人, personal.
	APPLICANT_NAME("申请人", false, Content.line(Field.NAME)),
	/// 申请方式.
	CHANNEL("申请方式", true, Content.words(Words.CHANNELS)),
	/// 提交日期.
	SUBMITTED_ON("提交日期", true, Content.DAY),
	/// 收到日期: the day that counts (article 31).
	RECEIVED_ON("收到日期", true, Content.DAY),
	/// 内容描述, personal.
	SUBJECT("内容描述", false, Content.text(Field.TEXT)),
	/// 补正告知 (article 30).
	CORRECTION_NOTIFIED_ON("补正告知", false, Content.DAY),
	/// 补正期限.
	CORRECTION_DUE_ON("补正期限", false, Content.DAY),
	/// 补正提交.
	CORRECTION_SUPPLIED_ON("补正提交", false, Content.DAY),
	/// 征求第三方意见 (article 32).
	THIRD_PARTY_ASKED_ON("征求第三方意见", false, Content.DAY),
	/// 第三方答复.
	THIRD_PARTY_ANSWERED_ON("第三方答复", false, Content.DAY),
	/// 要求说明理由 (article 35).
	REASONS_ASKED_ON("要求说明理由", false, Content.DAY),
	/// 延期告知 (article 33).
	EXTENDED_ON("延期告知", false, Content.DAY),
	/// 延长工作日数.
	EXTENSION_DAYS("延长工作日数", false, Content.NUMBER),
	/// 收费通知.
	FEE_NOTIFIED_ON("收费通知", false, Content.DAY),
	/// 金额.
	FEE_YUAN("金额", false, Content.YUAN),
	/// 缴费.
	FEE_PAID_ON("缴费", false, Content.DAY),
	/// 办理结果: a row of table three; empty while open.
	OUTCOME("办理结果", false, Content.words(Words.OUTCOMES)),
	/// 办结日期.
	CONCLUDED_ON("办结日期", false, Content.DAY),
	/// 答复文号.
	REPLY_NO("答复文号", false, Content.line(Field.NAME)),
	/// 行政复议: the day of filing.
	REVIEW_FILED_ON("行政复议申请日期", false, Content.DAY),
	/// 行政复议结果.
	REVIEW_OUTCOME("行政复议结果", false, Content.words(Words.DISPUTE_OUTCOMES)),
	/// 行政复议审结日期.
	REVIEW_CONCLUDED_ON("行政复议审结日期", false, Content.DAY),
	/// 行政诉讼类型.
	LAWSUIT_KIND("行政诉讼类型", false, Content.words(Words.LAWSUIT_KINDS)),
	/// 行政诉讼: the day of filing.
	LAWSUIT_FILED_ON("行政诉讼起诉日期", false, Content.DAY),
	/// 行政诉讼结果.
	LAWSUIT_OUTCOME("行政诉讼结果", false, Content.words(Words.DISPUTE_OUTCOMES)),
	/// 行政诉讼审结日期.
	LAWSUIT_CONCLUDED_ON("行政诉讼审结日期", false, Content.DAY);

	private final String chinese;

	private final boolean required;

	private final Content content;

	RegisterColumn(String chinese, boolean required, Content content) {
		this.chinese = chinese;
		this.required = required;
		this.content = content;
	}

	@Override
	public String chinese() {
		return this.chinese;
	}

	@Override
	public boolean required() {
		return this.required;
	}

	@Override
	public Content content() {
		return this.content;
	}

	/// Whether the cell may name people, and is never repeated in a message.
	boolean personal() {
		return this == APPLICANT_NAME || this == SUBJECT;
	}

}
