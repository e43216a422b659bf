package org.gongkai.statute;

import java.text.Normalizer;
import java.text.Normalizer.Form;

/// The one rule for text that comes in: by commands, forms, addresses, headers, files and accounts. [#read(String, String)] holds
/// for all text and is applied at the boundary; the other checks are for what a field holds. None of the sentences repeats the
/// text, which may be personal.
public final class TextRule {

	/// Most marks upon one letter: the limit of Unicode's stream-safe text. Without a
	/// limit the time to normalise a text grows with the square of its length.
	private static final int MOST_MARKS = 30;

	private static final char REPLACEMENT = '\uFFFD';

	private TextRule() {
	}

	/// The text as it is recorded and compared: normalised to NFC, its lines parted by a
	/// line feed.
	/// @throws Refused `text-encoding` for lone surrogates, noncharacters and the
	/// replacement character, `text-control` for control characters other than tabs and
	/// line breaks, `text-marks` for a letter under more than 30 marks
	public static String read(String field, String text) {
		int marks = 0;
		boolean plain = true;
		for (int at = 0; at < text.length();) {
			int letter = text.codePointAt(at);
			if (letter < ' ' || letter >= 0x7F) {
				requireCharacter(field, letter, at);
				marks = isMark(letter) ? marks + 1 : 0;
				if (marks > MOST_MARKS) {
					throw new Refused(Rule.TEXT_MARKS,
							field + " has a letter under more than " + MOST_MARKS + " marks at character " + at, field);
				}
				plain = false;
			}
			else {
				marks = 0;
			}
			at += Character.charCount(letter);
		}
		return plain ? text : normalised(lines(text));
	}

	/// Whether [#read(String, String)] would leave a text as it is, or refuse it.
	public static boolean isRead(String text) {
		return text.indexOf('\r') < 0 && lines(text).equals(text) && isNormalised(text);
	}

	/// A code or a number: one line of visible characters and single spaces. Two numbers
	/// that look alike are the same.
	/// @throws Refused `text-invisible`, `text-control`
	public static void requireNumber(String field, String text) {
		requireLine(field, text);
		for (int at = 0; at < text.length();) {
			int letter = text.codePointAt(at);
			if (letter != ' ' && (Character.isSpaceChar(letter) || isInvisible(letter))) {
				throw invisible(field, letter, at);
			}
			at += Character.charCount(letter);
		}
	}

	/// A name or another text on one line. It may have what chooses the shape of a
	/// letter: variation selectors, joiners, and the selectors of Mongolian script.
	/// @throws Refused `text-invisible`, `text-control`
	public static void requireName(String field, String text) {
		requireLine(field, text);
		for (int at = 0; at < text.length();) {
			int letter = text.codePointAt(at);
			if (isInvisible(letter) && !choosesShape(letter) || letter == 0x2028 || letter == 0x2029) {
				throw invisible(field, letter, at);
			}
			at += Character.charCount(letter);
		}
	}

	/// A long text. It may have tabs, line breaks and the marks of writing direction, but
	/// nothing that turns the direction of what follows it.
	/// @throws Refused `text-invisible`
	public static void requireText(String field, String text) {
		for (int at = 0; at < text.length(); at++) {
			char letter = text.charAt(at);
			if (letter >= 0x202A && letter <= 0x202E || letter >= 0x2066 && letter <= 0x2069) {
				throw invisible(field, letter, at);
			}
		}
	}

	/// How long a text is to people: in characters, and not in the halves that a rare
	/// character is stored in.
	public static int length(String text) {
		return text.codePointCount(0, text.length());
	}

	/// Whether nothing of a text can be seen.
	public static boolean isBlank(String text) {
		return text.codePoints()
			.allMatch(
					(letter) -> Character.isWhitespace(letter) || Character.isSpaceChar(letter) || isInvisible(letter));
	}

	private static void requireLine(String field, String text) {
		for (int at = 0; at < text.length(); at++) {
			if (Character.isISOControl(text.charAt(at))) {
				throw control(field, text.charAt(at), at);
			}
		}
	}

	private static void requireCharacter(String field, int letter, int at) {
		if (letter >= Character.MIN_SURROGATE && letter <= Character.MAX_SURROGATE || letter == REPLACEMENT
				|| letter >= 0xFDD0 && letter <= 0xFDEF || (letter & 0xFFFE) == 0xFFFE) {
			throw new Refused(Rule.TEXT_ENCODING, field + " has " + name(letter) + " at character " + at
					+ ", which stands for no character: the text was broken before it came here", field);
		}
		if (Character.isISOControl(letter) && !breaksLine(letter) && letter != '\t') {
			throw control(field, letter, at);
		}
	}

	/// The vertical tab is what word processors make of a line break within a paragraph.
	private static boolean breaksLine(int letter) {
		return letter >= '\n' && letter <= '\r' || letter == 0x85;
	}

	private static String lines(String text) {
		boolean other = text.chars()
			.anyMatch((letter) -> letter != '\n' && breaksLine(letter) || letter == 0x2028 || letter == 0x2029);
		return other ? text.replace("\r\n", "\n").replaceAll("[\\x0B\\f\\r\\x85\\u2028\\u2029]", "\n") : text;
	}

	private static String normalised(String text) {
		return isNormalised(text) ? text : Normalizer.normalize(text, Form.NFC);
	}

	private static boolean isNormalised(String text) {
		return Normalizer.isNormalized(text, Form.NFC);
	}

	private static boolean isMark(int letter) {
		int type = Character.getType(letter);
		return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK
				|| type == Character.ENCLOSING_MARK;
	}

	/// What is not drawn: format characters, what Unicode lets a program leave out of a
	/// text (Default_Ignorable_Code_Point), and blanks that are letters to it.
	private static boolean isInvisible(int letter) {
		return Character.getType(letter) == Character.FORMAT || choosesShape(letter) || letter == 0x034F
				|| letter == 0x115F || letter == 0x1160 || letter == 0x17B4 || letter == 0x17B5 || letter == 0x2065
				|| letter == 0x2800 || letter == 0x3164 || letter == 0xFFA0 || letter >= 0xFFF0 && letter <= 0xFFFB
				|| letter >= 0xE0000 && letter <= 0xE0FFF;
	}

	private static boolean choosesShape(int letter) {
		return letter >= 0xFE00 && letter <= 0xFE0F || letter >= 0xE0100 && letter <= 0xE01EF || letter == 0x200C
				|| letter == 0x200D || letter >= 0x180B && letter <= 0x180F;
	}

	private static Refused control(String field, int letter, int at) {
		return new Refused(Rule.TEXT_CONTROL,
				field + " has the control character " + name(letter) + " at character " + at, field);
	}

	private static Refused invisible(String field, int letter, int at) {
		return new Refused(Rule.TEXT_INVISIBLE,
				field + " has the invisible character " + name(letter) + " at character " + at, field);
	}

	private static String name(int letter) {
		return "U+%04X".formatted(letter);
	}

}
