package org.gongkai.command.integration;

import org.gongkai.command.Field;

/// The columns of a list of rules and normative documents (规章和行政规范性文件目录).
enum DocumentColumn implements ImportColumn {

	/// 机关代码.
	AGENCY("机关代码", true, Content.line(32)),
	/// 文件种类.
	KIND("文件种类", true, Content.words(Words.DOCUMENT_KINDS)),
	/// 文号.
	NUMBER("文号", true, Content.line(64)),
	/// 标题.
	TITLE("标题", true, Content.text(Field.TEXT)),
	/// 制发日期.
	MADE_ON("制发日期", true, Content.DAY),
	/// 废止日期; empty while in force.
	REPEALED_ON("废止日期", false, Content.DAY),
	/// 废止方式; 废止 when it is not told.
	REPEAL_WAY("废止方式", false, Content.words(Words.REPEAL_WAYS)),
	/// 期初存量; 否 when it is not told.
	OPENING("期初存量", false, Content.YES_NO);

	private final String chinese;

	private final boolean required;

	private final Content content;

	DocumentColumn(String chinese, boolean required, Content content) {
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
