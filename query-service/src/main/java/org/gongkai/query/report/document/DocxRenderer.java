package org.gongkai.query.report.document;

import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;

/// Prints a report as a Word document: A4, margins, fonts and sizes after the national format of official documents
/// (GB/T 9704-2012). The fonts are named and not embedded: every office has them. The few parts of the file are written
/// as text, because a library that builds them as objects needs 1.5 s of processor time for its first document.
final class DocxRenderer {

	/// 156 mm, the width of the text, in twentieths of a point.
	static final int WIDTH = 8845;

	private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

	private static final String WORD = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

	private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

	private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006";

	private static final String TYPES = XML + "<Types xmlns=\"" + PACKAGE + "/content-types\">"
			+ "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
			+ "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
			+ "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
			+ "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>"
			+ "<Override PartName=\"/word/footer1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml\"/>"
			+ "</Types>";

	private static final String RELATIONS = XML + "<Relationships xmlns=\"" + PACKAGE + "/relationships\">"
			+ "<Relationship Id=\"r1\" Type=\"" + OFFICE + "/officeDocument\" Target=\"word/document.xml\"/>"
			+ "<Relationship Id=\"r2\" Type=\"" + PACKAGE
			+ "/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/></Relationships>";

	private static final String DOCUMENT_RELATIONS = XML + "<Relationships xmlns=\"" + PACKAGE + "/relationships\">"
			+ "<Relationship Id=\"r1\" Type=\"" + OFFICE + "/footer\" Target=\"footer1.xml\"/></Relationships>";

	private static final String PAGE = "<w:sectPr xmlns:r=\"" + OFFICE + "\">"
			+ "<w:footerReference w:type=\"default\" r:id=\"r1\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
			+ "<w:pgMar w:top=\"2098\" w:right=\"1474\" w:bottom=\"1984\" w:left=\"1587\" w:header=\"851\" w:footer=\"1417\" w:gutter=\"0\"/>"
			+ "</w:sectPr>";

	private final StringBuilder xml = new StringBuilder();

	private DocxRenderer() {
	}

	static byte[] render(ReportDocument document) {
		SortedMap<String, byte[]> parts = new TreeMap<>();
		parts.put("[Content_Types].xml", bytes(TYPES));
		parts.put("_rels/.rels", bytes(RELATIONS));
		parts.put("docProps/core.xml", bytes(properties(document)));
		parts.put("word/_rels/document.xml.rels", bytes(DOCUMENT_RELATIONS));
		parts.put("word/document.xml", bytes(new DocxRenderer().whole(document)));
		parts.put("word/footer1.xml", bytes(footer()));
		return SortedZip.of(parts);
	}

	private String whole(ReportDocument document) {
		this.xml.append(XML).append("<w:document ").append(WORD).append("><w:body>");
		DocxParagraph.TITLE.write(this.xml, document.title());
		sections(document);
		for (int annex = 1; annex <= document.annexes().size(); annex++) {
			DocxParagraph.ANNEX.write(this.xml, document.annexTitle(annex));
			sections(document.annexes().get(annex - 1));
		}
		return this.xml.append(PAGE).append("</w:body></w:document>").toString();
	}

	private void sections(ReportDocument document) {
		for (ReportDocument.Section section : document.sections()) {
			DocxParagraph.SECTION.write(this.xml, section.title());
			section.printed().forEach((paragraph) -> DocxParagraph.TEXT.write(this.xml, paragraph));
			FormTable table = section.table();
			if (table != null) {
				DocxTable.write(this.xml, table);
				table.notes().forEach((note) -> DocxParagraph.NOTE.write(this.xml, note));
			}
		}
		DocxParagraph.NOTE.write(this.xml, "");
		document.footer().lines().forEach((line) -> DocxParagraph.NOTE.write(this.xml, line));
	}

	private static String footer() {
		StringBuilder footer = new StringBuilder(XML).append("<w:ftr ").append(WORD).append('>');
		DocxParagraph.PAGE_NUMBER.writePage(footer);
		return footer.append("</w:ftr>").toString();
	}

	private static String properties(ReportDocument document) {
		return XML + "<cp:coreProperties xmlns:cp=\"" + PACKAGE
				+ "/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>"
				+ HtmlRenderer.escaped(document.title()) + "</dc:title><dc:creator>"
				+ HtmlRenderer.escaped(document.agency())
				+ "</dc:creator><dc:language>zh-CN</dc:language></cp:coreProperties>";
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
