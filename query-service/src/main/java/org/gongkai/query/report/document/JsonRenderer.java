package org.gongkai.query.report.document;

import java.util.LinkedHashMap;
import java.util.Map;

import tools.jackson.databind.json.JsonMapper;

/// Prints the machine-readable report: the numbers, and the text of the sections that have any.
final class JsonRenderer {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private JsonRenderer() {
	}

	static byte[] render(ReportDocument document) {
		Map<String, Object> report = new LinkedHashMap<>(document.numbers());
		Map<String, Object> sections = new LinkedHashMap<>();
		document.sections()
			.stream()
			.filter((section) -> !section.paragraphs().isEmpty())
			.forEach((section) -> sections.put(section.title(), section.paragraphs()));
		if (!sections.isEmpty()) {
			report.put("sections", sections);
		}
		return JSON.writeValueAsBytes(report);
	}

}
