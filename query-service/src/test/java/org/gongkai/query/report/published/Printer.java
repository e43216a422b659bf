package org.gongkai.query.report.published;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.gongkai.query.report.published.Sheet.Merged;
import org.gongkai.query.report.published.Sheet.Part;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

/// Writes a sheet in the formats in which reports are published.
public enum Printer {

	/// A cell a line, each begun by a tab; an empty line between rows.
	TEXT("txt") {
		@Override
		byte[] print(org.gongkai.query.report.published.Sheet sheet) {
			return text(sheet).getBytes(StandardCharsets.UTF_8);
		}
	},
	/// The same in the encoding of old publishing systems.
	TEXT_GBK("txt") {
		@Override
		byte[] print(org.gongkai.query.report.published.Sheet sheet) {
			return text(sheet).getBytes(Charset.forName("GB18030"));
		}
	},
	/// Words and numbers on a line, in columns of blanks.
	TEXT_LINES("txt") {
		@Override
		byte[] print(org.gongkai.query.report.published.Sheet sheet) {
			StringBuilder text = new StringBuilder();
			for (Part part : sheet.parts()) {
				text.append(part.paragraph()).append('\n');
				for (List<String> row : grid(part.table(), "")) {
					StringBuilder line = new StringBuilder();
					int column = 0;
					int names = Math.max(0, row.size() - 7);
					for (int x = 0; x < row.size(); x++) {
						column += (x < names) ? ((row.size() == 15) ? 12 : 180 / names) : 16;
						line.append(row.get(x));
						int width = line.codePoints().map((point) -> (point < 0x2000) ? 1 : 2).sum();
						line.append(" ".repeat(Math.max(1, column - width)));
					}
					text.append(line.toString().stripTrailing()).append('\n');
				}
			}
			return text.toString().getBytes(StandardCharsets.UTF_8);
		}
	},
	/// A page with merged heads.
	HTML("html") {
		@Override
		byte[] print(org.gongkai.query.report.published.Sheet sheet) {
			StringBuilder page = new StringBuilder(
					"<!DOCTYPE html><html><head><title>年报</title><style>p{margin:0}</style>")
				.append("</head><body><table><tr><td><div class='text'>");
			for (Part part : sheet.parts()) {
				page.append(part.paragraph().isEmpty() ? "" : "<p>&nbsp;&nbsp;" + part.paragraph() + "</p>");
				if (!part.table().isEmpty()) {
					page.append("<table><tbody>");
					for (List<Merged> row : part.table()) {
						page.append("<tr>");
						row.forEach((cell) -> page.append("<td colspan='" + cell.across() + "' rowspan='" + cell.down()
								+ "'><p><span>" + cell.text() + "</span></p></td>"));
						page.append("</tr>");
					}
					page.append("</tbody></table>");
				}
			}
			return page.append("</div></td></tr></table></body></html>").toString().getBytes(StandardCharsets.UTF_8);
		}
	},
	/// Word.
	DOCX("docx") {
		@Override
		byte[] print(org.gongkai.query.report.published.Sheet sheet) throws IOException {
			try (XWPFDocument document = new XWPFDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
				for (Part part : sheet.parts()) {
					if (part.table().isEmpty()) {
						document.createParagraph().createRun().setText(part.paragraph());
					}
					else {
						table(document.createTable(), part.table());
					}
				}
				document.write(out);
				return out.toByteArray();
			}
		}
	},
	/// Excel.
	XLSX("xlsx") {
		@Override
		byte[] print(org.gongkai.query.report.published.Sheet sheet) throws IOException {
			try (XSSFWorkbook workbook = new XSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
				Sheet rows = workbook.createSheet();
				int y = 0;
				for (Part part : sheet.parts()) {
					if (part.table().isEmpty()) {
						rows.createRow(y++).createCell(0).setCellValue(part.paragraph());
					}
					for (Placed cell : place(part.table())) {
						int at = y + cell.y();
						org.apache.poi.ss.usermodel.Row row = (rows.getRow(at) != null) ? rows.getRow(at)
								: rows.createRow(at);
						if (cell.merged().text().matches("\\d+")) {
							row.createCell(cell.x()).setCellValue(Double.parseDouble(cell.merged().text()));
						}
						else {
							row.createCell(cell.x()).setCellValue(cell.merged().text());
						}
						if (cell.merged().across() * cell.merged().down() > 1) {
							rows.addMergedRegion(new CellRangeAddress(at, at + cell.merged().down() - 1, cell.x(),
									cell.x() + cell.merged().across() - 1));
						}
					}
					y += part.table().size();
				}
				workbook.write(out);
				return out.toByteArray();
			}
		}
	},
	/// PDF with an embedded font, its labels broken over lines.
	PDF("pdf") {
		@Override
		byte[] print(org.gongkai.query.report.published.Sheet sheet) throws IOException {
			try (PDDocument document = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
				Pages pages = new Pages(document);
				for (Part part : sheet.parts()) {
					if (part.table().isEmpty()) {
						pages.paragraph(part.paragraph());
					}
					else {
						pages.table(part.table());
					}
				}
				pages.close();
				document.save(out);
				return out.toByteArray();
			}
		}
	};

