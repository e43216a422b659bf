package org.gongkai.acceptance.documents;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The rows of a table of commands: `| Command | 中文 | Events | Tests |`, names in backticks.
final class Features {

	private static final Pattern ROW = Pattern.compile("^\\| `([A-Z]\\w+)` \\| ([^|`]+) \\| ([^|]+) \\| ([^|]+) \\|$");

	private static final Pattern NAME = Pattern.compile("`(\\w+)`");

	private Features() {
	}

	record Feature(String command, String chinese, Set<String> events, Set<String> tests) {

		@Override
		public String toString() {
			return "| `" + this.command + "` | " + this.chinese + " | " + names(this.events) + " | " + names(this.tests)
					+ " |";
		}

		private static String names(Set<String> names) {
			return "`" + String.join("`, `", names) + "`";
		}

	}

	static List<Feature> of(String markdown) {
		List<Feature> features = new ArrayList<>();
		for (String line : markdown.lines().toList()) {
			Matcher row = ROW.matcher(line);
			if (row.matches()) {
				features.add(new Feature(row.group(1), row.group(2), names(row.group(3)), names(row.group(4))));
			}
		}
		return features;
	}

	static Set<String> names(String cell) {
		Set<String> names = new TreeSet<>();
		NAME.matcher(cell).results().forEach((name) -> names.add(name.group(1)));
		return names;
	}

	/// The cells of a table's row, without its bars.
	static List<String> cells(String line) {
		return Arrays.stream(line.substring(1).split("\\|")).map(String::strip).toList();
	}

}
