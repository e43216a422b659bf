package org.gongkai.standalone.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// Columns of plain text, aligned by the width that a terminal gives to Chinese and Latin letters.
final class TextTable {

	private static final String GAP = "  ";

	private final List<List<String>> rows = new ArrayList<>();

	private final Set<Integer> rightAligned;

	/// @param rightAligned the columns, from 0, whose cells end at the same place
	TextTable(Set<Integer> rightAligned) {
		this.rightAligned = rightAligned;
	}

	TextTable row(Object... cells) {
		this.rows.add(Arrays.stream(cells).map(String::valueOf).toList());
		return this;
	}

	/// The rows, each ended by a line break, without blanks at line ends.
	@Override
	public String toString() {
		int columns = this.rows.stream().mapToInt(List::size).max().orElse(0);
		int[] widths = new int[columns];
		for (List<String> row : this.rows) {
			for (int i = 0; i < row.size(); i++) {
				widths[i] = Math.max(widths[i], width(row.get(i)));
			}
		}
		StringBuilder text = new StringBuilder();
		for (List<String> row : this.rows) {
			StringBuilder line = new StringBuilder();
			for (int i = 0; i < row.size(); i++) {
				String blanks = " ".repeat(widths[i] - width(row.get(i)));
				line.append((i == 0) ? "" : GAP);
				line.append(this.rightAligned.contains(i) ? blanks + row.get(i) : row.get(i) + blanks);
			}
			text.append(line.toString().stripTrailing()).append(System.lineSeparator());
		}
		return text.toString();
	}

	/// How many places of a terminal a text takes: Chinese characters and full-width
	/// signs take two.
	static int width(String text) {
		return text.codePoints().map((point) -> isWide(point) ? 2 : 1).sum();
	}

	private static boolean isWide(int point) {
		return (point >= 0x2E80 && point <= 0xA4CF) || (point >= 0xAC00 && point <= 0xD7A3)
				|| (point >= 0xF900 && point <= 0xFAFF) || (point >= 0xFE30 && point <= 0xFE6F)
				|| (point >= 0xFF00 && point <= 0xFF60) || (point >= 0xFFE0 && point <= 0xFFE6)
				|| (point >= 0x20000 && point <= 0x3FFFD) || point == 0x201C || point == 0x201D;
	}

}
