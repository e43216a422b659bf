package org.gongkai.query.report.document;

import java.io.IOException;
import java.util.List;
import java.util.Objects;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.jspecify.annotations.Nullable;

/// Numbered A4 pages that are filled from top to bottom; margins after GB/T 9704-2012. Lengths are in points.
final class PdfPages implements AutoCloseable {

	private static final float MM = 72f / 25.4f;

	/// Where the text begins, from the left.
	static final float LEFT = 28 * MM;

	/// The width of the text.
	static final float WIDTH = 156 * MM;

	private static final float TOP = PDRectangle.A4.getHeight() - 37 * MM;

	private static final float BOTTOM = 35 * MM;

	/// The height of the text of one page.
	static final float HEIGHT = TOP - BOTTOM;

	/// How far below the characters their line reaches, as a part of their size.
	static final float DESCENT = 0.3f;

	private static final float NUMBER_SIZE = 14;

	private final PDDocument document;

	private final PDFont font;

	private final PDDocumentOutline outline = new PDDocumentOutline();

	private @Nullable PDPageContentStream content;

	private float y = TOP;

	PdfPages(PDDocument document) throws IOException {
		this.document = document;
		this.font = SongFont.embed(document);
		document.getDocumentCatalog().setDocumentOutline(this.outline);
	}

	/// How much room is left on the page.
	float left() {
		return (this.content != null) ? this.y - BOTTOM : 0;
	}

	/// Whether nothing stands on the page yet.
	boolean isFresh() {
		return this.content == null || this.y == TOP;
	}

	/// Goes down; the room is left empty.
	void skip(float height) {
		this.y -= height;
	}

	/// Begins another page.
	void turn() throws IOException {
		close();
		PDPage page = new PDPage(PDRectangle.A4);
		this.document.addPage(page);
		this.content = new PDPageContentStream(this.document, page);
		this.y = TOP;
	}

	/// Begins another page unless so much room is left.
	void need(float height) throws IOException {
		if (left() < height) {
			turn();
		}
	}

	/// Lets the reader jump here.
	void bookmark(String title) {
		PDPageXYZDestination here = new PDPageXYZDestination();
		here.setPage(this.document.getPage(this.document.getNumberOfPages() - 1));
		here.setTop((int) this.y);
		PDOutlineItem item = new PDOutlineItem();
		item.setTitle(title);
		item.setDestination(here);
		this.outline.addLast(item);
	}

	/// Writes lines under one another, none of which stands alone on a page.
	void lines(List<Line> lines, float lineHeight) throws IOException {
		for (int at = 0; at < lines.size(); at++) {
			boolean togetherWithNext = lines.size() - at == 2 || at == 0 && lines.size() > 2;
			need(togetherWithNext && HEIGHT > 2 * lineHeight ? 2 * lineHeight : lineHeight);
			write(lines.get(at), this.y - lineHeight + lines.get(at).size() * DESCENT);
			this.y -= lineHeight;
		}
	}

	/// A line.
	///
	/// @param x distance from the left of the text
	/// @param spacing what is added between two characters
	record Line(String text, float x, float size, float spacing, boolean bold) {
	}

	/// Writes one line, the characters standing at a height.
	void write(Line line, float baseline) throws IOException {
		PDPageContentStream page = page();
		page.beginText();
		page.setFont(this.font, line.size());
		page.setCharacterSpacing(line.spacing());
		page.setRenderingMode(line.bold() ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
		page.setLineWidth(line.size() / 36);
		page.newLineAtOffset(LEFT + line.x(), baseline);
		page.showText(line.text());
		page.endText();
	}

	/// Draws a box.
	/// @param x distance from the left of the text
	void box(float x, float bottom, float width, float height) throws IOException {
		PDPageContentStream page = page();
		page.setLineWidth(0.5f);
		page.addRect(LEFT + x, bottom, width, height);
		page.stroke();
	}

	/// How far down the page is filled.
	float y() {
		return this.y;
	}

	/// Ends the last page.
	@Override
	public void close() throws IOException {
		PDPageContentStream page = this.content;
		if (page != null) {
			String number = "— " + this.document.getNumberOfPages() + " —";
			float width = (float) new LineBreaker(SongFont::width).width(number) * NUMBER_SIZE;
			write(new Line(number, (WIDTH - width) / 2, NUMBER_SIZE, 0, false), BOTTOM - 12 * MM);
			page.close();
			this.content = null;
		}
	}

	private PDPageContentStream page() throws IOException {
		if (this.content == null) {
			turn();
		}
		return Objects.requireNonNull(this.content);
	}

}
