package org.gongkai.command.application;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.gongkai.command.agency.AgencyCode;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.gongkai.statute.TextRule;

/// Names a case: the code of the agency that received it, a slash, 申请编号.
public final class ApplicationId {

	private static final int LONGEST_NUMBER = 64;

	private final String value;

	/// @throws Refused `malformed` for a code or number that cannot be
	public ApplicationId(String agency, String applicationNo) {
		new AgencyCode(agency);
		if (applicationNo.isEmpty() || TextRule.length(applicationNo) > LONGEST_NUMBER
				|| !applicationNo.equals(applicationNo.strip())
				|| applicationNo.chars().anyMatch(Character::isISOControl)) {
			throw new Refused(Rule.MALFORMED, "applicationNo is 1 to 64 printable characters without blanks around");
		}
		this.value = agency + "/" + applicationNo;
	}

	/// @throws Refused `malformed` for a text without a slash between code and number
	@JsonCreator
	public static ApplicationId of(String value) {
		int slash = value.indexOf('/');
		if (slash < 0) {
			throw new Refused(Rule.MALFORMED, "applicationId is agency code, slash, application number");
		}
		return new ApplicationId(value.substring(0, slash), value.substring(slash + 1));
	}

	/// Code of the agency that received it.
	public String agency() {
		return this.value.substring(0, this.value.indexOf('/'));
	}

	/// The text form, which is also the name of the stream.
	@JsonValue
	public String value() {
		return this.value;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof ApplicationId that && that.value.equals(this.value);
	}

	@Override
	public int hashCode() {
		return this.value.hashCode();
	}

	@Override
	public String toString() {
		return this.value;
	}

}
