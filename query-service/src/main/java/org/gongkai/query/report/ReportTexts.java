package org.gongkai.query.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.gongkai.events.report.ReportSection;
import org.gongkai.query.report.document.FormTable;
import org.gongkai.query.report.document.ReportDocument;

/// Puts the texts that people wrote into the six sections of the form, section one with its five aspects
/// (国办公开办函〔2021〕30号).
final class ReportTexts {

	private static final Map<ReportSection, String> ASPECTS = new EnumMap<>(Map.of(ReportSection.PROACTIVE_DISCLOSURE,
			"（一）主动公开", ReportSection.APPLICATIONS, "（二）依申请公开", ReportSection.INFORMATION_MANAGEMENT, "（三）政府信息管理",
			ReportSection.PLATFORM, "（四）政府信息公开平台建设", ReportSection.SUPERVISION, "（五）监督保障"));

	private ReportTexts() {
	}

	static List<ReportDocument.Section> sections(Map<ReportSection, String> texts, List<FormTable> tables) {
		return Stream.of(org.gongkai.query.report.document.ReportSection.values())
			.map((section) -> section.with(paragraphs(section, texts), tables))
			.toList();
	}

	private static List<String> paragraphs(org.gongkai.query.report.document.ReportSection section,
			Map<ReportSection, String> texts) {
		return switch (section) {
			case OVERVIEW -> overview(texts);
			case PROBLEMS -> text(texts, ReportSection.PROBLEMS);
			case OTHER_MATTERS -> text(texts, ReportSection.OTHER_MATTERS);
			case PROACTIVE, APPLICATIONS, DISPUTES -> List.of();
		};
	}

	private static List<String> overview(Map<ReportSection, String> texts) {
		List<String> paragraphs = new ArrayList<>(text(texts, ReportSection.OVERVIEW));
		ASPECTS.forEach((aspect, heading) -> {
			List<String> lines = text(texts, aspect);
			if (!lines.isEmpty()) {
				paragraphs.add(heading);
				paragraphs.addAll(lines);
			}
		});
		return paragraphs;
	}

	private static List<String> text(Map<ReportSection, String> texts, ReportSection section) {
		return texts.getOrDefault(section, "").lines().filter((line) -> !line.isBlank()).toList();
	}

}
