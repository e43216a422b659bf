package org.gongkai.query.report.document;

/// The kinds of paragraphs of the Word document, as WordprocessingML.
enum DocxParagraph {

	/// 标题: 宋体 of size 二号.
	TITLE("宋体", 44,
			"<w:keepNext/><w:spacing w:before=\"0\" w:after=\"560\"/><w:jc w:val=\"center\"/><w:outlineLvl w:val=\"0\"/>"),
	/// 附件: begins a page.
	ANNEX("黑体", 36,
			"<w:keepNext/><w:pageBreakBefore/><w:spacing w:before=\"0\" w:after=\"560\"/><w:jc w:val=\"center\"/><w:outlineLvl w:val=\"0\"/>"),
	/// A section: 黑体 of size 三号.
	SECTION("黑体", 32,
			"<w:keepNext/><w:spacing w:before=\"200\" w:after=\"120\" w:line=\"560\" w:lineRule=\"exact\"/><w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/><w:outlineLvl w:val=\"1\"/>"),
	/// Text: 仿宋 of size 三号.
	TEXT("仿宋", 32,
			"<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"560\" w:lineRule=\"exact\"/><w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/><w:jc w:val=\"both\"/>"),
	/// A note under a table, and the lines at the end.
	NOTE("宋体", 18, "<w:spacing w:before=\"60\" w:after=\"0\"/>"),
	/// A cell in the middle.
	CELL("宋体", 18, "<w:spacing w:before=\"0\" w:after=\"0\"/><w:jc w:val=\"center\"/>"),
	/// A cell that begins at the left.
	LEFT_CELL("宋体", 18, "<w:spacing w:before=\"0\" w:after=\"0\"/>"),
	/// 页码.
	PAGE_NUMBER("宋体", 28, "<w:jc w:val=\"center\"/>");

	private final String font;

	private final int halfPoints;

	private final String properties;

	DocxParagraph(String font, int halfPoints, String properties) {
		this.font = font;
		this.halfPoints = halfPoints;
		this.properties = properties;
	}

	/// Writes a text.
	void write(StringBuilder xml, String text) {
		paragraph(xml, run(text, this.halfPoints));
	}

	/// Writes a number, smaller if it would not fit on one line.
	/// @param room width of the line in twentieths of a point
	void writeWithin(StringBuilder xml, String number, int room) {
		// a digit is half as wide as its size
		int fitting = room / 5 / Math.max(number.length(), 1);
		paragraph(xml, run(number, Math.min(this.halfPoints, fitting)));
	}

	/// Writes the number of the page between dashes; Word computes it.
	void writePage(StringBuilder xml) {
		paragraph(xml, run("— ", this.halfPoints) + "<w:fldSimple w:instr=\"PAGE\">" + run("1", this.halfPoints)
				+ "</w:fldSimple>" + run(" —", this.halfPoints));
	}

	private void paragraph(StringBuilder xml, String runs) {
		xml.append("<w:p><w:pPr>").append(this.properties).append("</w:pPr>").append(runs).append("</w:p>");
	}

	private String run(String text, int size) {
		if (text.isEmpty()) {
			return "";
		}
		return "<w:r><w:rPr><w:rFonts w:ascii=\"" + this.font + "\" w:hAnsi=\"" + this.font + "\" w:eastAsia=\""
				+ this.font + "\"/>" + ((this == TITLE) ? "<w:b/>" : "") + "<w:sz w:val=\"" + size
				+ "\"/><w:szCs w:val=\"" + size
				+ "\"/><w:lang w:eastAsia=\"zh-CN\"/></w:rPr><w:t xml:space=\"preserve\">" + HtmlRenderer.escaped(text)
				+ "</w:t></w:r>";
	}

}
