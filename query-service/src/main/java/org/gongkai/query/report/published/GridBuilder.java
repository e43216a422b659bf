package org.gongkai.query.report.published;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Lays cells with their spans out in a grid, as a browser does.
final class GridBuilder {

	private static final int MOST_COLUMNS = 64;

	private static final int MOST_ROWS = 2_000;

	private final List<Map<Integer, Block.Cell>> rows = new ArrayList<>();

	private int row = -1;

	private int column;

	/// Begins a row.
	void row() {
		this.row++;
		this.column = 0;
		rowAt(this.row);
	}

	/// Puts the next cell of the row into the next free place.
	void cell(String text, int across, int down) {
		if (this.row >= MOST_ROWS) {
			throw new Unreadable("a table has more than " + MOST_ROWS + " rows");
		}
		while (rowAt(this.row).containsKey(this.column)) {
			this.column++;
		}
		int width = Math.clamp(across, 1, MOST_COLUMNS);
		if (this.column + width > MOST_COLUMNS) {
			throw new Unreadable("a table has more than " + MOST_COLUMNS + " columns");
		}
		int height = Math.clamp(down, 1, MOST_ROWS);
		for (int y = 0; y < height && this.row + y < MOST_ROWS; y++) {
			for (int x = 0; x < width; x++) {
				rowAt(this.row + y).putIfAbsent(this.column + x, new Block.Cell(text, x > 0 || y > 0));
			}
		}
		this.column += width;
	}

	/// Continues the cell above.
	void below(int across) {
		Block.Cell above = (this.row > 0) ? rowAt(this.row - 1).get(this.column) : null;
		for (int x = 0; x < Math.clamp(across, 1, MOST_COLUMNS); x++) {
			rowAt(this.row).put(this.column, new Block.Cell((above != null) ? above.text() : "", true));
			this.column++;
		}
	}

	Block.Grid build() {
		int width = this.rows.stream()
			.flatMap((cells) -> cells.keySet().stream())
			.mapToInt((at) -> at + 1)
			.max()
			.orElse(0);
		List<List<Block.Cell>> grid = new ArrayList<>();
		for (int y = 0; y <= this.row; y++) {
			List<Block.Cell> line = new ArrayList<>();
			for (int x = 0; x < width; x++) {
				line.add(this.rows.get(y).getOrDefault(x, Block.Cell.BLANK));
			}
			grid.add(List.copyOf(line));
		}
		return new Block.Grid(List.copyOf(grid));
	}

	private Map<Integer, Block.Cell> rowAt(int at) {
		while (this.rows.size() <= at) {
			this.rows.add(new HashMap<>());
		}
		return this.rows.get(at);
	}

}
