package org.gongkai.query.report.document;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.gongkai.query.report.document.FormTable.Placed;

/// Writes a table of the form as WordprocessingML: borders, merged cells, rows that stay whole, a head that is repeated on every page.
final class DocxTable {

	/// What is left free at each side of a cell, in twentieths of a point.
	private static final int MARGIN = 40;

	private final StringBuilder xml;

	/// Where the columns begin, and where the last ends, in twentieths of a point.
	private final int[] edges;

	private DocxTable(StringBuilder xml, FormTable form) {
		this.xml = xml;
		int all = form.widths().stream().mapToInt(Integer::intValue).sum();
		this.edges = IntStream.rangeClosed(0, form.widths().size())
			.map((column) -> DocxRenderer.WIDTH
					* form.widths().subList(0, column).stream().mapToInt(Integer::intValue).sum() / all)
			.toArray();
	}

	static void write(StringBuilder xml, FormTable form) {
		DocxTable table = new DocxTable(xml, form);
		table.properties(form);
		table.rows(form.placedHead(), form.head().size(), true);
		table.rows(form.placedBody(), form.body().size(), false);
		xml.append("</w:tbl>");
	}

	private void properties(FormTable form) {
		this.xml.append("<w:tbl><w:tblPr><w:tblW w:w=\"")
			.append(DocxRenderer.WIDTH)
			.append("\" w:type=\"dxa\"/><w:jc w:val=\"center\"/><w:tblBorders>");
		Stream.of("top", "left", "bottom", "right", "insideH", "insideV")
			.forEach((side) -> this.xml.append("<w:")
				.append(side)
				.append(" w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>"));
		this.xml.append("</w:tblBorders><w:tblLayout w:type=\"fixed\"/><w:tblCellMar>");
		Stream.of("top", "left", "bottom", "right")
			.forEach((side) -> this.xml.append("<w:")
				.append(side)
				.append(" w:w=\"")
				.append(MARGIN)
				.append("\" w:type=\"dxa\"/>"));
		this.xml.append("</w:tblCellMar><w:tblCaption w:val=\"")
			.append(HtmlRenderer.escaped(form.caption()))
			.append("\"/></w:tblPr><w:tblGrid>");
		for (int column = 0; column < form.widths().size(); column++) {
			this.xml.append("<w:gridCol w:w=\"").append(width(column, column + 1)).append("\"/>");
		}
		this.xml.append("</w:tblGrid>");
	}

	private void rows(List<Placed> cells, int rows, boolean head) {
		for (int row = 0; row < rows; row++) {
			this.xml.append("<w:tr><w:trPr><w:cantSplit/>").append(head ? "<w:tblHeader/>" : "").append("</w:trPr>");
			int column = 0;
			while (column < this.edges.length - 1) {
				Placed cell = at(cells, row, column);
				cell(cell, row);
				column = cell.endColumn();
			}
			this.xml.append("</w:tr>");
		}
	}

	private void cell(Placed placed, int row) {
		FormTable.Cell cell = placed.cell();
		int width = width(placed.column(), placed.endColumn());
		boolean begins = placed.row() == row;
		this.xml.append("<w:tc><w:tcPr><w:tcW w:w=\"").append(width).append("\" w:type=\"dxa\"/>");
		if (cell.colspan() > 1) {
			this.xml.append("<w:gridSpan w:val=\"").append(cell.colspan()).append("\"/>");
		}
		if (cell.rowspan() > 1) {
			this.xml.append("<w:vMerge w:val=\"").append(begins ? "restart" : "continue").append("\"/>");
		}
		this.xml.append("<w:vAlign w:val=\"center\"/></w:tcPr>");
		String text = begins ? cell.text() : "";
		boolean left = cell.kind() == FormTable.Kind.ROW_HEAD && cell.rowspan() == 1;
		if (cell.isNumber()) {
			DocxParagraph.CELL.writeWithin(this.xml, text, width - 2 * MARGIN);
		}
		else {
			(left ? DocxParagraph.LEFT_CELL : DocxParagraph.CELL).write(this.xml, text);
		}
		this.xml.append("</w:tc>");
	}

	private int width(int column, int endColumn) {
		return this.edges[endColumn] - this.edges[column];
	}

	private static Placed at(List<Placed> cells, int row, int column) {
		return cells.stream()
			.filter((cell) -> cell.row() <= row && row < cell.endRow() && cell.column() == column)
			.findFirst()
			.orElseThrow();
	}

}
