package org.gongkai.command.integration;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

import org.gongkai.command.disclosure.RecordId;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.jspecify.annotations.Nullable;

/// The cells of one row of a list of proactive disclosure.
record DisclosureCells<C extends Enum<C> & ImportColumn>(Map<C, String> cells) {

	DisclosureCells {
		cells = Map.copyOf(cells);
	}

	/// The text of a column; null where it is empty.
	@Nullable String text(C column) {
		return this.cells.get(column);
	}

	/// The text of a column that every row has.
	String needed(C column) {
		return Objects.requireNonNull(this.cells.get(column));
	}

	LocalDate day(C column) {
		return LocalDate.parse(needed(column));
	}

	<E extends Enum<E>> E word(C column, Class<E> type) {
		return Enum.valueOf(type, needed(column).toUpperCase(Locale.ROOT));
	}

	/// The record that the row is about.
	/// @throws RowRefused for a code or number that cannot be
	RecordId id(C agency, C number, String no) {
		return told(() -> new RecordId(needed(agency), no), (_) -> number);
	}

	/// Requires that a cell says what is recorded.
	/// @throws RowRefused `import-conflict`
	void same(C column, String told, String recorded) {
		if (!told.equals(recorded)) {
			throw new RowRefused(new RowRefused.Cell(column, Rule.IMPORT_CONFLICT,
					column.chinese() + "与已登记的内容不一致：已登记“" + recorded + "”",
					column.header() + " is recorded as \"" + recorded + "\", not \"" + told + "\""));
		}
	}

	/// Does something, a refusal of which is about a cell.
	/// @throws RowRefused if it is refused
	<T> T told(Supplier<T> work, java.util.function.Function<Rule, C> about) {
		try {
			return work.get();
		}
		catch (Refused ex) {
			throw new RowRefused(RowRefused.Cell.of(about.apply(ex.rule()), ex));
		}
	}

}
