package org.gongkai.query.report.check;

import java.util.Locale;

/// How bad a finding is.
public enum Severity {

	/// Numbers contradict each other.
	ERROR("错误"),
	/// A defect of form, or a contradiction that may have an innocent reading.
	WARNING("提示");

	private final String label;

	Severity(String label) {
		this.label = label;
	}

	/// The word in Chinese.
	public String label() {
		return this.label;
	}

	/// The name on the wire: `error`.
	public String wireName() {
		return name().toLowerCase(Locale.ROOT);
	}

}
