package org.gongkai.query.report.published;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/// A cell as it was printed, which need not be a number.
///
/// @param text what stands in it, in half-width forms and without blanks
/// @param kind how far it is a number
/// @param value the number; null where there is none
public record Printed(String text, Kind kind, @Nullable BigDecimal value) {

	private static final Pattern NUMBER = Pattern
		.compile("(?<number>[+-]?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?)(?<rest>.*)");

	private static final Pattern UNIT = Pattern.compile("[件条项个次份宗起例部]|万元|元|万|亿元");

	private static final Pattern DASH = Pattern.compile("[/\\\\|\\-—–―─一_]+|无|N/A|暂无");

	private static final Pattern REMARK = Pattern.compile("(?:[件条项个次份宗起例部]|万元|元)?[(\\[].*[)\\]]");

	/// How far a cell is a number.
	public enum Kind {

		/// A number and nothing else.
		NUMBER,
		/// A number with its unit: `13件`.
		UNIT,
		/// A number with a remark in brackets: `22（其中修订16件）`.
		REMARK,
		/// A stroke, a dash or 无 instead of a number.
		STROKE,
		/// Nothing.
		BLANK,
		/// Words.
		WORDS

	}

	/// The cell that holds this text.
	public static Printed of(@Nullable String printed) {
		String text = (printed == null) ? "" : Words.close(printed);
		if (text.isEmpty()) {
			return new Printed("", Kind.BLANK, null);
		}
		if (DASH.matcher(text).matches()) {
			return new Printed(text, Kind.STROKE, null);
		}
		Matcher number = NUMBER.matcher(text);
		if (number.matches() && number.group("number").length() <= 20) {
			BigDecimal value = new BigDecimal(number.group("number").replace(",", ""));
			String rest = number.group("rest");
			if (rest.isEmpty()) {
				return new Printed(text, Kind.NUMBER, value);
			}
			if (UNIT.matcher(rest).matches()) {
				return new Printed(text, Kind.UNIT, value);
			}
			if (REMARK.matcher(rest).matches()) {
				return new Printed(text, Kind.REMARK, value);
			}
		}
		return new Printed(text, Kind.WORDS, null);
	}

	/// Whether the cell could stand under a column of numbers.
	boolean isCell() {
		return this.kind != Kind.WORDS;
	}

	/// Whether something other than nothing stands in it that is no words.
	boolean isFilled() {
		return this.kind != Kind.WORDS && this.kind != Kind.BLANK;
	}

}
