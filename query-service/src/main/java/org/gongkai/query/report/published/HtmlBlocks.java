package org.gongkai.query.report.published;

import java.util.ArrayList;
import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// A page: its paragraphs, and every table that has no other table in it; outer tables only lay the page out.
final class HtmlBlocks {

	private static final int DEEPEST = 400;

	private final List<Block> blocks = new ArrayList<>();

	private final StringBuilder line = new StringBuilder();

	private HtmlBlocks() {
	}

	static List<Block> of(String html) {
		Document page = Jsoup.parse(html);
		page.select("script, style, noscript, template, [hidden]").remove();
		HtmlBlocks reading = new HtmlBlocks();
		reading.read(page.body(), 0);
		reading.endLine();
		if (!page.title().isBlank()) {
			reading.blocks.add(Block.Line.of(page.title()));
		}
		return reading.blocks;
	}

	private void read(Node node, int depth) {
		if (depth > DEEPEST) {
			throw new Unreadable("is nested too deeply");
		}
		if (node instanceof TextNode text) {
			this.line.append(text.getWholeText().replaceAll("\\s+", " "));
			return;
		}
		if (!(node instanceof Element element)) {
			return;
		}
		if (element.normalName().equals("table") && element.select("table").size() == 1) {
			endLine();
			Element caption = element.selectFirst("caption");
			if (caption != null) {
				this.blocks.add(Block.Line.of(caption.text()));
			}
			this.blocks.add(grid(element));
			return;
		}
		boolean breaks = element.isBlock() || element.normalName().matches("br|td|th|tr|li|dd|dt");
		if (breaks) {
			endLine();
		}
		for (Node child : element.childNodes()) {
			read(child, depth + 1);
		}
		if (breaks) {
			endLine();
		}
	}

	private void endLine() {
		if (!this.line.toString().isBlank()) {
			this.blocks.add(Block.Line.of(this.line.toString().strip()));
		}
		this.line.setLength(0);
	}

	private static Block.Grid grid(Element table) {
		GridBuilder grid = new GridBuilder();
		for (Element row : table.select("tr")) {
			grid.row();
			for (Element cell : row.select("> td, > th")) {
				grid.cell(cell.text(), span(cell, "colspan"), span(cell, "rowspan"));
			}
		}
		return grid.build();
	}

	private static int span(Element cell, String attribute) {
		String span = cell.attr(attribute).strip();
		return span.matches("\\d{1,4}") ? Integer.parseInt(span) : 1;
	}

}
