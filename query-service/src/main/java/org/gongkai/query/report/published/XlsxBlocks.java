package org.gongkai.query.report.published;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// A workbook: a row with one text is a line, rows with more are a table.
final class XlsxBlocks {

	private static final int MOST_ROWS = 2_000;

	private static final int MOST_COLUMNS = 64;

	private XlsxBlocks() {
	}

	static List<Block> of(byte[] content) throws IOException {
		List<Block> blocks = new ArrayList<>();
		try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(content))) {
			workbook.forEach((sheet) -> read(sheet, blocks));
		}
		return blocks;
	}

	private static void read(Sheet sheet, List<Block> blocks) {
		if (sheet.getLastRowNum() > MOST_ROWS) {
			throw new Unreadable("has a sheet of more than " + MOST_ROWS + " rows");
		}
		DataFormatter formatter = new DataFormatter();
		formatter.setUseCachedValuesForFormulaCells(true);
		Map<CellAddress, CellRangeAddress> merged = merged(sheet);
		int width = Math.min(MOST_COLUMNS, width(sheet));
		List<List<Block.Cell>> rows = new ArrayList<>();
		for (Row row : sheet) {
			List<Block.Cell> cells = new ArrayList<>();
			Set<String> texts = new HashSet<>();
			for (int x = 0; x < width; x++) {
				CellRangeAddress range = merged.get(new CellAddress(row.getRowNum(), x));
				int y = (range != null) ? range.getFirstRow() : row.getRowNum();
				int from = (range != null) ? range.getFirstColumn() : x;
				Row first = sheet.getRow(y);
				String text = (first != null) ? formatter.formatCellValue(first.getCell(from)) : "";
				cells.add(new Block.Cell(text, y != row.getRowNum() || from != x));
				texts.add(text.strip());
			}
			texts.remove("");
			String only = (texts.size() == 1) ? texts.iterator().next() : "";
			if (!only.isEmpty() && (rows.isEmpty() || Section.openedBy(only).isPresent())) {
				end(rows, blocks);
				blocks.add(Block.Line.of(only));
			}
			else if (texts.isEmpty()) {
				end(rows, blocks);
			}
			else {
				rows.add(cells);
			}
		}
		end(rows, blocks);
	}

	private static void end(List<List<Block.Cell>> rows, List<Block> blocks) {
		if (!rows.isEmpty()) {
			blocks.add(new Block.Grid(List.copyOf(rows)));
			rows.clear();
		}
	}

	// a merged cell may reach beyond the last cell of its row
	private static int width(Sheet sheet) {
		int width = sheet.getMergedRegions().stream().mapToInt((range) -> range.getLastColumn() + 1).max().orElse(0);
		for (Row row : sheet) {
			width = Math.max(width, row.getLastCellNum());
		}
		return width;
	}

	private static Map<CellAddress, CellRangeAddress> merged(Sheet sheet) {
		Map<CellAddress, CellRangeAddress> merged = new HashMap<>();
		for (CellRangeAddress range : sheet.getMergedRegions()) {
			if ((long) range.getNumberOfCells() <= (long) MOST_ROWS * MOST_COLUMNS) {
				range.forEach((address) -> merged.put(address, range));
			}
		}
		return merged;
	}

}
