package org.gongkai.query.report.published;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.gongkai.query.report.published.PrintedReport.Oddity;
import org.gongkai.statute.report.Column;
import org.gongkai.statute.report.Row;
import org.gongkai.statute.report.TableThreeForm;
import org.jspecify.annotations.Nullable;

/// Reads table three (表三): seven numbers a row, behind heads of up to three levels.
final class TableThreeReading {

	private static final int COLUMNS = Column.values().length;

	private static final int LEAST_ROWS = 8;

	private final Map<Place, Printed> cells;

	private final List<Oddity> oddities;

	private final List<Found> rows = new ArrayList<>();

	TableThreeReading(Map<Place, Printed> cells, List<Oddity> oddities) {
		this.cells = cells;
		this.oddities = oddities;
	}

	/// A printed row.
	///
	/// @param around its words with those of the lines above and below
	/// @param values seven cells
	private record Found(String label, String around, List<Printed> values) {
	}

	boolean found() {
		return !this.rows.isEmpty();
	}

	/// Reads a grid if it is this table.
	void read(Block.Grid grid) {
		String words = grid.bare();
		if (found() || grid.width() < COLUMNS
				|| !words.contains("本年新收") && !words.contains("结转下年度") && !words.contains("三安全一稳定")) {
			return;
		}
		int[] columns = columns(grid);
		for (List<Block.Cell> row : grid.rows()) {
			List<Printed> values = Arrays.stream(columns).mapToObj((at) -> Printed.of(row.get(at).text())).toList();
			String label = label(row, columns[0]);
			if (values.stream().allMatch(Printed::isCell)
					&& (values.stream().anyMatch(Printed::isFilled) || isNamed(label))) {
				this.rows.add(new Found(label, label, values));
			}
		}
		put();
	}

	// by their heads, or the last seven where heads stand askew
	private static int[] columns(Block.Grid grid) {
		for (List<Block.Cell> row : grid.rows()) {
			int[] columns = Stream.of(Column.values()).mapToInt((column) -> lastAt(row, column)).toArray();
			boolean rising = IntStream.range(1, COLUMNS).allMatch((i) -> columns[i] > columns[i - 1]);
			if (columns[0] >= 0 && rising) {
				return columns;
			}
		}
		return IntStream.range(grid.width() - COLUMNS, grid.width()).toArray();
	}

	private static int lastAt(List<Block.Cell> row, Column column) {
		for (int at = row.size() - 1; at >= 0; at--) {
			if (Words.bare(row.get(at).text()).equals(column.label())) {
				return at;
			}
		}
		return -1;
	}

	// the words next to the numbers
	private static String label(List<Block.Cell> row, int before) {
		for (int at = before - 1; at >= 0; at--) {
			if (!row.get(at).text().isBlank()) {
				return row.get(at).text();
			}
		}
		return "";
	}

	private static boolean isNamed(String label) {
		return Stream.of(Row.values()).anyMatch((row) -> RowOrder.names(label, row));
	}

	/// Reads the table from lines: numbers at the end of lines, or each on a line of its
	/// own.
	void read(List<Block.Line> lines) {
		List<List<Block.Piece>> numbers = lines.stream().map(TableThreeReading::numbers).toList();
		double[] middles = middles(lines, numbers);
		List<Integer> at = IntStream.range(0, lines.size())
			.filter((i) -> numbers.get(i).size() >= COLUMNS || middles.length > 0 && fits(numbers.get(i), middles))
			.boxed()
			.toList();
		if (at.size() < LEAST_ROWS) {
			readInTurn(lines);
		}
		for (int i = 0; i < at.size() && at.size() >= LEAST_ROWS; i++) {
			int line = at.get(i);
			int above = (i == 0) ? Math.max(0, line - 2) : at.get(i - 1) + 1;
			int below = (i + 1 == at.size()) ? Math.min(lines.size(), line + 3) : at.get(i + 1);
			StringBuilder around = new StringBuilder();
			lines.subList(above, below).forEach((each) -> around.append(words(each, numbers(each))));
			this.rows.add(new Found(words(lines.get(line), numbers.get(line)), around.toString(),
					values(numbers.get(line), middles)));
		}
		put();
	}

	private static List<Block.Piece> numbers(Block.Line line) {
		int from = line.pieces().size();
		while (from > 0 && Printed.of(line.pieces().get(from - 1).text()).isFilled()) {
			from--;
		}
		return line.pieces().subList(from, line.pieces().size());
	}

	private static String words(Block.Line line, List<Block.Piece> numbers) {
		StringBuilder words = new StringBuilder();
		line.pieces().subList(0, line.pieces().size() - numbers.size()).forEach((piece) -> words.append(piece.text()));
		return words.toString();
	}

