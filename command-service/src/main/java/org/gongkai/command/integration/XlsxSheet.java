package org.gongkai.command.integration;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.ss.util.NumberToTextConverter;
import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.gongkai.statute.Rule;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/// Makes lines of the cells of a sheet: a day whatever format it is shown in, a number without grouping, a text as it is.
final class XlsxSheet extends DefaultHandler {

	private static final String FORMULA = "=";

	/// Cells beyond this are no register.
	private static final int MOST_COLUMNS = 200;

	private final SharedStrings texts;

	private final StylesTable styles;

	private final boolean from1904;

	private final Consumer<Line> lines;

	private final List<String> cells = new ArrayList<>();

	private final StringBuilder text = new StringBuilder();

	private int row;

	private int place;

	private String type = "";

	private String style = "";

	private boolean formula;

	private boolean reading;

	XlsxSheet(SharedStrings texts, StylesTable styles, boolean from1904, Consumer<Line> lines) {
		this.texts = texts;
		this.styles = styles;
		this.from1904 = from1904;
		this.lines = lines;
	}

	@Override
	public void startElement(String uri, String name, String qualified, Attributes attributes) {
		switch (name) {
			case "row" -> {
				this.row = (attributes.getValue("r") == null) ? this.row + 1 : number(attributes.getValue("r"));
				TableFile.requireRoom(this.row);
				this.cells.clear();
			}
			case "c" -> {
				String reference = attributes.getValue("r");
				this.place = (reference == null) ? this.cells.size() : new CellReference(reference).getCol();
				this.type = Objects.requireNonNullElse(attributes.getValue("t"), "n");
				this.style = Objects.requireNonNullElse(attributes.getValue("s"), "");
				this.formula = false;
				this.text.setLength(0);
			}
			case "f" -> this.formula = true;
			case "v", "t" -> this.reading = true;
			// the reading of Chinese characters, which is not their text
			case "rPh" -> this.type = this.type + " phonetic";
			default -> {
			}
		}
	}

	@Override
	public void characters(char[] letters, int start, int length) {
		if (this.reading && !this.type.endsWith(" phonetic")) {
			this.text.append(letters, start, length);
		}
	}

	@Override
	public void endElement(String uri, String name, String qualified) {
		switch (name) {
			case "v", "t" -> this.reading = false;
			case "rPh" -> this.type = this.type.replace(" phonetic", "");
			case "c" -> place(value().strip());
			case "row" -> {
				Line line = new Line(this.row, this.cells);
				if (!line.isBlank()) {
					this.lines.accept(line);
				}
			}
			default -> {
			}
		}
	}

	private void place(String value) {
		if (value.isEmpty()) {
			return;
		}
		if (this.place >= MOST_COLUMNS) {
			throw new FileRefused(Rule.IMPORT_HEADER, "第" + this.row + "行的列数过多",
					"row " + this.row + " has too many columns");
		}
		while (this.cells.size() <= this.place) {
			this.cells.add("");
		}
		this.cells.set(this.place, value);
	}

	private String value() {
		String raw = this.text.toString();
		if (this.formula || this.type.equals("e")) {
			return FORMULA;
		}
		if (raw.isEmpty()) {
			return "";
		}
		return switch (this.type) {
			case "s" -> this.texts.getItemAt(number(raw)).getString();
			case "n" -> amount(raw);
			default -> raw;
		};
	}

	private String amount(String raw) {
		try {
			double amount = Double.parseDouble(raw);
			LocalDateTime day = isDay() ? DateUtil.getLocalDateTime(amount, this.from1904) : null;
			return (day != null) ? day.toLocalDate().toString() : NumberToTextConverter.toText(amount);
		}
		catch (NumberFormatException | DateTimeException _) {
			throw broken();
		}
	}

	private boolean isDay() {
		if (this.style.isEmpty()) {
			return false;
		}
		@Nullable XSSFCellStyle shown = this.styles.getStyleAt(number(this.style));
		return shown != null && DateUtil.isADateFormat(shown.getDataFormat(), shown.getDataFormatString());
	}

	private int number(String digits) {
		try {
			return Integer.parseInt(digits);
		}
		catch (NumberFormatException _) {
			throw broken();
		}
	}

	private FileRefused broken() {
		return new FileRefused(Rule.IMPORT_UNREADABLE, "工作表第" + this.row + "行损坏",
				"row " + this.row + " of the sheet is broken");
	}

}
