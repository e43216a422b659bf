package org.gongkai.query.report.document;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/// 避头尾: breaks Chinese text into lines. A line never begins with a closing mark nor ends with an opening one; words and
/// numbers in Latin letters stay whole unless they are longer than a line.
final class LineBreaker {

	private static final String NOT_AT_START = "，。、；：？！）》〉」』】〕〗”’％‰℃·,.;:?!)]}%";

	private static final String NOT_AT_END = "（《〈「『【〔〖“‘([{￥";

	private static final String PAIRS = "—…";

	private final IntToDoubleFunction width;

	/// @param width how wide a character (code point) is, in the unit of the lines
	LineBreaker(IntToDoubleFunction width) {
		this.width = width;
	}

	/// The lines of a paragraph, at least one.
	///
	/// @param indent how much less room the first line has
	/// @param room width of a line; a single character wider than it stands alone
	List<String> lines(String text, double indent, double room) {
		int[] characters = text.codePoints().toArray();
		List<String> lines = new ArrayList<>();
		int start = 0;
		while (start < characters.length) {
			int end = end(characters, start, lines.isEmpty() ? room - indent : room);
			lines.add(new String(characters, start, end - start).stripTrailing());
			start = end;
			while (start < characters.length && characters[start] == ' ') {
				start++;
			}
		}
		return lines.isEmpty() ? List.of("") : lines;
	}

	/// How wide a text is on one line.
	double width(String text) {
		return text.codePoints().mapToDouble(this.width::applyAsDouble).sum();
	}

	private int end(int[] characters, int start, double room) {
		double used = 0;
		int end = start;
		while (end < characters.length) {
			used += this.width.applyAsDouble(characters[end]);
			if (used > room && characters[end] != ' ') {
				break;
			}
			end++;
		}
		if (end == characters.length) {
			return end;
		}
		for (int at = end; at > start; at--) {
			if (mayBreak(characters[at - 1], characters[at])) {
				return at;
			}
		}
		return Math.max(end, start + 1);
	}

	private static boolean mayBreak(int before, int after) {
		if (PAIRS.indexOf(before) >= 0 && before == after) {
			return false;
		}
		if (NOT_AT_START.indexOf(after) >= 0 || NOT_AT_END.indexOf(before) >= 0) {
			return false;
		}
		return !(isLatin(before) && isLatin(after));
	}

	private static boolean isLatin(int character) {
		return character > ' ' && character < 0x250;
	}

}
