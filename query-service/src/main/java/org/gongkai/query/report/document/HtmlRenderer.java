package org.gongkai.query.report.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

import org.gongkai.query.report.document.FormTable.Cell;
import org.gongkai.query.report.document.FormTable.Name;
import org.jspecify.annotations.Nullable;

/// Prints a report as one HTML file, which needs nothing else to be read, listened to or printed on A4.
final class HtmlRenderer {

	private static final String STYLE = style();

	private final StringBuilder html = new StringBuilder();

	private HtmlRenderer() {
	}

	static byte[] render(ReportDocument document) {
		HtmlRenderer renderer = new HtmlRenderer();
		renderer.page(document);
		return renderer.html.toString().getBytes(StandardCharsets.UTF_8);
	}

	private void page(ReportDocument document) {
		add("""
				<!DOCTYPE html>
				<html lang="zh-CN">
				<head>
				<meta charset="utf-8">
				<meta name="viewport" content="width=device-width, initial-scale=1">
				<title>%s</title>
				<style>
				%s</style>
				</head>
				<body>
				<main>
				<h1>%s</h1>
				""".formatted(escaped(document.title()), STYLE, escaped(document.title())));
		sections(document, 2);
		contents(document);
		for (int annex = 1; annex <= document.annexes().size(); annex++) {
			add("<article id=\"annex-" + annex + "\">\n");
			element("h2", document.annexTitle(annex));
			sections(document.annexes().get(annex - 1), 3);
			add("</article>\n");
		}
		add("</main>\n</body>\n</html>\n");
	}

	private void contents(ReportDocument document) {
		if (document.annexes().isEmpty()) {
			return;
		}
		add("<nav aria-label=\"附件\">\n<ol>\n");
		for (int annex = 1; annex <= document.annexes().size(); annex++) {
			add("<li><a href=\"#annex-" + annex + "\">" + escaped(document.annexes().get(annex - 1).title())
					+ "</a></li>\n");
		}
		add("</ol>\n</nav>\n");
	}

	private void sections(ReportDocument document, int level) {
		for (ReportDocument.Section section : document.sections()) {
			add("<section>\n");
			element("h" + level, section.title());
			section.printed().forEach((paragraph) -> element("p", paragraph));
			FormTable table = section.table();
			if (table != null) {
				table(table);
			}
			add("</section>\n");
		}
		add("<footer>\n");
		document.footer().lines().forEach((line) -> element("p", line));
		add("</footer>\n");
	}

	private void table(FormTable table) {
		add("<table data-table=\"" + table.table().jsonName() + "\">\n");
		element("caption", table.caption());
		int all = table.widths().stream().mapToInt(Integer::intValue).sum();
		add("<colgroup>");
		table.widths()
			.forEach((width) -> add("<col style=\"width:" + Math.round(1000.0 * width / all) / 10.0 + "%\">"));
		add("</colgroup>\n");
		if (!table.head().isEmpty()) {
			add("<thead>\n");
			table.head().forEach(this::row);
			add("</thead>\n");
		}
		add("<tbody>\n");
		table.body().forEach(this::row);
		add("</tbody>\n</table>\n");
		table.notes().forEach((note) -> add("<p class=\"note\">" + escaped(note) + "</p>\n"));
	}

	private void row(List<Cell> cells) {
		Name row = FormTable.rowOf(cells);
		add((row != null) ? "<tr data-row=\"" + wire(row) + "\">" : "<tr>");
		cells.forEach(this::cell);
		add("</tr>\n");
	}

	private void cell(Cell cell) {
		String scope = cell.scope();
		String name = (scope != null) ? "th" : "td";
		add("<" + name);
		if (cell.rowspan() > 1) {
			add(" rowspan=\"" + cell.rowspan() + "\"");
		}
		if (cell.colspan() > 1) {
			add(" colspan=\"" + cell.colspan() + "\"");
		}
		if (scope != null) {
			add(" scope=\"" + scope + "\"");
		}
		if (cell.isNumber()) {
			add(" data-row=\"" + wire(cell.row()) + "\" data-column=\"" + wire(cell.column()) + "\"");
		}
		add(">" + escaped(cell.text()) + "</" + name + ">");
	}

	private void element(String name, String text) {
		add("<" + name + ">" + escaped(text) + "</" + name + ">\n");
	}

	private void add(String markup) {
		this.html.append(markup);
	}

	private static String wire(@Nullable Name name) {
		return escaped(Objects.requireNonNull(name).wire());
	}

	/// A text as content of an element or an attribute, in HTML and in XML.
	static String escaped(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
	}

	private static String style() {
		try (InputStream css = Objects.requireNonNull(HtmlRenderer.class.getResourceAsStream("report.css"))) {
			return new String(css.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
