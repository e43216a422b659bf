package org.gongkai.statute;

import java.io.Serial;

import org.jspecify.annotations.Nullable;

/// A command broke a rule of the law or of the record; nothing was recorded. Anything else that goes wrong is a bug.
public final class Refused extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final Rule rule;

	private final @Nullable String field;

	/// @param rule the broken rule
	/// @param sentence what is wrong in this case, in one English sentence without
	/// personal data
	public Refused(Rule rule, String sentence) {
		this(rule, sentence, null);
	}

	/// @param rule the broken rule
	/// @param sentence what is wrong in this case, in one English sentence without
	/// personal data
	/// @param field the field that is wrong, such as `personal.name`; null where it is
	/// not one alone
	public Refused(Rule rule, String sentence, @Nullable String field) {
		super(sentence);
		this.rule = rule;
		this.field = field;
	}

	/// The broken rule.
	public Rule rule() {
		return this.rule;
	}

	/// The field that is wrong; null where it is not one alone.
	public @Nullable String field() {
		return this.field;
	}

}
