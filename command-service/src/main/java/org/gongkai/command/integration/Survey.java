package org.gongkai.command.integration;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;

import org.gongkai.statute.Rule;
import org.jspecify.annotations.Nullable;

/// What a first reading of a file finds before anything is recorded: its header, how many rows it has, and which of them
/// stand twice.
final class Survey<C extends Enum<C> & ImportColumn> {

	private final Class<C> columns;

	private final List<C> keys;

	private final Map<String, Integer> firsts = new HashMap<>();

	private final Map<String, TreeSet<Integer>> twice = new HashMap<>();

	private @Nullable Header<C> header;

	private int rows;

	private Survey(Class<C> columns, List<C> keys) {
		this.columns = columns;
		this.keys = keys;
	}

	/// Reads the whole file once.
	/// @param keys the columns that name a row together, the last one first in messages
	/// @throws FileRefused if the file cannot be read, or its header is wrong
	static <C extends Enum<C> & ImportColumn> Survey<C> of(TableFile file, Class<C> columns, List<C> keys) {
		Survey<C> survey = new Survey<>(columns, keys);
		file.read(survey::take);
		survey.header();
		survey.firsts.clear();
		return survey;
	}

	/// Reads the file again, without its header.
	void read(TableFile file, Consumer<Line> rows) {
		boolean[] begun = { false };
		file.read((line) -> {
			if (begun[0]) {
				rows.accept(line);
			}
			begun[0] = true;
		});
	}

	Header<C> header() {
		if (this.header == null) {
			throw new FileRefused(Rule.IMPORT_HEADER, "文件是空的", "the file is empty");
		}
		return this.header;
	}

	int rows() {
		return this.rows;
	}

	/// @throws RowRefused `import-duplicate` if other rows name the same
	void requireOnce(Line line) {
		TreeSet<Integer> numbers = this.twice.get(key(line));
		if (numbers != null) {
			C column = this.keys.getLast();
			throw new RowRefused(new RowRefused.Cell(column, Rule.IMPORT_DUPLICATE,
					column.chinese() + "在文件中重复：第" + numbers.first() + "行、第" + numbers.last() + "行，均未导入",
					"rows " + numbers.first() + " and " + numbers.last() + " have the same " + column.header()
							+ "; none of them is taken"));
		}
	}

	private void take(Line line) {
		if (this.header == null) {
			this.header = Header.of(this.columns, line);
			return;
		}
		this.rows++;
		String key = key(line);
		if (!key.isBlank()) {
			Integer first = this.firsts.putIfAbsent(key, line.number());
			if (first != null) {
				this.twice.computeIfAbsent(key, (_) -> new TreeSet<>(List.of(first))).add(line.number());
			}
		}
	}

	private String key(Line line) {
		StringBuilder key = new StringBuilder();
		for (C column : this.keys) {
			key.append(header().text(line, column)).append('\n');
		}
		return key.toString();
	}

}
