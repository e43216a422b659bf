package org.gongkai.query;

import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.gongkai.log.personal.PersonalKeys;
import org.gongkai.log.personal.Safe;
import org.jspecify.annotations.Nullable;

/// Opens the personal cells of rows when they are shown, and finds words in them.
public final class PersonalCells {

	private final PersonalKeys keys;

	PersonalCells(PersonalKeys keys) {
		this.keys = keys;
	}

	/// The words of a search, for rows of one table.
	/// @param q as typed; null or blank for no condition
	/// @param clear the columns in clear that words are looked for in, or an expression
	/// @param marks the column with the marks of the personal cells
	public Words words(@Nullable String q, String clear, String marks) {
		List<String> words = (q == null || q.isBlank()) ? List.of() : List.of(q.strip().split("\\s+"));
		return new Words(words, this.keys, clear, marks);
	}

	/// Rows with their personal cells open; they are null where a key is gone.
	/// @param stream of a row
	/// @param open the row with its cells opened by what it is given
	public <T> List<T> open(Collection<T> rows, Function<T, String> stream, BiFunction<T, Opener, T> open) {
		if (rows.isEmpty()) {
			return List.of();
		}
		Safe safe = this.keys.safe(rows.stream().map(stream).distinct().toList());
		return rows.stream()
			.map((row) -> open.apply(row, (column, sealed) -> safe.openCell(stream.apply(row), column, sealed)))
			.toList();
	}

	/// Opens a cell of one row.
	public interface Opener {

		/// @param column its name
		@Nullable String cell(String column, @Nullable String sealed);

	}

}
