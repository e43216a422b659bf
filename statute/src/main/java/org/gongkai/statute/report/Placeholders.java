package org.gongkai.statute.report;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;

/// 占位符: facts within the text of a report, written `{{applications.new}}`. A text keeps the name, so that what is printed is
/// always the number of the record.
public final class Placeholders {

	private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*([^{}]*?)\\s*\\}\\}");

	private Placeholders() {
	}

	/// The names in a text, in the order of their first appearance.
	public static Set<String> names(String text) {
		return new LinkedHashSet<>(PLACEHOLDER.matcher(text).results().map((match) -> match.group(1)).toList());
	}

	/// The text with every fact in its place.
	/// @param facts name to words
	/// @throws Refused `placeholder-unknown` for a name that no fact has
	public static String fill(String text, Map<String, String> facts) {
		List<String> unknown = names(text).stream().filter((name) -> !facts.containsKey(name)).toList();
		if (!unknown.isEmpty()) {
			throw new Refused(Rule.PLACEHOLDER_UNKNOWN, "no fact is called " + String.join(", ", unknown));
		}
		return PLACEHOLDER.matcher(text)
			.replaceAll((MatchResult match) -> Matcher.quoteReplacement(facts.get(match.group(1))));
	}

}
