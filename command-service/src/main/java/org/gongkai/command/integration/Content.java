package org.gongkai.command.integration;

import java.io.Serial;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.gongkai.statute.TextRule;

/// What the cells of a column hold. Every content has one canonical text, so that cells can be compared.
@FunctionalInterface
interface Content {

	/// A day, best as 2024-03-01; the other ways that spreadsheets write a day are read
	/// too.
	Content DAY = Content::day;

	/// A whole number.
	Content NUMBER = Content::number;

	/// A whole number that may be negative.
	Content SIGNED = (text) -> {
		String number = number(text.startsWith("-") ? text.substring(1) : text);
		return (text.startsWith("-") && !number.equals("0")) ? "-" + number : number;
	};

	/// A sum in 元.
	Content YUAN = Content::yuan;

	/// A sum in 万元, to the precision it is written in.
	Content WAN_YUAN = Content::wanYuan;

	/// 是 or 否, `true` or `false`.
	Content YES_NO = Content::yesNo;

	/// @param text what stands in the cell, without blanks around it, not empty
	/// @return the canonical text
	/// @throws Unfit if the cell may not hold it
	String read(String text);

	/// A text on one line.
	/// @param longest in characters
	static Content line(int longest) {
		return (text) -> {
			if (text.chars().anyMatch(Character::isISOControl)) {
				throw new Unfit("不得含有换行等控制字符", "has control characters");
			}
			return text(longest).read(text);
		};
	}

	/// A text.
	/// @param longest in characters
	static Content text(int longest) {
		return (text) -> {
			if (TextRule.length(text) > longest) {
				throw new Unfit("不得超过" + longest + "个字", "has more than " + longest + " characters");
			}
			return text;
		};
	}

	/// One of some words: the name of a constant in lower case, or its Chinese word.
	static <E extends Enum<E>> Content words(Map<String, E> chinese) {
		Map<String, String> names = new LinkedHashMap<>();
		chinese.forEach((word, constant) -> names.put(word, constant.name().toLowerCase(Locale.ROOT)));
		names.values().stream().toList().forEach((name) -> names.put(name, name));
		return (text) -> {
			String name = names.get(text.toLowerCase(Locale.ROOT));
			if (name == null) {
				throw new Unfit("只能填：" + String.join("、", chinese.keySet()),
						"is not one of " + String.join(", ", new java.util.LinkedHashSet<>(names.values())));
			}
			return name;
		};
	}

	private static String day(String text) {
		Matcher parts = Unfit.DAY.matcher(text);
		if (parts.matches()) {
			try {
				return LocalDate
					.of(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)),
							Integer.parseInt(parts.group(3)))
					.toString();
			}
			catch (DateTimeException _) {
				throw new Unfit("没有这一天", "is a day that does not exist");
			}
		}
		throw new Unfit("日期应写作 2024-03-01", "is not a day as 2024-03-01");
	}

	private static String number(String text) {
		if (text.isEmpty() || text.length() > 9 || !text.chars().allMatch((c) -> c >= '0' && c <= '9')) {
			throw new Unfit("应为整数", "is not a whole number");
		}
		return Integer.toString(Integer.parseInt(text));
	}

	private static String yuan(String text) {
		if (!Unfit.YUAN.matcher(text).matches()) {
			throw new Unfit("应为以元计的金额", "is not a sum in yuan");
		}
		return new BigDecimal(text).stripTrailingZeros().toPlainString();
	}

	private static String wanYuan(String text) {
		if (!Unfit.WAN_YUAN.matcher(text).matches()) {
			throw new Unfit("应为以万元计的金额，最多6位小数", "is not a sum in 10,000 yuan with at most 6 decimals");
		}
		return text;
	}

	private static String yesNo(String text) {
		return switch (text.toLowerCase(Locale.ROOT)) {
			case "是", "true", "yes", "1" -> "true";
			case "否", "false", "no", "0" -> "false";
			default -> throw new Unfit("只能填：是、否", "is neither true nor false");
		};
	}

	/// A cell's text is not what its column holds. Says why in both languages, and never
	/// repeats the text, which may be personal.
	final class Unfit extends RuntimeException {

		@Serial
		private static final long serialVersionUID = 1L;

		private static final Pattern DAY = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");

		private static final Pattern WAN_YUAN = Pattern.compile("\\d{1,12}(\\.\\d{1,6})?");

		private static final Pattern YUAN = Pattern.compile("\\d{1,12}(\\.\\d{1,2})?");

		private final String chinese;

		Unfit(String chinese, String english) {
			super(english);
			this.chinese = chinese;
		}

		String chinese() {
			return this.chinese;
		}

		String english() {
			return String.valueOf(getMessage());
		}

	}

}
