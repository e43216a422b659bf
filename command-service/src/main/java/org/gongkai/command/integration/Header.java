package org.gongkai.command.integration;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.gongkai.statute.FormulaGuard;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.gongkai.statute.TextRule;

/// Which column stands where in a file, and what it is called there.
///
/// @param places the place of each column that the file has, from 0
/// @param titles its title as it stands in the file
record Header<C extends Enum<C> & ImportColumn>(Class<C> columns, Map<C, Integer> places, Map<C, String> titles) {

	private static final String FORMULA = "=+-@";

	/// @throws FileRefused `import-header` naming every title that is unknown or stands
	/// twice, and every column that is missing
	static <C extends Enum<C> & ImportColumn> Header<C> of(Class<C> columns, Line line) {
		Map<C, Integer> places = new EnumMap<>(columns);
		Map<C, String> titles = new EnumMap<>(columns);
		List<String> unknown = new ArrayList<>();
		List<String> twice = new ArrayList<>();
		int width = line.cells().size();
		while (width > 0 && line.cell(width - 1).isEmpty()) {
			width--;
		}
		for (int place = 0; place < width; place++) {
			String title = line.cell(place);
			C column = called(columns, title);
			if (column == null) {
				unknown.add(title.isEmpty() ? "(" + (place + 1) + ")" : shortened(title));
			}
			else if (places.putIfAbsent(column, place) != null) {
				twice.add(title);
			}
			else {
				titles.put(column, title);
			}
		}
		require(unknown, "没有这样的列", "these columns are unknown");
		require(twice, "列名重复", "these columns stand twice");
		require(Stream.of(columns.getEnumConstants())
			.filter((column) -> column.required() && !places.containsKey(column))
			.map((column) -> column.header() + " " + column.chinese())
			.toList(), "缺少列", "these columns are missing");
		return new Header<>(columns, places, titles);
	}

	/// The canonical texts of a row's cells; an empty cell has none.
	/// @throws RowRefused naming every cell that may not be as it is
	Map<C, String> cells(Line line) {
		Map<C, String> cells = new EnumMap<>(this.columns);
		List<RowRefused.Cell> wrong = new ArrayList<>();
		for (C column : this.columns.getEnumConstants()) {
			String text = text(line, column);
			try {
				if (!text.isEmpty()) {
					cells.put(column, read(column, TextRule.read(column.header(), text)));
				}
				else if (column.required()) {
					throw new Content.Unfit("不得为空", "is empty");
				}
			}
			catch (Refused ex) {
				wrong.add(new RowRefused.Cell(column, ex.rule(), column.chinese() + "：" + ex.rule().chinese(),
						String.valueOf(ex.getMessage())));
			}
			catch (Content.Unfit ex) {
				wrong.add(new RowRefused.Cell(column, Rule.IMPORT_CELL, column.chinese() + "：" + ex.chinese(),
						column.header() + " " + ex.english()));
			}
		}
		if (line.cells().stream().skip(this.places.size()).anyMatch((cell) -> !cell.isEmpty())) {
			wrong.add(new RowRefused.Cell(this.columns.getEnumConstants()[0], Rule.IMPORT_CELL, "该行的单元格多于表头",
					"the row has more cells than the header"));
		}
		if (!wrong.isEmpty()) {
			throw new RowRefused(wrong);
		}
		return cells;
	}

	/// What stands in a column; empty where the file does not have it.
	String text(Line line, C column) {
		Integer place = this.places.get(column);
		return (place == null) ? "" : Normalizer.normalize(line.cell(place), Form.NFC);
	}

	/// What the file calls a column, or what it would be called.
	String title(ImportColumn column) {
		return this.titles.getOrDefault(this.columns.cast(column), column.header());
	}

	private static String read(ImportColumn column, String text) {
		// a signed number is digits behind its sign, and so no formula
		if (FormulaGuard.isMarked(text)) {
			// a text that one of our own exports marked
			return column.content().read(FormulaGuard.unmark(text));
		}
		if (FORMULA.indexOf(text.charAt(0)) >= 0 && column.content() != Content.SIGNED) {
			throw new Content.Unfit("单元格不得是公式，也不得以 = + - @ 开头", "is a formula or begins with = + - or @");
		}
		return column.content().read(text);
	}

	private static <C extends Enum<C> & ImportColumn> @org.jspecify.annotations.Nullable C called(Class<C> columns,
			String title) {
		return Stream.of(columns.getEnumConstants())
			.filter((column) -> column.chinese().equals(title)
					|| column.header().equals(title.toLowerCase(Locale.ROOT)))
			.findAny()
			.orElse(null);
	}

	private static String shortened(String title) {
		return (title.length() > 40) ? title.substring(0, 40) + "…" : title;
	}

	private static void require(List<String> wrong, String chinese, String english) {
		if (!wrong.isEmpty()) {
			List<String> some = wrong.subList(0, Math.min(wrong.size(), 10));
			throw new FileRefused(Rule.IMPORT_HEADER, "表头不正确，" + chinese + "：" + String.join("、", some),
					english + ": " + String.join(", ", some));
		}
	}

}
