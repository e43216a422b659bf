package org.gongkai.query.report.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import org.gongkai.query.report.document.FormTable.Placed;

/// Lays a table of the form out on pages. A table that fits on one page is not torn; a longer one is broken between rows, never
/// where the words of a merged cell would not fit on both sides, and its head is repeated.
final class PdfTable {

	private static final float SIZE = 9;

	private static final float LINE = 12;

	private static final float PADDING = 2.5f;

	/// The height of a table that still fits on a page with the heading of its section.
	private static final float WHOLE = PdfPages.HEIGHT - 60;

	private final LineBreaker breaker = new LineBreaker((character) -> SongFont.width(character) * SIZE);

	private final PdfPages pages;

	private final float[] edges;

	private final Band head;

	private final Band body;

	/// A part of the table with the heights of its rows.
	private record Band(List<Placed> cells, float[] heights) {

		float height(int from, int to) {
			float sum = 0;
			for (int row = from; row < to; row++) {
				sum += this.heights[row];
			}
			return sum;
		}

		float height() {
			return height(0, this.heights.length);
		}

	}

	PdfTable(PdfPages pages, FormTable form) {
		this.pages = pages;
		int all = form.widths().stream().mapToInt(Integer::intValue).sum();
		this.edges = new float[form.widths().size() + 1];
		for (int column = 0; column < form.widths().size(); column++) {
			this.edges[column + 1] = this.edges[column] + PdfPages.WIDTH * form.widths().get(column) / all;
		}
		this.head = band(form.placedHead(), form.head().size());
		this.body = band(form.placedBody(), form.body().size());
	}

	/// The height of the whole table.
	float height() {
		return this.head.height() + this.body.height();
	}

	/// How much room the table needs on the page it begins on: all of it if a page has so
	/// much.
	float beginning() {
		return (height() <= WHOLE) ? height() : this.head.height() + this.body.height(0, end(0, PdfPages.HEIGHT / 2));
	}

	void write() throws IOException {
		int row = 0;
		while (row < this.body.heights().length) {
			float room = this.pages.left() - this.head.height();
			int end = end(row, room);
			if (end == row) {
				if (!this.pages.isFresh()) {
					this.pages.turn();
					continue;
				}
				end = row + 1;
			}
			draw(this.head, 0, this.head.heights().length);
			draw(this.body, row, end);
			row = end;
			if (row < this.body.heights().length) {
				this.pages.turn();
			}
		}
	}

	/// The row after the last that fits into the room.
	private int end(int from, float room) {
		int end = from;
		while (end < this.body.heights().length && this.body.height(from, end + 1) <= room) {
			end++;
		}
		if (end == this.body.heights().length) {
			return end;
		}
		for (int at = end; at > from; at--) {
			if (mayBreak(from, at)) {
				return at;
			}
		}
		return end;
	}

	private boolean mayBreak(int from, int at) {
		return this.body.cells().stream().filter((cell) -> cell.row() < at && at < cell.endRow()).allMatch((cell) -> {
			float words = textHeight(cell);
			return words <= this.body.height(Math.max(from, cell.row()), at)
					&& words <= this.body.height(at, cell.endRow());
		});
	}

	private void draw(Band band, int from, int to) throws IOException {
		float top = this.pages.y();
		for (Placed cell : band.cells()) {
			int begin = Math.max(from, cell.row());
			int end = Math.min(to, cell.endRow());
			if (begin < end) {
				float height = band.height(begin, end);
				float bottom = top - band.height(from, end);
				float x = this.edges[cell.column()];
				float width = this.edges[cell.endColumn()] - x;
				this.pages.box(x, bottom, width, height);
				text(cell, x, bottom + height, width, height);
			}
		}
		this.pages.skip(band.height(from, to));
	}

	private void text(Placed placed, float x, float top, float width, float height) throws IOException {
		List<String> lines = lines(placed);
		FormTable.Cell cell = placed.cell();
		boolean left = cell.kind() == FormTable.Kind.ROW_HEAD && cell.rowspan() == 1;
		float y = top - (height - lines.size() * LINE) / 2;
		for (String line : lines) {
			y -= LINE;
			float natural = (float) this.breaker.width(line);
			// a number is never cut: one that is too wide is printed smaller
			float size = SIZE * Math.min(1, (width - 2 * PADDING) / Math.max(natural, 1));
			float slack = width - natural * size / SIZE;
			this.pages.write(new PdfPages.Line(line, x + (left ? PADDING : slack / 2), size, 0, false),
					y + SIZE * PdfPages.DESCENT);
		}
	}

	private List<String> lines(Placed placed) {
		String text = placed.cell().text();
		if (text.isEmpty()) {
			return List.of();
		}
		if (placed.cell().isNumber()) {
			return List.of(text);
		}
		return this.breaker.lines(text, 0, this.edges[placed.endColumn()] - this.edges[placed.column()] - 2 * PADDING);
	}

	private float textHeight(Placed placed) {
		return lines(placed).size() * LINE + 2 * PADDING;
	}

	private Band band(List<Placed> cells, int rows) {
		float[] heights = new float[rows];
		Arrays.fill(heights, LINE + 2 * PADDING);
		Band band = new Band(cells, heights);
		List<Placed> bySpan = new ArrayList<>(cells);
		bySpan.sort(Comparator.comparingInt((cell) -> cell.cell().rowspan()));
		for (Placed cell : bySpan) {
			float lacking = textHeight(cell) - band.height(cell.row(), cell.endRow());
			for (int row = cell.row(); row < cell.endRow() && lacking > 0; row++) {
				heights[row] += lacking / cell.cell().rowspan();
			}
		}
		return band;
	}

}