	private final String suffix;

	Printer(String suffix) {
		this.suffix = suffix;
	}

	abstract byte[] print(org.gongkai.query.report.published.Sheet sheet) throws IOException;

	/// Prints into a folder.
	public Path print(org.gongkai.query.report.published.Sheet sheet, Path folder) {
		try {
			Path file = Files.createTempFile(folder, "report-", "." + this.suffix);
			return Files.write(file, print(sheet));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/// @param x column of the top left corner
	/// @param y row of the top left corner
	private record Placed(Merged merged, int x, int y) {
	}

	private static List<Placed> place(List<List<Merged>> table) {
		List<Placed> placed = new ArrayList<>();
		for (int y = 0; y < table.size(); y++) {
			int x = 0;
			for (Merged cell : table.get(y)) {
				while (covered(placed, x, y)) {
					x++;
				}
				placed.add(new Placed(cell, x, y));
				x += cell.across();
			}
		}
		return placed;
	}

	private static boolean covered(List<Placed> placed, int x, int y) {
		return placed.stream()
			.anyMatch((cell) -> cell.x() <= x && x < cell.x() + cell.merged().across() && cell.y() <= y
					&& y < cell.y() + cell.merged().down());
	}

	// rows of texts; cells merged downwards leave nothing below, those merged to the
	// right stand once
	private static List<List<String>> grid(List<List<Merged>> table, String below) {
		List<Placed> placed = place(table);
		List<List<String>> rows = new ArrayList<>();
		for (int y = 0; y < table.size(); y++) {
			TreeMap<Integer, String> row = new TreeMap<>();
			for (Placed cell : placed) {
				if (cell.y() <= y && y < cell.y() + cell.merged().down()) {
					row.put(cell.x(), (cell.y() == y) ? cell.merged().text() : below);
				}
			}
			rows.add(List.copyOf(row.values()));
		}
		return rows;
	}

	private static String text(org.gongkai.query.report.published.Sheet sheet) {
		StringBuilder text = new StringBuilder();
		for (Part part : sheet.parts()) {
			text.append(part.paragraph()).append("\n\n");
			for (List<String> row : grid(part.table(), "")) {
				row.forEach((cell) -> text.append('\t')
					.append(cell.replaceFirst("^(（[三四五六]）)(?=不予|无法|其他处)", "$1\n\n"))
					.append('\n'));
				text.append('\n');
			}
			text.append(part.table().isEmpty() ? "" : "\n");
		}
		return text.toString();
	}

	private static void table(XWPFTable table, List<List<Merged>> cells) {
		List<Placed> placed = place(cells);
		table.removeRow(0);
		for (int y = 0; y < cells.size(); y++) {
			var row = table.createRow();
			while (!row.getTableCells().isEmpty()) {
				row.removeCell(0);
			}
			int here = y;
			placed.stream()
				.filter((cell) -> cell.y() <= here && here < cell.y() + cell.merged().down())
				.sorted((one, other) -> Integer.compare(one.x(), other.x()))
				.forEach((cell) -> {
					XWPFTableCell printed = row.addNewTableCell();
					CTTcPr properties = printed.getCTTc().addNewTcPr();
					if (cell.merged().across() > 1) {
						properties.addNewGridSpan().setVal(BigInteger.valueOf(cell.merged().across()));
					}
					if (cell.merged().down() > 1) {
						properties.addNewVMerge().setVal((cell.y() == here) ? STMerge.RESTART : STMerge.CONTINUE);
					}
					printed.setText((cell.y() == here) ? cell.merged().text() : "");
				});
		}
	}

	/// Pages that fill from the top; a table begins on a page of its own.
	private static final class Pages {

		private static final float SIZE = 9;

		private static final float LINE = 12;

		private static final float LEFT = 50;

		private static final int WIDTH = 500;

		private final PDDocument document;

		private final PDFont font;

		private PDPageContentStream page;

		private float y;

		private int number;

		Pages(PDDocument document) throws IOException {
			this.document = document;
			try (InputStream in = Printer.class.getResourceAsStream("/fonts/ttf/NotoSansSC/NotoSansSC-Regular.ttf")) {
				this.font = PDType0Font.load(document,
						Objects.requireNonNull(in, "the font is on the test class path"));
			}
			this.page = next();
		}

		private PDPageContentStream next() throws IOException {
			PDPage added = new PDPage(PDRectangle.A4);
			this.document.addPage(added);
			this.y = 790;
			this.page = new PDPageContentStream(this.document, added);
			this.number++;
			write("- " + this.number + " -", 280, 30);
			return this.page;
		}

		void paragraph(String text) throws IOException {
			for (String line : wrapped(text, WIDTH)) {
				if (this.y < 60) {
					this.page.close();
					next();
				}
				write(line, LEFT, this.y);
				this.y -= LINE + 4;
			}
		}

		void table(List<List<Merged>> table) throws IOException {
			this.page.close();
			next();
			List<Placed> placed = place(table);
			int columns = placed.stream().mapToInt((cell) -> cell.x() + cell.merged().across()).max().orElseThrow();
			float[] lefts = new float[columns + 1];
			lefts[0] = LEFT;
			for (int x = 0; x < columns; x++) {
				lefts[x + 1] = lefts[x] + ((columns == 10) ? new float[] { 50, 40, 116, 42, 42, 42, 42, 42, 42, 42 }[x]
						: (float) WIDTH / columns);
			}
			float[] tops = new float[table.size() + 1];
			tops[0] = this.y;
			for (int row = 0; row < table.size(); row++) {
				int lines = 1;
				for (Placed cell : placed) {
					if (cell.y() == row && cell.merged().down() == 1) {
						lines = Math.max(lines, wrapped(cell.merged().text(), width(cell, lefts)).size());
					}
				}
				tops[row + 1] = tops[row] - lines * LINE - 6;
			}
			for (Placed cell : placed) {
				List<String> lines = wrapped(cell.merged().text(), width(cell, lefts));
				float middle = (tops[cell.y()] + tops[cell.y() + cell.merged().down()]) / 2;
				float at = middle + (lines.size() - 2) * LINE / 2;
				for (String line : lines) {
					float centre = (lefts[cell.x()] + lefts[cell.x() + cell.merged().across()]) / 2;
					write(line, centre - this.font.getStringWidth(line) / 1000 * SIZE / 2, at);
					at -= LINE;
				}
			}
			this.y = tops[table.size()] - 2 * LINE;
		}

		private static float width(Placed cell, float[] lefts) {
			return lefts[cell.x() + cell.merged().across()] - lefts[cell.x()] - 6;
		}

		private List<String> wrapped(String text, float width) throws IOException {
			List<String> lines = new ArrayList<>();
			StringBuilder line = new StringBuilder();
			for (String letter : text.split("")) {
				if (!line.isEmpty() && this.font.getStringWidth(line + letter) / 1000 * SIZE > width) {
					lines.add(line.toString());
					line.setLength(0);
				}
				line.append(letter);
			}
			lines.add(line.toString());
			return lines;
		}

		private void write(String text, float x, float at) throws IOException {
			this.page.beginText();
			this.page.setFont(this.font, SIZE);
			this.page.newLineAtOffset(x, at);
			this.page.showText(text);
			this.page.endText();
		}

		void close() throws IOException {
			this.page.close();
		}

	}

}
