package org.gongkai.query.report.document;

import java.util.Locale;
import java.util.stream.Stream;

import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;

/// How a report is written. The same report gives the same bytes, every time.
public enum DocumentFormat {

	/// For programs.
	JSON("application/json"),
	/// One table for spreadsheets.
	CSV("text/csv;charset=UTF-8"),
	/// For browsers and screen readers.
	HTML("text/html;charset=UTF-8"),
	/// For Word.
	DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
	/// For print.
	PDF("application/pdf"),
	/// All tables for spreadsheets.
	XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
	/// All of these, for publication.
	ZIP("application/zip");

	private final String mediaType;

	DocumentFormat(String mediaType) {
		this.mediaType = mediaType;
	}

	/// The format of a name on the wire.
	/// @throws Refused `malformed`
	public static DocumentFormat ofJson(String name) {
		return Stream.of(values())
			.filter((format) -> format.extension().equals(name))
			.findFirst()
			.orElseThrow(() -> new Refused(Rule.MALFORMED, "format is json, csv, html, docx, pdf, xlsx or zip"));
	}

	/// The name on the wire, and the ending of files.
	public String extension() {
		return name().toLowerCase(Locale.ROOT);
	}

	/// The media type of the file.
	public String mediaType() {
		return this.mediaType;
	}

	/// Whether a browser shows it; other files it keeps.
	public boolean isShown() {
		return this == JSON || this == HTML;
	}

	/// The report in this format.
	///
	/// @param table the table of a CSV file; the other formats have all
	/// @throws Refused `no-glyph` if a character cannot be printed in a PDF,
	/// `unknown-cell` if the report has no such table
	public byte[] render(ReportDocument document, FormTable.Table table) {
		return switch (this) {
			case JSON -> JsonRenderer.render(document);
			case CSV -> CsvRenderer.render(document.table(table));
			case HTML -> HtmlRenderer.render(document);
			case DOCX -> DocxRenderer.render(document);
			case PDF -> PdfRenderer.render(document);
			case XLSX -> XlsxRenderer.render(document);
			case ZIP -> ReportBundle.render(document);
		};
	}

}
