package org.gongkai.command;

import org.gongkai.events.application.Personal;
import org.gongkai.events.application.PersonalText;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.gongkai.statute.TextRule;
import org.jspecify.annotations.Nullable;

/// What every text and value of a command must be.
public final class Field {

	/// Longest free text, in characters.
	public static final int TEXT = 4_000;

	/// Longest part of a report, in characters.
	public static final int REPORT_TEXT = 20_000;

	/// Longest name or number, in characters.
	public static final int NAME = 200;

	private Field() {
	}

	/// @throws Refused `malformed` when absent
	public static void needed(String field, @Nullable Object value) {
		if (value == null) {
			throw new Refused(Rule.MALFORMED, field + " is missing", field);
		}
	}

	/// A free text of at most [#TEXT] characters.
	/// @throws Refused `malformed` when needed and blank, `too-long`
	public static void text(String field, @Nullable String value, boolean needed) {
		check(field, value, needed, TEXT);
		if (value != null) {
			TextRule.requireText(field, value);
		}
	}

	/// A part of a report of at most [#REPORT_TEXT] characters; may be blank.
	/// @throws Refused `too-long`
	public static void reportText(String field, String value) {
		check(field, value, false, REPORT_TEXT);
		TextRule.requireText(field, value);
	}

	/// A name of at most [#NAME] characters on one line.
	/// @throws Refused `malformed` when needed and blank, `too-long`, and what [TextRule]
	/// refuses in a name
	public static void name(String field, @Nullable String value, boolean needed) {
		check(field, value, needed, NAME);
		if (value != null) {
			TextRule.requireName(field, value);
		}
	}

	/// A number or code of at most [#NAME] characters on one line.
	/// @throws Refused `malformed` when needed and blank, `too-long`, and what [TextRule]
	/// refuses in a number
	public static void number(String field, @Nullable String value, boolean needed) {
		check(field, value, needed, NAME);
		if (value != null) {
			TextRule.requireNumber(field, value);
		}
	}

	/// The id of a record, which may have been recorded in a form that no new one has.
	/// @throws Refused `malformed` when blank, `too-long`
	public static void identifier(String field, @Nullable String value) {
		check(field, value, true, NAME);
	}

	/// The number of a new record. Earlier ones may be of another form and stay
	/// reachable.
	/// @throws Refused `malformed` when absent, and what [TextRule] refuses in a number
	public static void newNumber(String field, @Nullable String value) {
		needed(field, value);
		if (value != null) {
			TextRule.requireNumber(field, value);
		}
	}

	/// @throws Refused as for each of its texts
	public static void personal(@Nullable Personal personal) {
		if (personal != null) {
			name("personal.name", personal.name(), false);
			number("personal.identityDocument", personal.identityDocument(), false);
			text("personal.address", personal.address(), false);
			number("personal.phone", personal.phone(), false);
			number("personal.email", personal.email(), false);
			text("personal.subject", personal.subject(), false);
			text("personal.formWanted", personal.formWanted(), false);
			text("personal.receiptEvidence", personal.receiptEvidence(), false);
		}
	}

	/// @throws Refused as for each of its texts
	public static void personal(PersonalText personal) {
		name("personal.party", personal.party(), false);
		text("personal.text", personal.text(), false);
	}

	private static void check(String field, @Nullable String value, boolean needed, int limit) {
		if (value == null || TextRule.isBlank(value)) {
			if (needed) {
				throw new Refused(Rule.MALFORMED, field + " is missing", field);
			}
			return;
		}
		if (TextRule.length(value) > limit) {
			throw new Refused(Rule.TOO_LONG, field + " has more than " + limit + " characters", field);
		}
	}

}
