package org.gongkai.query.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.gongkai.events.report.ReportSection;
import org.gongkai.query.Stored;
import org.gongkai.statute.report.Placeholders;

/// A part of a report as it is written, and as it would be printed today.
///
/// @param name on the wire
/// @param title of the form
/// @param needed whether no report may leave it out
/// @param body as written
/// @param filled with every known fact in its place
/// @param unknown names in it that no fact has
record WrittenPart(String name, String title, boolean needed, String body, String filled, List<String> unknown) {

	static WrittenPart of(ReportSection section, Map<ReportSection, String> texts, Map<String, String> facts) {
		String body = texts.getOrDefault(section, "");
		List<String> unknown = Placeholders.names(body).stream().filter((name) -> !facts.containsKey(name)).toList();
		Map<String, String> all = new HashMap<>(facts);
		unknown.forEach((name) -> all.put(name, "{{" + name + "}}"));
		return new WrittenPart(Stored.name(section), SectionTerms.of(section), SectionTerms.isNeeded(section), body,
				Placeholders.fill(body, all), unknown);
	}

	/// Whether there is nothing in it.
	public boolean isBlank() {
		return this.body.isBlank();
	}

}
