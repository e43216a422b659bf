package org.gongkai.statute;

import java.io.Serial;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// A command broke a rule of the law or of the record; nothing was recorded. Anything else that goes wrong is a bug.
public final class Refused extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final Rule rule;

	private final @Nullable String field;

	private final transient Map<String, Object> details;

	/// @param rule the broken rule
	/// @param sentence what is wrong in this case, in one English sentence without
	/// personal data
	public Refused(Rule rule, String sentence) {
		this(rule, sentence, null, Map.of());
	}

	/// @param rule the broken rule
	/// @param sentence what is wrong in this case, in one English sentence without
	/// personal data
	/// @param field the field that is wrong, such as `personal.name`; null where it is
	/// not one alone
	public Refused(Rule rule, String sentence, @Nullable String field) {
		this(rule, sentence, field, Map.of());
	}

	/// @param rule the broken rule
	/// @param sentence what is wrong in this case, in one English sentence without
	/// personal data
	/// @param details what a program needs to know beside the sentence, by name
	public Refused(Rule rule, String sentence, Map<String, Object> details) {
		this(rule, sentence, null, details);
	}

	private Refused(Rule rule, String sentence, @Nullable String field, Map<String, Object> details) {
		super(sentence);
		this.rule = rule;
		this.field = field;
		this.details = Map.copyOf(details);
	}

	/// The broken rule.
	public Rule rule() {
		return this.rule;
	}

	/// The field that is wrong; null where it is not one alone.
	public @Nullable String field() {
		return this.field;
	}

	/// What a program needs to know beside the sentence, by name; mostly nothing.
	public Map<String, Object> details() {
		return this.details;
	}

}
