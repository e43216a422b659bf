package org.gongkai.statute;

import java.io.Serial;

/// A command broke a rule of the law or of the record; nothing was recorded. Anything else that goes wrong is a bug.
public final class Refused extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final Rule rule;

	/// @param rule the broken rule
	/// @param sentence what is wrong in this case, in one English sentence without
	/// personal data
	public Refused(Rule rule, String sentence) {
		super(sentence);
		this.rule = rule;
	}

	/// The broken rule.
	public Rule rule() {
		return this.rule;
	}

}