	// where the columns stand: by the full rows, else by the heads
	private static double[] middles(List<Block.Line> lines, List<List<Block.Piece>> numbers) {
		List<List<Block.Piece>> full = numbers.stream().filter((row) -> row.size() == COLUMNS).toList();
		if (!full.isEmpty()) {
			return IntStream.range(0, COLUMNS)
				.mapToDouble((i) -> full.stream().mapToDouble((row) -> row.get(i).middle()).average().orElseThrow())
				.toArray();
		}
		List<Block.Piece> heads = Stream.of(Column.values())
			.flatMap((column) -> lines.stream()
				.flatMap((line) -> line.pieces().stream())
				.filter((piece) -> Words.bare(piece.text()).equals(column.label()))
				.limit(1))
			.toList();
		double[] middles = heads.stream().mapToDouble(Block.Piece::middle).toArray();
		boolean rising = IntStream.range(1, middles.length).allMatch((i) -> middles[i] > middles[i - 1]);
		return (middles.length == COLUMNS && rising) ? middles : new double[0];
	}

	private static boolean fits(List<Block.Piece> numbers, double[] middles) {
		double most = (middles[COLUMNS - 1] - middles[0]) / (COLUMNS - 1) / 2;
		return !numbers.isEmpty() && numbers.size() <= COLUMNS
				&& numbers.stream()
					.allMatch((number) -> Math.abs(middles[nearest(number.middle(), middles)] - number.middle()) < most)
				&& numbers.stream().map((number) -> nearest(number.middle(), middles)).distinct().count() == numbers
					.size();
	}

	private static int nearest(double middle, double[] middles) {
		int nearest = 0;
		for (int i = 1; i < middles.length; i++) {
			if (Math.abs(middles[i] - middle) < Math.abs(middles[nearest] - middle)) {
				nearest = i;
			}
		}
		return nearest;
	}

	private static List<Printed> values(List<Block.Piece> numbers, double[] middles) {
		if (numbers.size() >= COLUMNS) {
			return numbers.subList(numbers.size() - COLUMNS, numbers.size())
				.stream()
				.map((piece) -> Printed.of(piece.text()))
				.toList();
		}
		Printed[] values = new Printed[COLUMNS];
		Arrays.fill(values, Printed.of(null));
		numbers.forEach((piece) -> values[nearest(piece.middle(), middles)] = Printed.of(piece.text()));
		return List.of(values);
	}

	// words and numbers in turn, wherever the lines break
	private void readInTurn(List<Block.Line> lines) {
		StringBuilder label = new StringBuilder();
		List<Printed> values = new ArrayList<>();
		for (Block.Line line : lines) {
			for (Block.Piece piece : line.pieces()) {
				Printed printed = Printed.of(piece.text());
				if (printed.isFilled()) {
					values.add(printed);
					continue;
				}
				if (!values.isEmpty()) {
					endTurn(label, values);
				}
				label.append(piece.text());
			}
		}
		endTurn(label, values);
	}

	private void endTurn(StringBuilder label, List<Printed> values) {
		if (values.size() == COLUMNS) {
			this.rows.add(new Found(label.toString(), label.toString(), List.copyOf(values)));
		}
		label.setLength(0);
		values.clear();
	}

	private void put() {
		List<@Nullable Row> order = RowOrder.of(this.rows.stream().map(Found::label).toList(),
				this.rows.stream().map(Found::around).toList());
		List<Row> printed = new ArrayList<>();
		for (int i = 0; i < order.size(); i++) {
			Row row = order.get(i);
			if (row != null) {
				printed.add(row);
				Found found = this.rows.get(i);
				for (Column column : Column.values()) {
					this.cells.put(Place.of(row, column), found.values().get(column.ordinal()));
				}
				if (Words.bare(found.around()).isEmpty()) {
					this.oddities.add(
							new Oddity(Oddity.Kind.LOST_LABEL, Place.Table.THREE, row.jsonName(), "", row.label(), ""));
				}
			}
		}
		if (!printed.isEmpty()) {
			noteMissing(printed);
		}
	}

	private void noteMissing(List<Row> printed) {
		TableThreeForm form = printed.contains(Row.OTHER_AGGREGATE) ? TableThreeForm.FORM_2019
				: TableThreeForm.FORM_2021;
		form.rows()
			.stream()
			.filter((row) -> !printed.contains(row))
			.forEach((row) -> this.oddities
				.add(new Oddity(Oddity.Kind.MISSING_ROW, Place.Table.THREE, row.jsonName(), "", row.label(), "")));
		if (form == TableThreeForm.FORM_2019) {
			this.oddities.add(new Oddity(Oddity.Kind.FIRST_FORM, Place.Table.THREE, Row.OTHER_AGGREGATE.jsonName(), "",
					Row.Group.OTHER.label() + "：1、2、3", Row.OTHER_AGGREGATE.label()));
		}
	}

}
