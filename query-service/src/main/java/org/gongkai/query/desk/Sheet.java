package org.gongkai.query.desk;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.gongkai.query.CommandClient;
import org.jspecify.annotations.Nullable;

/// A form with what was typed into it and what is wrong with that.
///
/// @param values by the fields' names
/// @param at what is wrong, by the fields' names
/// @param whole what is wrong with all of it
/// @param key under which it records once, however often it is handed in
/// @param outdated whether the record has changed since the form was shown
/// @param changes the published numbers that it would change; it records with a reason
/// @param seen the version of the record that it is handed in with again, where it may be recorded already: the same key with
/// another version is another form; null for the version that is shown
public record Sheet(Form form, Map<String, String> values, Map<String, Problem> at, @Nullable Problem whole, String key,
		boolean outdated, List<CommandClient.Change> changes, @Nullable Long seen) implements Answer, Handed {

	/// The field for the reason to change a published number, asked for when one would.
	static final String REASON = "changeReason";

	public Sheet {
		values = Map.copyOf(values);
		at = Map.copyOf(at);
		changes = List.copyOf(changes);
	}

	/// A form still to be filled in.
	/// @param values what stands in it at first
	public static Sheet blank(Form form, Map<String, String> values) {
		return new Sheet(form, values, Map.of(), null, UUID.randomUUID().toString(), false, List.of(), null);
	}

	/// Blank forms with the one that came back in its place; first, where it is no longer
	/// among them.
	/// @param refused null where none came back
	public static List<Sheet> with(List<Sheet> blank, @Nullable Sheet refused) {
		if (refused == null) {
			return blank;
		}
		return blank.stream().anyMatch(refused::isOf)
				? blank.stream().map((sheet) -> refused.isOf(sheet) ? refused : sheet).toList()
				: Stream.concat(Stream.of(refused), blank.stream()).toList();
	}

	private boolean isOf(Sheet other) {
		return this.form.command().equals(other.form.command());
	}

	/// What stands in a field.
	public String value(String name) {
		return this.values.getOrDefault(name, "");
	}

	/// What is wrong with a field.
	public @Nullable Problem problem(String name) {
		return this.at.get(name);
	}

	/// Whether anything is wrong.
	public boolean wrong() {
		return this.whole != null || !this.at.isEmpty();
	}

	/// Whether a reason is asked for, or was told.
	public boolean reasoned() {
		return !this.changes.isEmpty() || !value(REASON).isEmpty();
	}

	/// The words of a cell that would change.
	public CellName cell(CommandClient.Change change) {
		return CellName.of(change.table(), change.row(), change.column());
	}

	/// The beginning of the ids of its elements.
	public String id() {
		return this.form.command();
	}

}
