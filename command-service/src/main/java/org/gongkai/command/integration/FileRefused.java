package org.gongkai.command.integration;

import java.io.Serial;

import org.gongkai.statute.Rule;

/// A whole file is refused; nothing of it was recorded.
final class FileRefused extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final Rule rule;

	private final String chinese;

	/// @param chinese what is wrong and what to do, in Chinese
	/// @param english the same in English
	FileRefused(Rule rule, String chinese, String english) {
		super(english);
		this.rule = rule;
		this.chinese = chinese;
	}

	/// What the caller is told.
	Import.Problem problem() {
		return new Import.Problem(this.rule.code(), this.rule.article(), this.chinese, String.valueOf(getMessage()));
	}

}
