package org.gongkai.events.disclosure;

/// 文件种类 (article 20(1)).
public enum DocumentKind {

	/// 规章.
	REGULATION,
	/// 行政规范性文件.
	NORMATIVE_DOCUMENT

}
