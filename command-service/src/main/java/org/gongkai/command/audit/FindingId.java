package org.gongkai.command.audit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.gongkai.statute.audit.FindingRule;

/// Names a finding as the list of findings does: code of the rule, a colon, the stream of the record, a colon, the place of the entry
/// it is about or the year.
///
/// @param rule the rule
/// @param stream the record
/// @param mark the place of the entry in the record, from 0; the year of an annual report
public record FindingId(FindingRule rule, String stream, long mark) {

	private static final Pattern FORM = Pattern.compile("([a-z-]{1,64}):([^\\p{Cntrl}]{1,300}):(\\d{1,9})");

	/// @throws Refused `malformed` for another text, or a rule that there is not
	@JsonCreator
	public static FindingId of(String value) {
		Matcher form = FORM.matcher(value);
		if (!form.matches()) {
			throw new Refused(Rule.MALFORMED, "findingId is rule, colon, record, colon, entry", "findingId");
		}
		FindingRule rule = FindingRule.of(form.group(1))
			.orElseThrow(() -> new Refused(Rule.MALFORMED, "findingId names no rule", "findingId"));
		return new FindingId(rule, form.group(2), Long.parseLong(form.group(3)));
	}

	/// The text form.
	@JsonValue
	public String value() {
		return this.rule.code() + ":" + this.stream + ":" + this.mark;
	}

	/// The finding's stream in the log.
	public String streamId() {
		return "finding:" + value();
	}

	@Override
	public String toString() {
		return streamId();
	}

}
