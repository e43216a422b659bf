package org.gongkai.query;

import java.math.BigDecimal;

import org.apache.poi.ss.usermodel.Cell;
import org.gongkai.statute.FormulaGuard;

/// Fills the cells of every workbook that is exported: a number is held as a number, and a text as one that no spreadsheet
/// program computes ([FormulaGuard]), also after the workbook was saved as CSV.
public final class XlsxCells {

	private XlsxCells() {
	}

	/// Puts a text into a cell.
	public static void text(Cell cell, String text) {
		cell.setCellValue(FormulaGuard.mark(text));
	}

	/// Puts a number into a cell.
	public static void number(Cell cell, BigDecimal number) {
		cell.setCellValue(number.doubleValue());
	}

}
