package org.gongkai.query.report.published;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/// Plain text. Its tables come in four ways: a cell a line, each begun by a tab, with an empty line between rows; cells
/// between tabs; cells between upright strokes; or words and numbers on a line with blanks between.
final class TextBlocks {

	private static final Pattern WORD = Pattern.compile("[^\\s\\p{Z}]+");

	private final List<Block> blocks = new ArrayList<>();

	private final List<List<Block.Cell>> rows = new ArrayList<>();

	private @Nullable List<String> cells;

	private final List<String> lines;

	private TextBlocks(List<String> lines) {
		this.lines = lines;
	}

	static List<Block> of(String text) {
		return new TextBlocks(text.lines().toList()).read();
	}

	private List<Block> read() {
		int empty = 0;
		for (int i = 0; i < this.lines.size(); i++) {
			String line = this.lines.get(i);
			if (line.strip().indexOf('\t') > 0 || line.strip().startsWith("|")) {
				endRow();
				row(line);
			}
			else if (line.startsWith("\t")) {
				if (empty > 0) {
					endRow();
				}
				cell(line.strip());
			}
			else if (line.isBlank()) {
				empty++;
				continue;
			}
			else if (continuesCell(i, empty)) {
				continueCell(line.strip());
			}
			else {
				endTable();
				this.blocks.add(line(line));
			}
			empty = 0;
		}
		endTable();
		return this.blocks;
	}

	// words of a broken cell: within a row, before its next cell
	private boolean continuesCell(int at, int empty) {
		if (this.cells == null || empty > 1 || Section.openedBy(this.lines.get(at)).isPresent()) {
			return false;
		}
		return this.lines.stream()
			.skip(at + 1L)
			.filter((line) -> !line.isEmpty())
			.findFirst()
			.filter((line) -> line.startsWith("\t"))
			.isPresent();
	}

	private void cell(String text) {
		if (this.cells == null) {
			this.cells = new ArrayList<>();
		}
		this.cells.add(text);
	}

	private void continueCell(String text) {
		List<String> row = this.cells;
		if (row != null) {
			row.set(row.size() - 1, row.getLast() + text);
		}
	}

	private void row(String line) {
		String content = line.strip();
		boolean strokes = content.startsWith("|");
		if (strokes && content.matches("[|\\s:\\-]+")) {
			return;
		}
		String[] texts = strokes ? content.replaceAll("^\\||\\|$", "").split("\\|", -1) : line.split("\t", -1);
		this.rows.add(Stream.of(texts).map((text) -> new Block.Cell(text.strip(), false)).toList());
	}

	private void endRow() {
		if (this.cells != null) {
			this.rows.add(this.cells.stream().map((text) -> new Block.Cell(text, false)).toList());
			this.cells = null;
		}
	}

	private void endTable() {
		endRow();
		if (!this.rows.isEmpty()) {
			this.blocks.add(Block.Grid.endingTogether(List.copyOf(this.rows)));
			this.rows.clear();
		}
	}

	private static Block.Line line(String line) {
		List<Block.Piece> pieces = new ArrayList<>();
		Matcher word = WORD.matcher(line);
		while (word.find()) {
			double from = width(line.substring(0, word.start()));
			pieces.add(new Block.Piece(word.group(), from + width(word.group()) / 2.0));
		}
		return new Block.Line(List.copyOf(pieces));
	}

	// Chinese characters take two places
	private static int width(String text) {
		return text.codePoints().map((point) -> (point < 0x2000) ? 1 : 2).sum();
	}

}
