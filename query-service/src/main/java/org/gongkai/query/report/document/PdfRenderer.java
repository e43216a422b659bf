package org.gongkai.query.report.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/// Prints a report as PDF with its font in it: sizes after GB/T 9704-2012, text that flows over the pages by the rules of Chinese.
final class PdfRenderer {

	private static final float TITLE = 22;

	private static final float ANNEX_TITLE = 18;

	private static final float TEXT = 16;

	private static final float TEXT_LINE = 28;

	/// Between a heading or text and the table below.
	private static final float ABOVE_TABLE = 6;

	private static final float NOTE = 9;

	private static final float NOTE_LINE = 14;

	/// Stands where PDFBox would take the time of day into the identity of the file.
	private static final long NO_TIME = 0;

	private final PdfPages pages;

	private PdfRenderer(PdfPages pages) {
		this.pages = pages;
	}

	/// @throws org.gongkai.statute.Refused `no-glyph` if a character of the report cannot
	/// be printed
	static byte[] render(ReportDocument document) {
		check(document);
		try (PDDocument pdf = new PDDocument(); ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
			pdf.getDocumentInformation().setTitle(document.title());
			pdf.getDocumentInformation().setAuthor(document.agency());
			pdf.getDocumentCatalog().setLanguage("zh-CN");
			PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
			preferences.setDisplayDocTitle(true);
			pdf.getDocumentCatalog().setViewerPreferences(preferences);
			pdf.setDocumentId(NO_TIME);
			try (PdfPages pages = new PdfPages(pdf)) {
				new PdfRenderer(pages).whole(document);
			}
			pdf.save(bytes);
			return bytes.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void whole(ReportDocument document) throws IOException {
		this.pages.turn();
		centred(document.title(), document.agency(), TITLE);
		sections(document, document.annexes().isEmpty());
		for (int annex = 1; annex <= document.annexes().size(); annex++) {
			this.pages.turn();
			this.pages.bookmark(document.annexTitle(annex));
			centred(document.annexTitle(annex), document.annexes().get(annex - 1).agency(), ANNEX_TITLE);
			sections(document.annexes().get(annex - 1), false);
		}
	}

	private void sections(ReportDocument document, boolean bookmarks) throws IOException {
		for (ReportDocument.Section section : document.sections()) {
			FormTable form = section.table();
			List<String> paragraphs = section.printed();
			PdfTable table = (form != null) ? new PdfTable(this.pages, form) : null;
			float first = (table != null && paragraphs.isEmpty()) ? ABOVE_TABLE + table.beginning() : 2 * TEXT_LINE;
			this.pages.need(1.5f * TEXT_LINE + first);
			if (bookmarks) {
				this.pages.bookmark(section.title());
			}
			heading(section.title());
			for (String paragraph : paragraphs) {
				paragraph(paragraph);
			}
			if (form != null && table != null) {
				this.pages.need(ABOVE_TABLE + table.beginning());
				this.pages.skip(ABOVE_TABLE);
				table.write();
				notes(form.notes());
			}
		}
		this.pages.skip(NOTE_LINE);
		notes(document.footer().lines());
	}

	private void heading(String title) throws IOException {
		if (!this.pages.isFresh()) {
			this.pages.skip(TEXT_LINE / 2);
		}
		flow(title, TEXT, TEXT_LINE, 2 * TEXT, true);
	}

	private void paragraph(String text) throws IOException {
		flow(text, TEXT, TEXT_LINE, 2 * TEXT, false);
	}

	private void notes(List<String> notes) throws IOException {
		for (String note : notes) {
			flow(note, NOTE, NOTE_LINE, 0, false);
		}
	}

	private void centred(String title, String agency, float size) throws IOException {
		LineBreaker breaker = new LineBreaker((character) -> SongFont.width(character) * size);
		int end = title.indexOf(agency) + agency.length();
		// a title that is too long for a line is broken after the name of the office
		List<String> parts = (breaker.width(title) <= PdfPages.WIDTH) ? List.of(title)
				: List.of(title.substring(0, end), title.substring(end));
		List<PdfPages.Line> lines = parts.stream()
			.flatMap((part) -> breaker.lines(part, 0, PdfPages.WIDTH).stream())
			.map((line) -> new PdfPages.Line(line, (PdfPages.WIDTH - (float) breaker.width(line)) / 2, size, 0, true))
			.toList();
		this.pages.lines(lines, size * 1.6f);
		this.pages.skip(TEXT_LINE);
	}

	private void flow(String text, float size, float lineHeight, float indent, boolean bold) throws IOException {
		LineBreaker breaker = new LineBreaker((character) -> SongFont.width(character) * size);
		List<String> lines = breaker.lines(text, indent, PdfPages.WIDTH);
		List<PdfPages.Line> placed = new ArrayList<>();
		for (int at = 0; at < lines.size(); at++) {
			String line = lines.get(at);
			float x = (at == 0) ? indent : 0;
			float slack = PdfPages.WIDTH - x - (float) breaker.width(line);
			int gaps = line.codePointCount(0, line.length()) - 1;
			// full lines reach the right edge; what is more than two characters short is
			// left short
			boolean spread = at < lines.size() - 1 && gaps > 0 && slack < 2 * size;
			placed.add(new PdfPages.Line(line, x, size, spread ? slack / gaps : 0, bold));
		}
		this.pages.lines(placed, lineHeight);
	}

	private static void check(ReportDocument document) {
		SongFont.mustHave(document.title());
		for (ReportDocument.Section section : document.sections()) {
			SongFont.mustHave(section.title());
			section.paragraphs().forEach(SongFont::mustHave);
		}
		document.footer().lines().forEach(SongFont::mustHave);
		for (FormTable table : document.tables()) {
			Stream.concat(table.head().stream(), table.body().stream())
				.flatMap(List::stream)
				.forEach((cell) -> SongFont.mustHave(cell.text()));
			table.notes().forEach(SongFont::mustHave);
		}
		document.annexes().forEach(PdfRenderer::check);
	}

}
