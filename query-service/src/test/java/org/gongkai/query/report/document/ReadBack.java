package org.gongkai.query.report.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.gongkai.statute.report.Row;
import org.gongkai.statute.report.TableThreeForm;
import org.jsoup.Jsoup;
import tools.jackson.databind.JsonNode;

/// Reads the numbers of a document as anybody would who has only the file: the cells that hold a number, in the order of reading.
final class ReadBack {

	static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?(元)?");

	private ReadBack() {
	}

	static List<String> json(byte[] file) {
		JsonNode report = PublishedReport.JSON.readTree(file);
		List<String> numbers = new ArrayList<>();
		report.path("table2")
			.forEach((row) -> row.properties()
				.stream()
				.filter((cell) -> !"item".equals(cell.getKey()))
				.forEach((cell) -> numbers.add(cell.getValue().asString())));
		TableThreeForm.of(report.get("year").asInt())
			.rows()
			.stream()
			.map(Row::jsonName)
			.forEach((row) -> report.get("table3").get(row).forEach((cell) -> numbers.add(cell.asString())));
		report.path("table4").forEach((cell) -> numbers.add(cell.asString()));
		return numbers;
	}

	static List<String> html(byte[] file) {
		return Jsoup.parse(new String(file, StandardCharsets.UTF_8))
			.select("td")
			.eachText()
			.stream()
			.filter(ReadBack::isNumber)
			.toList();
	}

	static List<String> docx(byte[] file) {
		try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(file))) {
			return word.getTables()
				.stream()
				.flatMap((table) -> table.getRows().stream())
				.flatMap((row) -> row.getTableCells().stream())
				.map(XWPFTableCell::getText)
				.filter(ReadBack::isNumber)
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/// Only what the workbook holds as a number.
	static List<String> xlsx(byte[] file) {
		try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
			DataFormatter formatter = new DataFormatter();
			return StreamSupport.stream(workbook.spliterator(), false)
				.flatMap((sheet) -> StreamSupport.stream(sheet.spliterator(), false))
				.flatMap((row) -> StreamSupport.stream(row.spliterator(), false))
				.filter((cell) -> cell.getCellType() == CellType.NUMERIC || cell.toString().endsWith("元"))
				.map(formatter::formatCellValue)
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static List<String> csv(byte[] file) {
		return new String(file, StandardCharsets.UTF_8).lines()
			.skip(1)
			.flatMap((line) -> Stream.of(line.substring(line.lastIndexOf('"') + 1).split(",")))
			.filter(ReadBack::isNumber)
			.toList();
	}

	static List<String> pdf(byte[] file) {
		return pdfWords(file).stream().map(Word::text).filter(ReadBack::isNumber).toList();
	}

	/// What was printed in one go.
	///
	/// @param page from 1
	/// @param y height of the base line, from the top
	record Word(int page, float x, float y, String text) {
	}

	/// The words of a PDF by page, from top to bottom and from left to right.
	static List<Word> pdfWords(byte[] file) {
		Map<List<Float>, List<TextPosition>> lines = new LinkedHashMap<>();
		try (PDDocument pdf = Loader.loadPDF(file)) {
			PDFTextStripper stripper = new PDFTextStripper() {
				@Override
				protected void processTextPosition(TextPosition text) {
					lines
						.computeIfAbsent(List.of((float) getCurrentPageNo(), text.getYDirAdj()),
								(_) -> new ArrayList<>())
						.add(text);
				}
			};
			stripper.getText(pdf);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		List<Word> words = new ArrayList<>();
		lines.forEach((place, glyphs) -> {
			glyphs.sort(Comparator.comparing(TextPosition::getXDirAdj));
			StringBuilder word = new StringBuilder();
			float begin = 0;
			float end = -1;
			for (TextPosition glyph : glyphs) {
				if (glyph.getXDirAdj() - end > 2 && !word.isEmpty()) {
					words.add(new Word(place.get(0).intValue(), begin, place.get(1), word.toString()));
					word.setLength(0);
				}
				if (word.isEmpty()) {
					begin = glyph.getXDirAdj();
				}
				word.append(glyph.getUnicode());
				end = glyph.getXDirAdj() + glyph.getWidthDirAdj();
			}
			words.add(new Word(place.get(0).intValue(), begin, place.get(1), word.toString()));
		});
		words.sort(Comparator.comparing(Word::page).thenComparing(Word::y).thenComparing(Word::x));
		return words;
	}

	private static boolean isNumber(String text) {
		return NUMBER.matcher(text).matches();
	}

}
