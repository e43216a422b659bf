package org.gongkai.query.report.published;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/// A PDF file: the lines of its text, each word with its place on the line. A PDF knows no tables.
final class PdfBlocks {

	private static final int MOST_PAGES = 300;

	private static final int LEAST_TEXT = 40;

	private PdfBlocks() {
	}

	static List<Block> of(byte[] content) {
		try (PDDocument document = Loader.loadPDF(content)) {
			if (document.getNumberOfPages() > MOST_PAGES) {
				throw new Unreadable("has more than " + MOST_PAGES + " pages");
			}
			Letters letters = new Letters();
			letters.writeText(document, Writer.nullWriter());
			if (letters.count < LEAST_TEXT) {
				throw new Unreadable("is a PDF without text: a scan; publish it with text or give another format");
			}
			return letters.blocks;
		}
		catch (InvalidPasswordException ex) {
			throw new Unreadable("is a PDF with a password", ex);
		}
		catch (IOException ex) {
			throw new Unreadable("is a damaged PDF", ex);
		}
	}

	/// A letter and its place on the page, from the top left.
	private record Letter(String text, double left, double right, double bottom, double size) {
	}

	/// Collects the letters of each page and lays them out in lines.
	private static final class Letters extends PDFTextStripper {

		private final List<Block> blocks = new ArrayList<>();

		private final List<Letter> page = new ArrayList<>();

		private int count;

		@Override
		protected void processTextPosition(TextPosition position) {
			String text = position.getUnicode();
			if (text != null && !text.isBlank()) {
				this.count++;
				this.page.add(new Letter(text, position.getXDirAdj(), position.getXDirAdj() + position.getWidthDirAdj(),
						position.getYDirAdj(), Math.max(position.getFontSizeInPt(), 1)));
			}
		}

		@Override
		protected void writePage() {
			List<Block.Line> lines = new ArrayList<>();
			List<Letter> line = new ArrayList<>();
			this.page.sort(Comparator.comparingDouble(Letter::bottom));
			for (Letter letter : this.page) {
				if (!line.isEmpty() && letter.bottom() - line.getLast().bottom() > line.getLast().size() * 0.35) {
					lines.add(line(line));
					line.clear();
				}
				line.add(letter);
			}
			if (!line.isEmpty()) {
				lines.add(line(line));
			}
			// the number of the page
			while (!lines.isEmpty() && lines.getLast().text().matches("[-—–\\s第页]*\\d{1,3}[-—–\\s页]*")) {
				lines.removeLast();
			}
			this.blocks.addAll(lines);
			this.page.clear();
		}

		private static Block.Line line(List<Letter> letters) {
			letters.sort(Comparator.comparingDouble(Letter::left));
			List<Block.Piece> pieces = new ArrayList<>();
			StringWriter word = new StringWriter();
			double from = 0;
			double to = 0;
			for (Letter letter : letters) {
				if (!word.toString().isEmpty() && letter.left() - to > letter.size() * 0.6) {
					pieces.add(new Block.Piece(word.toString(), (from + to) / 2));
					word = new StringWriter();
				}
				if (word.toString().isEmpty()) {
					from = letter.left();
				}
				word.append(letter.text());
				to = letter.right();
			}
			pieces.add(new Block.Piece(word.toString(), (from + to) / 2));
			return new Block.Line(List.copyOf(pieces));
		}

	}

}
