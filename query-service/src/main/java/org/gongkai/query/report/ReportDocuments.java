package org.gongkai.query.report;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.gongkai.events.report.ReportAnnex;
import org.gongkai.events.report.ReportContent;
import org.gongkai.events.report.TableTwoLine;
import org.gongkai.query.AsOf;
import org.gongkai.query.Completeness;
import org.gongkai.query.Stored;
import org.gongkai.query.report.document.FormTable;
import org.gongkai.query.report.document.ReportDocument;
import org.gongkai.query.report.document.ReportSection;
import org.gongkai.query.report.document.TableFourLayout;
import org.gongkai.query.report.document.TableThreeLayout;
import org.gongkai.query.report.document.TableTwoLayout;
import org.gongkai.statute.report.TableThree;
import org.gongkai.statute.report.TableThreeForm;
import org.gongkai.statute.report.TableTwo;
import org.gongkai.statute.report.TableTwoRow;
import org.springframework.stereotype.Component;

/// Puts what is recorded of a year into the form of the annual report.
@Component
class ReportDocuments {

	private final Reports reports;

	ReportDocuments(Reports reports) {
		this.reports = reports;
	}

	/// The document of a report that is not published.
	static ReportDocument of(Reports.Report report) {
		List<FormTable> tables = List.of(table2(report), table3(report), table4(report));
		return new ReportDocument(report.agency().name(), report.year(),
				Stream.of(ReportSection.values())
					.map((section) -> section.with((section == ReportSection.OVERVIEW) ? partOfYear(report) : List.of(),
							tables))
					.toList(),
				new ReportDocument.Footer(report.asOf().position(), TableThreeForm.of(report.year()).definition(),
						report.counted().size(), null, sources(report.asOf())),
				numbers(report), List.of());
	}

	/// The document of a published edition, from what the publication fixed alone: the
	/// same bytes whenever it is printed.
	static ReportDocument of(Editions.Edition edition) {
		ReportContent content = edition.content();
		Map<org.gongkai.events.report.ReportSection, String> texts = content.texts();
		List<FormTable> tables = tables(edition.year(), content.table2(), content.table3(), content.table4(),
				content.table4Note(), texts);
		ReportDocument.Publication publication = new ReportDocument.Publication(edition.publishedOn(), null);
		return new ReportDocument(content.agencyName(), edition.year(), ReportTexts.sections(texts, tables),
				new ReportDocument.Footer(
						edition.position(), content.definition(), content.counted().size(), publication),
				numbers(edition),
				Objects.requireNonNullElse(content.annexes(), List.<ReportAnnex>of())
					.stream()
					.map((annex) -> annex(edition, annex, publication))
					.toList());
	}

	/// A table that ends within the year must not be taken for the year's.
	private static List<String> partOfYear(Reports.Report report) {
		LocalDate last = report.period().last();
		return report.period().isWhole() ? List.of()
				: List.of("（本表统计期间为" + report.period().first() + "至" + last + "，不是全年数据。）");
	}

	private static ReportDocument annex(Editions.Edition edition, ReportAnnex annex,
			ReportDocument.Publication publication) {
		List<FormTable> tables = tables(edition.year(), annex.table2(), annex.table3(), annex.table4(),
				annex.table4Note(), Map.of());
		return new ReportDocument(annex.agencyName(), edition.year(), ReportTexts.sections(Map.of(), tables),
				new ReportDocument.Footer(edition.position(), edition.content().definition(), 1, publication),
				numbers(edition, annex), List.of());
	}

	private static List<FormTable> tables(int year, List<TableTwoLine> table2, Map<String, List<Integer>> table3,
			List<Integer> table4, String table4Note, Map<org.gongkai.events.report.ReportSection, String> texts) {
		return List.of(
				TableTwoLayout.table(TableTwoLines.form(table2), TableTwoLines.printed(table2),
						note(texts, org.gongkai.events.report.ReportSection.TABLE_TWO_NOTE)),
				TableThreeLayout.table(
						TableThreeForm.of(year), TableThree.parse(table3), note(texts,
								org.gongkai.events.report.ReportSection.TABLE_THREE_NOTE)),
				TableFourLayout.table(table4.stream().map(String::valueOf).toList(),
						Stream
							.concat(Stream.of(table4Note),
									note(texts, org.gongkai.events.report.ReportSection.TABLE_FOUR_NOTE).stream())
							.toList()));
	}

