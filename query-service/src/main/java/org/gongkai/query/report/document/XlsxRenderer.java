package org.gongkai.query.report.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.gongkai.query.XlsxCells;
import org.gongkai.query.report.document.FormTable.Cell;
import org.gongkai.query.report.document.FormTable.Placed;
import org.jspecify.annotations.Nullable;

/// Prints the tables of a report as a workbook: a sheet for each, with merged headings and numbers that can be reckoned with.
final class XlsxRenderer {

	private static final int CHARACTERS = 100;

	private final XSSFWorkbook workbook = new XSSFWorkbook();

	private final Map<String, CellStyle> styles = new HashMap<>();

	private XlsxRenderer() {
	}

	static byte[] render(ReportDocument document) {
		XlsxRenderer renderer = new XlsxRenderer();
		try (XSSFWorkbook workbook = renderer.workbook; ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
			document.tables().forEach((table) -> renderer.sheet(document, table));
			if (document.tables().isEmpty()) {
				XlsxCells.text(workbook.createSheet("说明").createRow(0).createCell(0), ReportDocument.Section.EMPTY);
			}
			var properties = workbook.getProperties().getCoreProperties();
			properties.setTitle(document.title());
			properties.setCreator(document.agency());
			properties.setCreated(Optional.empty());
			workbook.write(bytes);
			return SortedZip.repack(bytes.toByteArray());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void sheet(ReportDocument document, FormTable table) {
		XSSFSheet sheet = this.workbook.createSheet(table.table().label());
		int columns = table.widths().size();
		int all = table.widths().stream().mapToInt(Integer::intValue).sum();
		for (int column = 0; column < columns; column++) {
			sheet.setColumnWidth(column, Math.max(6, CHARACTERS * table.widths().get(column) / all) * 256);
		}
		line(sheet, 0, columns, document.title(), true);
		line(sheet, 1, columns, table.caption(), true);
		int head = 2;
		int body = head + table.head().size();
		int notes = body + table.body().size();
		for (int row = head; row < notes; row++) {
			sheet.createRow(row);
		}
		table.placedHead().forEach((placed) -> cell(sheet, head, placed));
		table.placedBody().forEach((placed) -> cell(sheet, body, placed));
		for (int note = 0; note < table.notes().size(); note++) {
			line(sheet, notes + note, columns, table.notes().get(note), false);
		}
		if (body > head) {
			sheet.setRepeatingRows(new CellRangeAddress(head, body - 1, -1, -1));
		}
		sheet.setFitToPage(true);
		PrintSetup print = sheet.getPrintSetup();
		print.setPaperSize(PrintSetup.A4_PAPERSIZE);
		print.setFitWidth((short) 1);
		print.setFitHeight((short) 0);
	}

	private void line(XSSFSheet sheet, int row, int columns, String text, boolean bold) {
		XSSFCell cell = sheet.createRow(row).createCell(0);
		XlsxCells.text(cell, text);
		cell.setCellStyle(this.styles.computeIfAbsent(bold ? "title" : "note",
				(_) -> style(bold ? HorizontalAlignment.CENTER : HorizontalAlignment.LEFT, bold)));
		sheet.addMergedRegionUnsafe(new CellRangeAddress(row, row, 0, columns - 1));
	}

	private void cell(XSSFSheet sheet, int top, Placed placed) {
		Cell cell = placed.cell();
		CellStyle style = boxed(cell);
		for (int row = placed.row(); row < placed.endRow(); row++) {
			XSSFRow line = sheet.getRow(top + row);
			for (int column = placed.column(); column < placed.endColumn(); column++) {
				line.createCell(column).setCellStyle(style);
			}
		}
		XSSFCell first = sheet.getRow(top + placed.row()).getCell(placed.column());
		BigDecimal number = cell.isNumber() ? number(cell.text()) : null;
		if (number != null) {
			XlsxCells.number(first, number);
		}
		else if (!cell.text().isEmpty()) {
			XlsxCells.text(first, cell.text());
		}
		if (cell.rowspan() * cell.colspan() > 1) {
			sheet.addMergedRegionUnsafe(new CellRangeAddress(top + placed.row(), top + placed.endRow() - 1,
					placed.column(), placed.endColumn() - 1));
		}
	}

	private CellStyle boxed(Cell cell) {
		BigDecimal number = cell.isNumber() ? number(cell.text()) : null;
		String format = (number == null || number.scale() <= 0) ? "0" : "0." + "0".repeat(number.scale());
		HorizontalAlignment alignment = (cell.kind() == FormTable.Kind.ROW_HEAD && cell.rowspan() == 1)
				? HorizontalAlignment.LEFT : HorizontalAlignment.CENTER;
		return this.styles.computeIfAbsent(format + alignment, (_) -> {
			XSSFCellStyle style = style(alignment, false);
			style.setBorderTop(BorderStyle.THIN);
			style.setBorderBottom(BorderStyle.THIN);
			style.setBorderLeft(BorderStyle.THIN);
			style.setBorderRight(BorderStyle.THIN);
			style.setDataFormat(this.workbook.createDataFormat().getFormat(format));
			return style;
		});
	}

	private XSSFCellStyle style(HorizontalAlignment alignment, boolean bold) {
		XSSFCellStyle style = this.workbook.createCellStyle();
		var font = this.workbook.createFont();
		font.setFontName("宋体");
		font.setFontHeightInPoints((short) 10);
		font.setBold(bold);
		style.setFont(font);
		style.setAlignment(alignment);
		style.setVerticalAlignment(VerticalAlignment.CENTER);
		style.setWrapText(true);
		return style;
	}

	/// The number that a spreadsheet holds without losing a digit; null for words, a
	/// blank, or a number too long for it.
	private static @Nullable BigDecimal number(String text) {
		if (!text.matches("-?\\d+(\\.\\d+)?")) {
			return null;
		}
		BigDecimal number = new BigDecimal(text);
		return (new BigDecimal(Double.toString(number.doubleValue())).compareTo(number) == 0) ? number : null;
	}

}
