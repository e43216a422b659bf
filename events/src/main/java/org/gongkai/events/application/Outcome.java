package org.gongkai.events.application;

/// 办理结果: the outcome rows of table three, in the order of the form. One application has one outcome.
public enum Outcome {

	/// （一）予以公开 (article 36(1), (2)).
	GRANTED,
	/// （二）部分公开 (article 37).
	PARTLY_GRANTED,
	/// （三）1 属于国家秘密 (article 14).
	DENIED_1,
	/// （三）2 其他法律行政法规禁止公开 (article 14).
	DENIED_2,
	/// （三）3 危及“三安全一稳定” (article 14).
	DENIED_3,
	/// （三）4 保护第三方合法权益 (articles 15, 32).
	DENIED_4,
	/// （三）5 属于三类内部事务信息 (article 16(1)).
	DENIED_5,
	/// （三）6 属于四类过程性信息 (article 16(2)).
	DENIED_6,
	/// （三）7 属于行政执法案卷 (article 16(2)).
	DENIED_7,
	/// （三）8 属于行政查询事项 (article 36(7)).
	DENIED_8,
	/// （四）1 本机关不掌握相关政府信息 (article 36(4), (5)).
	UNAVAILABLE_1,
	/// （四）2 没有现成信息需要另行制作 (article 38).
	UNAVAILABLE_2,
	/// （四）3 补正后申请内容仍不明确 (article 30).
	UNAVAILABLE_3,
	/// （五）1 信访举报投诉类申请 (article 39(1)).
	NOT_PROCESSED_1,
	/// （五）2 重复申请 (article 36(6)).
	NOT_PROCESSED_2,
	/// （五）3 要求提供公开出版物 (article 39(2)).
	NOT_PROCESSED_3,
	/// （五）4 无正当理由大量反复申请 (article 35).
	NOT_PROCESSED_4,
	/// （五）5 要求行政机关确认或重新出具已获取信息.
	NOT_PROCESSED_5,
	/// （六）1 逾期不补正 (article 30).
	OTHER_1,
	/// （六）2 逾期不缴费 (information fee rules, article 6).
	OTHER_2,
	/// （六）3 其他, in practice withdrawal by the applicant.
	OTHER_3;

	/// Whether this is one of the eight grounds of （三）不予公开, which may also be the ground
	/// for withholding a part.
	public boolean isDenial() {
		return compareTo(DENIED_1) >= 0 && compareTo(DENIED_8) <= 0;
	}

}
