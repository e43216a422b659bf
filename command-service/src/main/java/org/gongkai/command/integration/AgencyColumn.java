package org.gongkai.command.integration;

import org.gongkai.command.Field;

/// The columns of a list of agencies (机关代码表).
enum AgencyColumn implements ImportColumn {

	/// 机关代码.
	CODE("机关代码", true, Content.line(32)),
	/// 机关名称.
	NAME("机关名称", true, Content.line(Field.NAME)),
	/// 机关类别.
	KIND("机关类别", true, Content.words(Words.AGENCY_KINDS)),
	/// 上级机关代码; empty at the top.
	PARENT("上级机关代码", false, Content.line(32)),
	/// 设立日期; [AgencyRow#SINCE_EVER] when it is not told.
	REGISTERED_ON("设立日期", false, Content.DAY);

	private final String chinese;

	private final boolean required;

	private final Content content;

	AgencyColumn(String chinese, boolean required, Content content) {
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
