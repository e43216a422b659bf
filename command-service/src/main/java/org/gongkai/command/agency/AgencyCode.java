package org.gongkai.command.agency;

import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;

/// 机关代码: 1 to 32 letters, digits, hyphens and underscores.
public record AgencyCode(@JsonValue String value) {

	private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,32}");

	/// @throws Refused `malformed` for any other text
	@JsonCreator
	public AgencyCode {
		if (!FORM.matcher(value).matches()) {
			throw new Refused(Rule.MALFORMED, "an agency code is 1 to 32 letters, digits, hyphens and underscores");
		}
	}

	/// The agency's stream in the log.
	public String streamId() {
		return "agency:" + this.value;
	}

	@Override
	public String toString() {
		return streamId();
	}

}
