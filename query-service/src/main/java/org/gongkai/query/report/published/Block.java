package org.gongkai.query.report.published;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// A part of a document: all formats are read into these two.
sealed interface Block {

	/// A line or paragraph outside of any table that the format marks as one.
	///
	/// @param pieces the words between wide gaps, left to right
	record Line(List<Piece> pieces) implements Block {

		/// A paragraph whose words have no places.
		static Line of(String text) {
			return new Line(List.of(new Piece(text, 0)));
		}

		String text() {
			return String.join(" ", this.pieces.stream().map(Piece::text).toList());
		}

	}

	/// Words at a place of a line.
	///
	/// @param middle where on the line, in units of the format
	record Piece(String text, double middle) {
	}

	/// A table with its merged cells repeated in every place they cover.
	///
	/// @param rows rows of the same length
	record Grid(List<List<Cell>> rows) implements Block {

		/// A table of rows that end together, whatever their length: cells merged to the
		/// left were printed once.
		static Grid endingTogether(List<List<Cell>> rows) {
			int width = rows.stream().mapToInt(List::size).max().orElse(0);
			return new Grid(rows.stream().map((row) -> {
				List<Cell> padded = new ArrayList<>(Collections.nCopies(width - row.size(), Cell.BLANK));
				padded.addAll(row);
				return List.copyOf(padded);
			}).toList());
		}

		int width() {
			return this.rows.isEmpty() ? 0 : this.rows.getFirst().size();
		}

		/// Everything in it as comparable words.
		String bare() {
			StringBuilder words = new StringBuilder();
			this.rows.forEach((row) -> row.stream()
				.filter((cell) -> !cell.continued())
				.forEach((cell) -> words.append(Words.bare(cell.text())).append(' ')));
			return words.toString();
		}

	}

	/// A cell of a grid.
	///
	/// @param continued whether it is the continuation of a merged cell above or to the
	/// left
	record Cell(String text, boolean continued) {

		static final Cell BLANK = new Cell("", false);

	}

}
