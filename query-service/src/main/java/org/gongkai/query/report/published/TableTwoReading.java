package org.gongkai.query.report.published;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.gongkai.query.report.published.PrintedReport.Oddity;

/// Reads table two (表二): blocks by items of article 20, each with its own headings.
final class TableTwoReading {

	private static final List<TableTwoColumn> DOCUMENTS = List.of(TableTwoColumn.MADE, TableTwoColumn.REPEALED,
			TableTwoColumn.IN_FORCE);

	private static final List<TableTwoColumn> FIRST_DOCUMENTS = List.of(TableTwoColumn.NEWLY_MADE,
			TableTwoColumn.NEWLY_PUBLISHED, TableTwoColumn.PUBLISHED);

	private static final List<TableTwoColumn> FIRST_DECISIONS = List.of(TableTwoColumn.ITEMS_LAST_YEAR,
			TableTwoColumn.CHANGE, TableTwoColumn.DECISIONS);

	private static final List<TableTwoColumn> PROCURED = List.of(TableTwoColumn.PROCURED_ITEMS,
			TableTwoColumn.PROCURED_AMOUNT);

	private static final Pattern BLOCK = Pattern.compile("第二十条第?(?<number>[一二三四五六七八九]*)(?<rest>.*)");

	private static final Pattern FIRST_FORM = Pattern.compile(".*(新制作数量|上一年项目数量|政府集中采购).*", Pattern.DOTALL);

	private final Map<Place, Printed> cells;

	private final List<Oddity> oddities;

	private boolean found;

	private boolean firstForm;

	TableTwoReading(Map<Place, Printed> cells, List<Oddity> oddities) {
		this.cells = cells;
		this.oddities = oddities;
	}

	boolean found() {
		return this.found;
	}

	/// Reads a grid if it is this table or a block of it.
	void read(Block.Grid grid) {
		String words = grid.bare();
		if (!words.contains("第二十条") && !(words.contains("行政规范性文件") && words.contains("件数"))
				&& !words.contains("本年处理决定数量")) {
			return;
		}
		noteForm(words);
		SortedMap<Integer, TableTwoColumn> columns = new TreeMap<>();
		List<TableTwoItem> before = new ArrayList<>();
		for (List<Block.Cell> row : grid.rows()) {
			String all = Words.bare(words(row));
			Matcher block = BLOCK.matcher(all);
			SortedMap<Integer, TableTwoColumn> headed = headed(row);
			if (!headed.isEmpty()) {
				columns = headed;
				before.clear();
			}
			else if (block.matches()) {
				if (block.group("number").isEmpty()) {
					this.oddities.add(new Oddity(Oddity.Kind.LOST_LABEL, Place.Table.TWO, "", "", "第二十条第（ ）项", all));
				}
			}
			else if (!columns.isEmpty()) {
				read(row, columns, before);
			}
		}
	}

	private static String words(List<Block.Cell> cells) {
		return cells.stream().filter((cell) -> !cell.continued()).map(Block.Cell::text).collect(Collectors.joining());
	}

	// where the headings of a block stand, if these are headings
	private SortedMap<Integer, TableTwoColumn> headed(List<Block.Cell> row) {
		SortedMap<Integer, TableTwoColumn> columns = new TreeMap<>();
		for (int at = 0; at < row.size(); at++) {
			Block.Cell cell = row.get(at);
			int here = at;
			if (!cell.continued()) {
				TableTwoColumn.headed(cell.text()).ifPresent((column) -> {
					columns.put(here, column);
					noteHeading(cell.text(), column);
				});
			}
		}
		return columns;
	}

	private void noteHeading(String text, TableTwoColumn column) {
		String words = Words.bare(text);
		String label = column.label();
		if (words.length() < label.length() && !words.equals("处理决定数量")) {
			this.oddities.add(new Oddity(Oddity.Kind.CUT_HEADING, Place.Table.TWO, "", column.wireName(), label, text));
		}
		else if (words.length() > label.length() && !words.matches(".*(单位.*|万元|实行政府集中采购.*)")) {
			this.oddities
				.add(new Oddity(Oddity.Kind.OTHER_HEADING, Place.Table.TWO, "", column.wireName(), label, text));
		}
	}

