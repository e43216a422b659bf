package org.gongkai.command;

import org.gongkai.events.application.Personal;
import org.gongkai.events.application.PersonalText;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
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
	}

	/// A part of a report of at most [#REPORT_TEXT] characters; may be blank.
	/// @throws Refused `too-long`
	public static void reportText(String field, String value) {
		check(field, value, false, REPORT_TEXT);
	}

	/// A name or number of at most [#NAME] characters on one line.
	/// @throws Refused `malformed` when needed and blank or with control characters,
	/// `too-long`
	public static void name(String field, @Nullable String value, boolean needed) {
		check(field, value, needed, NAME);
		if (value != null && value.chars().anyMatch(Character::isISOControl)) {
			throw new Refused(Rule.MALFORMED, field + " has control characters", field);
		}
	}

	/// @throws Refused as for each of its texts
	public static void personal(@Nullable Personal personal) {
		if (personal != null) {
			name("personal.name", personal.name(), false);
			name("personal.identityDocument", personal.identityDocument(), false);
			text("personal.address", personal.address(), false);
			name("personal.phone", personal.phone(), false);
			name("personal.email", personal.email(), false);
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
		if (value == null || value.isBlank()) {
			if (needed) {
				throw new Refused(Rule.MALFORMED, field + " is missing", field);
			}
			return;
		}
		if (value.length() > limit) {
			throw new Refused(Rule.TOO_LONG, field + " has more than " + limit + " characters", field);
		}
		if (value.indexOf('\0') >= 0) {
			throw new Refused(Rule.MALFORMED, field + " has a character that cannot be stored", field);
		}
	}

}
