package org.gongkai.statute.report;

import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

import org.jspecify.annotations.Nullable;

/// 口径变更预演: what table three of every office and year would be under another definition than the one in force, and which cells and
/// cases would move. Nothing is recorded by it.
///
/// @param years the years compared, each with the version in force
/// @param rows that only one of the two forms prints
/// @param columns that only one of the two forms prints
/// @param cells that would show another number, by agency, year and the order of the form
/// @param cases that would be counted elsewhere, by agency, year and id
/// @param identities 勾稽关系 of the rehearsed definition, and where they fail
public record Rehearsal(List<Compared> years, List<Head> rows, List<Head> columns, List<MovedCell> cells,
		List<MovedCase> cases, List<Checked> identities) {

	/// A case as it counts.
	///
	/// @param id of the case
	/// @param facts what of it counts
	public record Case(String id, CountedCase facts) {
	}

	/// @param inForce version of the definition in force
	public record Compared(int year, String inForce) {
	}

	/// Which of the two forms prints a row or column.
	public enum OnlyIn {

		/// 现行口径.
		IN_FORCE,
		/// 预演口径.
		REHEARSED

	}

	/// A row or column that only one of the two forms prints.
	///
	/// @param inForce version of the definition in force that is compared
	/// @param key its name on the wire
	/// @param label the words on the form
	/// @param onlyIn where it is
	public record Head(String inForce, String key, String label, OnlyIn onlyIn) {
	}

	/// A cell that would show another number. A cell that only one form prints moves
	/// unless
	/// 0 stands in it.
	///
	/// @param from the number under the definition in force; null where it has no such
	/// cell
	/// @param to the number under the rehearsed one; null where it has no such cell
	/// @param onlyIn null where both forms print it
	public record MovedCell(String agency, int year, String row, String column, @Nullable Integer from,
			@Nullable Integer to, @Nullable OnlyIn onlyIn) {
	}

	/// A case that would be counted in another row or column. One that moves with both
	/// its entry (new, carried in) and its end (outcome, carried out) is listed twice.
	///
	/// @param id of the case
	/// @param from where it counts under the definition in force
	/// @param to where it would count
	public record MovedCase(String id, String agency, int year, Place from, Place to) {
	}

	/// A cell by the names on the wire of its row and column.
	public record Place(String row, String column) {
	}

	/// @param name of the identity
	/// @param holds for every office, year and column
	/// @param broken where it does not
	public record Checked(String name, boolean holds, List<Broken> broken) {
	}

	/// Where an identity does not hold.
	///
	/// @param left sum of the rows on the left
	/// @param right sum of those on the right; null where last year's form has no such
	/// row or column
	public record Broken(String agency, int year, String column, int left, @Nullable Integer right) {
	}

	/// Counts all cases under both definitions.
	/// @param years for which the rehearsed definition is to be, whatever it is bound to
	/// @param reported agency to the years it reports; its cases count in no others, and
	/// cases of agencies that are missing are left out
	public static Rehearsal of(Definition rehearsed, IntPredicate years, List<Case> cases,
			Map<String, Definition.Years> reported) {
		return new RehearsedTables(rehearsed, years, cases, reported).compare();
	}

}
