package org.gongkai.command.integration;

import java.util.List;

/// A row of a file as it stands there.
///
/// @param number within the file, the first row being 1
/// @param cells without blanks around them; a formula is a lone `=`
record Line(int number, List<String> cells) {

	Line {
		cells = List.copyOf(cells);
	}

	boolean isBlank() {
		return this.cells.stream().allMatch(String::isEmpty);
	}

	/// The cell at a place; empty beyond the last.
	String cell(int place) {
		return (place < this.cells.size()) ? this.cells.get(place) : "";
	}

}
