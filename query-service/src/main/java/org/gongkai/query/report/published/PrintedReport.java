package org.gongkai.query.report.published;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/// A published annual report (年度报告) as it was printed: its cells, sections and sentences, right or wrong.
public final class PrintedReport {

	private final String file;

	private final Source source;

	private final Map<Place, Printed> cells;

	private final Map<Section, String> headings;

	private final Map<Section, List<String>> sections;

	private final Map<String, BigDecimal> counts;

	private final List<Oddity> oddities;

	PrintedReport(String file, Source source, Map<Place, Printed> cells, Contents contents) {
		this.file = file;
		this.source = source;
		this.cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
		this.headings = contents.headings();
		this.sections = contents.sections();
		this.counts = contents.counts();
		this.oddities = List.copyOf(contents.oddities());
	}

	/// Whose report it is.
	///
	/// @param agency name of the agency (机关); empty where no title tells it
	/// @param code its code (机关代码); empty where the report does not tell it
	/// @param year report year; 0 where no title tells it
	/// @param document whether it is a document, with headings and sentences, and not
	/// data
	public record Source(String agency, String code, int year, boolean document) {
	}

	/// What the form does not provide, seen while reading.
	///
	/// @param kind what it is
	/// @param table where; null outside of tables
	/// @param row name of the row; empty if it is of no row
	/// @param column name of the column; empty if it is of no column
	/// @param expected the words of the form
	/// @param found the words that are printed
	public record Oddity(Kind kind, Place.@Nullable Table table, String row, String column, String expected,
			String found) {

		/// What is odd.
		public enum Kind {

			/// A heading ends too early.
			CUT_HEADING,
			/// A heading has words that are not its own.
			OTHER_HEADING,
			/// A row or block has lost its words or its number.
			LOST_LABEL,
			/// A row is not printed.
			MISSING_ROW,
			/// A table cannot be found.
			MISSING_TABLE,
			/// The form of 2019 (国办公开办函〔2019〕60号).
			FIRST_FORM,
			/// No title tells agency and year.
			NO_TITLE

		}

	}

	/// @param headings the words of each section's heading
	/// @param sections paragraphs of each section
	/// @param counts numbers told beside the tables, by the names of the published data
	record Contents(Map<Section, String> headings, Map<Section, List<String>> sections, Map<String, BigDecimal> counts,
			List<Oddity> oddities) {

		static Contents of(Map<String, BigDecimal> counts) {
			return new Contents(new EnumMap<>(Section.class), new EnumMap<>(Section.class), counts, List.of());
		}

	}

	/// Reads a report: plain text (UTF-8, UTF-16 or GB 18030), HTML, DOCX, XLSX, PDF with
	/// text, or JSON.
	/// @throws Unreadable if there is no such file, or no report in it
	public static PrintedReport read(Path file) {
		return PublishedFile.read(file);
	}

	/// Reads a report in JSON, as published data and the report API have it.
	/// @throws Unreadable if it is none
	public static PrintedReport ofJson(String name, byte[] json) {
		return JsonReport.read(name, json);
	}

	/// The name it was read under.
	public String file() {
		return this.file;
	}

	/// Whose report it is.
	public Source source() {
		return this.source;
	}

	/// The agency's name as comparable words.
	public String agencyWords() {
		return Words.bare(this.source.agency());
	}

	/// The printed cell; null where the report has no such cell.
	public @Nullable Printed cell(Place place) {
		return this.cells.get(place);
	}

	/// The number in a cell; null where none is printed.
	public @Nullable BigDecimal number(Place place) {
		Printed printed = this.cells.get(place);
		return (printed != null) ? printed.value() : null;
	}

	/// Every cell, in the order of the form.
	public Map<Place, Printed> cells() {
		return this.cells;
	}

	/// The tables that were found.
	public Set<Place.Table> tables() {
		return this.cells.keySet().stream().map(Place::table).collect(Collectors.toSet());
	}

	/// The words of each section's heading.
	public Map<Section, String> headings() {
		return this.headings;
	}

	/// The paragraphs of a section, in half-width forms and without blanks; what stands
	/// before the first heading is of the first section.
	public List<String> paragraphs(Section section) {
		return this.sections.getOrDefault(section, List.of());
	}

	/// Numbers told beside the tables in published data.
	public Map<String, BigDecimal> counts() {
		return this.counts;
	}

	/// What the form does not provide.
	public List<Oddity> oddities() {
		return this.oddities;
	}

}
