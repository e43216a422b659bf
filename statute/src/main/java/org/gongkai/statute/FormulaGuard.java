package org.gongkai.statute;

/// Keeps spreadsheet programs from computing a text. A cell that would be read as a formula is exported with an apostrophe
/// before it, which spreadsheet programs take as the mark of a text. An import takes the mark off again, so that a cell that
/// is exported and imported keeps its text.
public final class FormulaGuard {

	private static final char MARK = '\'';

	/// Begin a formula. The full-width and small forms do so where the language of the
	/// spreadsheet program is Chinese or Japanese; the minus sign of mathematics is what
	/// some programs make of a hyphen.
	private static final String STARTS = "=+-@＝＋－＠﹦﹢﹣﹫−";

	/// Are cut off by some programs before they look for a formula.
	private static final String QUOTES = "\"“”„‟«»＂`´‘’‚‛＇";

	private FormulaGuard() {
	}

	/// The text as a cell may hold it.
	public static String mark(String text) {
		return isFormula(text) ? MARK + text : text;
	}

	/// Whether a cell holds a text that was marked.
	public static boolean isMarked(String cell) {
		return !cell.isEmpty() && cell.charAt(0) == MARK && isFormula(cell.substring(1));
	}

	/// The text of a cell: what [#mark(String)] was given.
	public static String unmark(String cell) {
		return isMarked(cell) ? cell.substring(1) : cell;
	}

	/// Whether a spreadsheet program may compute the text. Apostrophes before it do not
	/// count: a text that itself begins with a mark is marked once more, and so none is
	/// lost on the way back.
	static boolean isFormula(String text) {
		int begin = 0;
		while (begin < text.length() && text.charAt(begin) == MARK) {
			begin++;
		}
		for (int at = begin; at < text.length();) {
			int letter = text.codePointAt(at);
			if (STARTS.indexOf(letter) >= 0 || Character.isISOControl(letter)) {
				return true;
			}
			if (!isSkipped(letter)) {
				return false;
			}
			at += Character.charCount(letter);
		}
		return false;
	}

	private static boolean isSkipped(int letter) {
		return letter == MARK || QUOTES.indexOf(letter) >= 0 || Character.isSpaceChar(letter)
				|| Character.getType(letter) == Character.FORMAT;
	}

}
