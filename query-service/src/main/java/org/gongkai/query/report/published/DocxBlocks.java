package org.gongkai.query.report.published;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.ICell;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFSDT;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

/// A Word document: paragraphs and tables in their order.
final class DocxBlocks {

	private DocxBlocks() {
	}

	static List<Block> of(byte[] content) throws IOException {
		List<Block> blocks = new ArrayList<>();
		try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(content))) {
			read(document.getBodyElements(), blocks);
		}
		return blocks;
	}

	private static void read(List<IBodyElement> elements, List<Block> blocks) {
		for (IBodyElement element : elements) {
			switch (element) {
				case XWPFParagraph paragraph -> lines(paragraph.getText(), blocks);
				case XWPFSDT control -> lines(control.getContent().getText(), blocks);
				case XWPFTable table -> table(table, blocks);
				default -> {
				}
			}
		}
	}

	private static void lines(String text, List<Block> blocks) {
		text.lines().filter((line) -> !line.isBlank()).map(Block.Line::of).forEach(blocks::add);
	}

	private static void table(XWPFTable table, List<Block> blocks) {
		List<XWPFTableCell> outer = table.getRows()
			.stream()
			.flatMap((row) -> row.getTableCells().stream())
			.filter((cell) -> !cell.getTables().isEmpty())
			.toList();
		if (!outer.isEmpty()) {
			outer.forEach((cell) -> read(cell.getBodyElements(), blocks));
			return;
		}
		GridBuilder grid = new GridBuilder();
		for (XWPFTableRow row : table.getRows()) {
			grid.row();
			for (ICell each : row.getTableICells()) {
				if (!(each instanceof XWPFTableCell cell)) {
					continue;
				}
				CTTcPr properties = cell.getCTTc().getTcPr();
				int across = (properties != null && properties.isSetGridSpan())
						? properties.getGridSpan().getVal().intValue() : 1;
				boolean below = properties != null && properties.isSetVMerge()
						&& properties.getVMerge().getVal() != STMerge.RESTART;
				if (below) {
					grid.below(across);
				}
				else {
					grid.cell(cell.getText(), across, 1);
				}
			}
		}
		blocks.add(grid.build());
	}

}
