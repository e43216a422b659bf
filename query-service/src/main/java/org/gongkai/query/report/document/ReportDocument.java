package org.gongkai.query.report.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.jspecify.annotations.Nullable;

/// 年度报告: an annual report as it is published, of which every format is printed.
///
/// @param agency name of the office at the end of the year
/// @param year calendar year
/// @param sections 一 to 六
/// @param footer what the numbers are taken from
/// @param numbers the machine-readable report: names on the wire to values that JSON knows, in the order they are written
/// @param annexes 附件: the reports of subordinate agencies, in the order of the annexes
public record ReportDocument(String agency, int year, List<Section> sections, Footer footer,
		Map<String, Object> numbers, List<ReportDocument> annexes) {

	public ReportDocument {
		agency = printable(agency);
		sections = List.copyOf(sections);
		numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
		annexes = List.copyOf(annexes);
	}

	/// 标题: the title of the report.
	public String title() {
		return this.agency + this.year + "年政府信息公开工作年度报告";
	}

	/// The heading of an annex.
	/// @param annex its number, from 1
	public String annexTitle(int annex) {
		return "附件" + annex + "　" + this.annexes.get(annex - 1).title();
	}

	/// The tables in the order of the sections.
	public List<FormTable> tables() {
		return this.sections.stream().map(Section::table).filter(Objects::nonNull).toList();
	}

	/// One of the tables.
	/// @throws Refused `unknown-cell` if the report does not have it
	public FormTable table(FormTable.Table which) {
		return tables().stream()
			.filter((table) -> table.table() == which)
			.findFirst()
			.orElseThrow(() -> new Refused(Rule.UNKNOWN_CELL, "the report has no " + which.jsonName()));
	}

	/// The same report with annexes.
	public ReportDocument with(List<ReportDocument> others) {
		return new ReportDocument(this.agency, this.year, this.sections, this.footer, this.numbers, others);
	}

	/// A section.
	///
	/// @param title 标题, with its number
	/// @param paragraphs the text; line breaks begin a new paragraph
	/// @param table the table that stands in the section; null where none does
	public record Section(String title, List<String> paragraphs, @Nullable FormTable table) {

		/// What stands in a section that has neither text nor table.
		static final String EMPTY = "（本部分尚未填报）";

		public Section {
			title = printable(title);
			List<String> lines = new ArrayList<>();
			paragraphs.forEach((paragraph) -> paragraph.lines()
				.map(ReportDocument::printable)
				.filter((line) -> !line.isEmpty())
				.forEach(lines::add));
			paragraphs = List.copyOf(lines);
		}

		/// The paragraphs as printed.
		List<String> printed() {
			return (this.paragraphs.isEmpty() && this.table == null) ? List.of(EMPTY) : this.paragraphs;
		}

	}

	/// What the numbers are taken from.
	///
	/// @param position everything up to this position of the log is counted
	/// @param definition version of the definition of the tables: the document that
	/// prescribes them
	/// @param agencies how many agencies are counted, from 1
	/// @param publication null for a report that is not published
	/// @param sources how far of each log that was received, in words; none for a log of
	/// its own
	public record Footer(long position, String definition, int agencies, @Nullable Publication publication,
			List<String> sources) {

		/// Of a log of its own.
		public Footer(long position, String definition, int agencies, @Nullable Publication publication) {
			this(position, definition, agencies, publication, List.of());
		}

		/// The lines at the end of the report.
		List<String> lines() {
			List<String> lines = new ArrayList<>();
			lines.add("数据截至日志第" + this.position + "位，表格依据" + this.definition + "。"
					+ ((this.agencies > 1) ? "统计范围：本机关及下级机关共" + this.agencies + "个。" : ""));
			if (!this.sources.isEmpty()) {
				lines.add("数据来源截至：" + String.join("；", this.sources) + "。");
			}
			if (this.publication != null) {
				LocalDate day = this.publication.day();
				lines.add("发布日期：" + day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日"
						+ ((this.publication.rootHash() == null) ? "" : "；日志根哈希：" + this.publication.rootHash()) + "。");
			}
			return lines;
		}

	}

	/// @param day 发布日期
	/// @param rootHash root hash of the log at the position, hexadecimal; null where the
	/// log has none
	public record Publication(LocalDate day, @Nullable String rootHash) {
	}

	// control characters can stand neither in XML nor on paper
	private static String printable(String text) {
		return text.replaceAll("[\\s\\p{Cc}]+", " ").strip();
	}

}