	private void read(List<Block.Cell> row, SortedMap<Integer, TableTwoColumn> columns, List<TableTwoItem> before) {
		String label = words(row.subList(0, columns.firstKey()));
		Optional<TableTwoItem> labelled = TableTwoItem.labelled(label);
		List<Printed> values = columns.keySet().stream().map((at) -> Printed.of(row.get(at).text())).toList();
		if (labelled.isEmpty() && Words.bare(label).isEmpty() && values.stream().anyMatch(Printed::isFilled)) {
			labelled = next(columns.values(), before);
			labelled.ifPresent((item) -> this.oddities
				.add(new Oddity(Oddity.Kind.LOST_LABEL, Place.Table.TWO, item.wireName(), "", item.label(), "")));
		}
		labelled.ifPresent((item) -> {
			before.add(item);
			put(item, List.copyOf(columns.values()), values);
		});
	}

	// the row that stands here on the form
	private static Optional<TableTwoItem> next(Collection<TableTwoColumn> columns, List<TableTwoItem> before) {
		if (columns.contains(TableTwoColumn.MADE) || columns.contains(TableTwoColumn.NEWLY_MADE)) {
			return Optional.of(before.isEmpty() ? TableTwoItem.REGULATIONS : TableTwoItem.NORMATIVE_DOCUMENTS);
		}
		return columns.contains(TableTwoColumn.AMOUNT) ? Optional.of(TableTwoItem.FEES) : Optional.empty();
	}

	/// Reads the table from lines whose words stand beside their numbers.
	void read(List<Block.Line> lines) {
		StringBuilder all = new StringBuilder();
		lines.forEach((line) -> all.append(Words.bare(line.text())).append('\n'));
		boolean first = FIRST_FORM.matcher(all).matches();
		Optional<TableTwoItem> item = Optional.empty();
		List<Printed> values = new ArrayList<>();
		for (Block.Line line : lines) {
			for (Block.Piece piece : line.pieces()) {
				Optional<TableTwoItem> labelled = TableTwoItem.begun(piece.text());
				Printed printed = Printed.of(piece.text());
				if (printed.isFilled() && labelled.isEmpty()) {
					values.add(printed);
				}
				else {
					end(item, values, first);
					item = labelled;
					TableTwoColumn.headed(piece.text())
						.filter((column) -> Words.bare(piece.text()).length() < 12)
						.ifPresent((column) -> noteHeading(piece.text(), column));
				}
			}
		}
		end(item, values, first);
		if (this.found) {
			noteForm(all.toString());
		}
	}

	private void end(Optional<TableTwoItem> item, List<Printed> values, boolean first) {
		item.ifPresent((labelled) -> {
			List<TableTwoColumn> columns = columns(labelled, first);
			if (values.size() == columns.size()) {
				put(labelled, columns, values);
			}
		});
		values.clear();
	}

	private static List<TableTwoColumn> columns(TableTwoItem item, boolean first) {
		return switch (item) {
			case REGULATIONS, NORMATIVE_DOCUMENTS -> first ? FIRST_DOCUMENTS : DOCUMENTS;
			case LICENCES, OTHER_SERVICES, PENALTIES, COERCIONS ->
				first ? FIRST_DECISIONS : List.of(TableTwoColumn.DECISIONS);
			case FEES -> first ? FIRST_DECISIONS.subList(0, 2) : List.of(TableTwoColumn.AMOUNT);
			case PROCUREMENT -> PROCURED;
		};
	}

	private void put(TableTwoItem item, List<TableTwoColumn> columns, List<Printed> values) {
		this.found = true;
		for (int i = 0; i < Math.min(columns.size(), values.size()); i++) {
			this.cells.putIfAbsent(Place.of(item, columns.get(i)), values.get(i));
		}
	}

	private void noteForm(String words) {
		if (!this.firstForm && FIRST_FORM.matcher(words).matches()) {
			this.firstForm = true;
			this.oddities.add(new Oddity(Oddity.Kind.FIRST_FORM, Place.Table.TWO, "", "", "本年制发件数", "本年新制作数量"));
		}
	}

}
