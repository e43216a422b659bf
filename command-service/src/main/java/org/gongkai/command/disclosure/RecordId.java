package org.gongkai.command.disclosure;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.gongkai.command.agency.AgencyCode;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.gongkai.statute.TextRule;
import org.jspecify.annotations.Nullable;

/// Names a record of proactive disclosure: agency code, a slash, its number within the agency.
public final class RecordId {

	private static final int LONGEST_NUMBER = 64;

	private final String agency;

	private final String number;

	/// @throws Refused `malformed` for a code or number that cannot be
	public RecordId(String agency, String number) {
		new AgencyCode(agency);
		if (number.isEmpty() || TextRule.length(number) > LONGEST_NUMBER || !number.equals(number.strip())
				|| number.chars().anyMatch(Character::isISOControl)) {
			throw new Refused(Rule.MALFORMED, "a number is 1 to 64 printable characters without blanks around");
		}
		this.agency = agency;
		this.number = number;
	}

	/// @throws Refused `malformed` for a text without a slash between code and number
	@JsonCreator
	public static RecordId of(String value) {
		int slash = value.indexOf('/');
		if (slash < 0) {
			throw new Refused(Rule.MALFORMED, "a record is named by agency code, slash, number");
		}
		return new RecordId(value.substring(0, slash), value.substring(slash + 1));
	}

	/// Code of the agency that keeps it.
	public String agency() {
		return this.agency;
	}

	/// Its number within the agency.
	public String number() {
		return this.number;
	}

	/// The text form.
	@JsonValue
	public String value() {
		return this.agency + "/" + this.number;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof RecordId that && that.value().equals(value());
	}

	@Override
	public int hashCode() {
		return value().hashCode();
	}

	@Override
	public String toString() {
		return value();
	}

}
