package org.gongkai.command.integration;

import org.gongkai.command.Field;

/// The columns of a list of tallies (统计数).
enum TallyColumn implements ImportColumn {

	/// 机关代码.
	AGENCY("机关代码", true, Content.line(32)),
	/// 统计项目.
	ITEM("统计项目", true, Content.words(Words.TALLY_ITEMS)),
	/// 起始日期.
	FROM("起始日期", true, Content.DAY),
	/// 截止日期.
	TO("截止日期", true, Content.DAY),
	/// 数量; for every item but amounts.
	COUNT("数量", false, Content.SIGNED),
	/// 金额, in 万元; for fees and what was procured.
	AMOUNT("金额", false, Content.WAN_YUAN),
	/// 统计编号; item and days when it is not told.
	NUMBER("统计编号", false, Content.line(64)),
	/// 文号或依据.
	REFERENCE("依据", false, Content.line(Field.NAME));

	private final String chinese;

	private final boolean required;

	private final Content content;

	TallyColumn(String chinese, boolean required, Content content) {
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

}
