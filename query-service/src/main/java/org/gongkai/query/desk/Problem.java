package org.gongkai.query.desk;

/// What is wrong, at a field or with a whole form.
///
/// @param zh in Chinese
/// @param en in English
/// @param article where the rule stands; empty if in no law
public record Problem(String zh, String en, String article) {

	static Problem of(String zh, String en) {
		return new Problem(zh, en, "");
	}

}
