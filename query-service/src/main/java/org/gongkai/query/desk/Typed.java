package org.gongkai.query.desk;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/// Makes the fields of a command of what was typed, and finds what cannot be one.
final class Typed {

	/// A public holiday with its weekends is shorter than this.
	private static final int LONGEST_STRETCH = 31;

	private final Map<String, Object> fields = new LinkedHashMap<>();

	private final Map<String, Problem> problems = new TreeMap<>();

	/// @param fixed fields that are not typed
	Typed(Form form, Map<String, String> values, Map<String, ?> fixed) {
		this.fields.putAll(fixed);
		for (Input input : form.inputs()) {
			String text = values.getOrDefault(input.name(), "");
			if (!text.isEmpty()) {
				Object value = value(input, text);
				if (value != null) {
					put(this.fields, input.name(), value);
				}
			}
			else if (input.needed()) {
				this.problems.put(input.name(), Problem.of("请填写" + input.zh(), input.en() + " is needed"));
			}
		}
	}

	/// The command's fields; what stands within another in a map of its own, what is
	/// numbered in a list.
	Map<String, Object> fields() {
		Map<String, Object> all = new LinkedHashMap<>();
		this.fields.forEach((name, value) -> all.put(name, listed(value)));
		return all;
	}

	/// What cannot be understood, by field.
	Map<String, Problem> problems() {
		return this.problems;
	}

	private @Nullable Object value(Input input, String text) {
		try {
			return switch (input.kind()) {
				case DAY -> LocalDate.parse(text).toString();
				case DAYS -> days(text);
				case LINE, TEXT, PARAGRAPHS, CHOICE, FILE -> text;
				case NUMBER, NUMBER_CHOICE -> Long.valueOf(text);
				case MONEY -> new BigDecimal(text);
				case TICK -> Boolean.TRUE;
				case YES_NO -> Boolean.valueOf(text);
			};
		}
		catch (DateTimeParseException ex) {
			this.problems.put(input.name(), Problem.of("日期不正确，应如2024-03-05", "a day is written like 2024-03-05"));
		}
		catch (NumberFormatException ex) {
			this.problems.put(input.name(), Problem.of("请填数字", "a number is needed"));
		}
		return null;
	}

	/// Days and stretches of days: `2027-02-05 至 2027-02-11`.
	private static List<String> days(String text) {
		List<String> days = new ArrayList<>();
		for (String line : text.split("[\\s,，、;；]*[\\n,，、;；][\\s,，、;；]*|(?<=\\d)\\s+(?=\\d)")) {
			String[] ends = line.strip().split("\\s*[至到~～—]+\\s*");
			LocalDate first = LocalDate.parse(ends[0]);
			LocalDate last = (ends.length == 1) ? first : LocalDate.parse(ends[1]);
			if (ends.length > 2 || last.isBefore(first) || last.isAfter(first.plusDays(LONGEST_STRETCH))) {
				throw new DateTimeParseException("no stretch of days", line, 0);
			}
			first.datesUntil(last.plusDays(1)).map(LocalDate::toString).forEach(days::add);
		}
		return days;
	}

	@SuppressWarnings("unchecked")
	private static void put(Map<String, Object> into, String path, Object value) {
		int dot = path.indexOf('.');
		if (dot < 0) {
			into.put(path, value);
		}
		else {
			put((Map<String, Object>) into.computeIfAbsent(path.substring(0, dot), (_) -> new LinkedHashMap<>()),
					path.substring(dot + 1), value);
		}
	}

	private static Object listed(Object value) {
		return (value instanceof Map<?, ?> map
				&& map.keySet().stream().allMatch((key) -> key.toString().matches("\\d"))) ? List.copyOf(map.values())
						: value;
	}

}
