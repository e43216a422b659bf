package org.gongkai.statute.audit;

import java.util.Locale;

/// 严重程度 of a departure from the law.
public enum Severity {

	/// 严重: a right of the applicant or a term of the Regulation is broken.
	SERIOUS("严重"),
	/// 一般: a step of the procedure is missing or wrong.
	ORDINARY("一般"),
	/// 提示: the record does not show it; it may have been done.
	NOTE("提示");

	private final String label;

	Severity(String label) {
		this.label = label;
	}

	/// In Chinese.
	public String label() {
		return this.label;
	}

	/// The name on the wire: `serious`.
	public String jsonName() {
		return name().toLowerCase(Locale.ROOT);
	}

}
