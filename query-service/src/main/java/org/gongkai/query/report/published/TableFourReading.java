package org.gongkai.query.report.published;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Reads table four (表四): fifteen numbers in one row, under heads of three levels.
final class TableFourReading {

	private static final List<Place> PLACES = Place.disputes();

	private final Map<Place, Printed> cells;

	private boolean found;

	TableFourReading(Map<Place, Printed> cells) {
		this.cells = cells;
	}

	boolean found() {
		return this.found;
	}

	/// Reads a grid if it is this table.
	void read(Block.Grid grid) {
		String words = grid.bare();
		if (this.found || !words.contains("尚未审结") || grid.width() < PLACES.size()) {
			return;
		}
		for (List<Block.Cell> row : grid.rows().reversed()) {
			List<Printed> values = row.subList(row.size() - PLACES.size(), row.size())
				.stream()
				.map((cell) -> Printed.of(cell.text()))
				.toList();
			if (values.stream().allMatch(Printed::isCell)) {
				put(values);
				return;
			}
		}
	}

	/// Reads the table from lines: fifteen numbers on one, or on several that hold no
	/// more.
	void read(List<Block.Line> lines) {
		List<Printed> all = new ArrayList<>();
		for (Block.Line line : lines) {
			List<Printed> values = line.pieces()
				.stream()
				.map((piece) -> Printed.of(piece.text()))
				.filter(Printed::isFilled)
				.toList();
			if (values.size() == PLACES.size()) {
				put(values);
				return;
			}
			all.addAll(values);
		}
		if (all.size() == PLACES.size()) {
			put(all);
		}
	}

	private void put(List<Printed> values) {
		this.found = true;
		for (int i = 0; i < PLACES.size(); i++) {
			this.cells.put(PLACES.get(i), values.get(i));
		}
	}

}