	/// The document with an annex for each office that is counted, the office itself
	/// among
	/// them: the annexes add up to the whole.
	ReportDocument withAnnexes(Reports.Report report) {
		return of(report).with(this.reports.parts(report).stream().map(ReportDocuments::of).toList());
	}

	/// Table two in the form of the year.
	static FormTable table2(Reports.Report report) {
		TableTwo table = report.table2();
		Map<String, List<String>> numbers = new LinkedHashMap<>();
		for (TableTwoRow row : table.form().rows()) {
			numbers.put(row.jsonName(),
					table.form().columns(row).stream().map((column) -> table.text(row, column)).toList());
		}
		return TableTwoLayout.table(table.form(), numbers, List.of());
	}

	/// Table three in the form of the year.
	static FormTable table3(Reports.Report report) {
		return TableThreeLayout.table(TableThreeForm.of(report.year()), report.table3(), List.of());
	}

	/// Table four, with the note that tells how it counts.
	static FormTable table4(Reports.Report report) {
		return TableFourLayout.table(report.table4().cells().stream().map(String::valueOf).toList(),
				List.of(report.disputeNote()));
	}

	private static List<String> note(Map<org.gongkai.events.report.ReportSection, String> texts,
			org.gongkai.events.report.ReportSection section) {
		String text = texts.getOrDefault(section, "");
		return text.isBlank() ? List.of() : text.lines().filter((line) -> !line.isBlank()).toList();
	}

	private static List<String> sources(AsOf.Position asOf) {
		return (asOf.sources() == null) ? List.of()
				: asOf.sources().stream().map(Completeness.SourcePosition::words).toList();
	}

	private static Map<String, Object> numbers(Editions.Edition edition) {
		ReportContent content = edition.content();
		Map<String, Object> numbers = new LinkedHashMap<>();
		numbers.put("agency", new Reports.Named(edition.agency(), content.agencyName()));
		numbers.put("year", edition.year());
		numbers.put("edition", edition.edition());
		numbers.put("publishedOn", edition.publishedOn());
		numbers.put("asOf", new AsOf.Position(edition.position(), null));
		numbers.put("withSubordinates", edition.withSubordinates());
		numbers.put("counted", content.counted());
		numbers.put("table2", content.table2().stream().map(TableTwoLines::asRow).toList());
		numbers.put("table3", content.table3());
		numbers.put("table4", content.table4());
		numbers.put("disputeNote", content.table4Note());
		return numbers;
	}

	private static Map<String, Object> numbers(Editions.Edition edition, ReportAnnex annex) {
		Map<String, Object> numbers = new LinkedHashMap<>();
		numbers.put("agency", new Reports.Named(annex.agency(), annex.agencyName()));
		numbers.put("year", edition.year());
		numbers.put("edition", edition.edition());
		numbers.put("publishedOn", edition.publishedOn());
		numbers.put("asOf", new AsOf.Position(edition.position(), null));
		numbers.put("withSubordinates", false);
		numbers.put("counted", List.of(annex.agency()));
		numbers.put("table2", annex.table2().stream().map(TableTwoLines::asRow).toList());
		numbers.put("table3", annex.table3());
		numbers.put("table4", annex.table4());
		numbers.put("disputeNote", annex.table4Note());
		return numbers;
	}

	private static Map<String, Object> numbers(Reports.Report report) {
		Map<String, Object> numbers = new LinkedHashMap<>();
		numbers.put("agency", report.agency());
		numbers.put("year", report.year());
		numbers.put("asOf", report.asOf());
		if (report.effectiveOn() != null) {
			numbers.put("effectiveOn", report.effectiveOn());
		}
		numbers.put("withSubordinates", report.withSubordinates());
		numbers.put("counted", report.counted());
		numbers.put("table2", report.table2().asRows());
		numbers.put("table3", report.table3().asMap(TableThreeForm.of(report.year())));
		numbers.put("table4", report.table4().cells());
		numbers.put("disputeCounting", Stored.name(report.disputeCounting()));
		numbers.put("disputeNote", report.disputeNote());
		return numbers;
	}

}
