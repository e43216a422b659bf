package org.gongkai.query.report.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;

/// 宋体: the font of the PDF, which the program carries with it: Noto Serif SC with every character of GBK.
final class SongFont {

	private static final SongFont FONT = new SongFont();

	private final byte[] file;

	private final TrueTypeFont metrics;

	private final CmapLookup glyphs;

	private SongFont() {
		try (InputStream in = Objects.requireNonNull(SongFont.class.getResourceAsStream("NotoSerifSC.ttf"))) {
			this.file = in.readAllBytes();
			this.metrics = new TTFParser().parse(new RandomAccessReadBuffer(this.file));
			this.glyphs = this.metrics.getUnicodeCmapLookup();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/// The font for a document, of which only the characters that it uses are embedded.
	static PDFont embed(PDDocument document) throws IOException {
		return PDType0Font.load(document, new ByteArrayInputStream(FONT.file), true);
	}

	/// The width of a character at size 1.
	static double width(int character) {
		try {
			return (double) FONT.metrics.getAdvanceWidth(FONT.glyphs.getGlyphId(character))
					/ FONT.metrics.getUnitsPerEm();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/// Makes sure that a text can be printed.
	/// @throws Refused `no-glyph` if the font lacks a character of it: a published
	/// document never shows a box
	static void mustHave(String text) {
		List<String> missing = text.codePoints()
			.filter((character) -> FONT.glyphs.getGlyphId(character) == 0)
			.distinct()
			.mapToObj((character) -> "U+%04X %s".formatted(character, Character.toString(character)))
			.toList();
		if (!missing.isEmpty()) {
			throw new Refused(Rule.NO_GLYPH,
					"the font of the PDF has no " + missing.stream().collect(Collectors.joining(", ")));
		}
	}

}
