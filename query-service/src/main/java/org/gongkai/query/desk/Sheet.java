package org.gongkai.query.desk;

import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// A form with what was typed into it and what is wrong with that.
///
/// @param values by the fields' names
/// @param at what is wrong, by the fields' names
/// @param whole what is wrong with all of it
/// @param key under which it records once, however often it is handed in
/// @param outdated whether the record has changed since the form was shown
public record Sheet(Form form, Map<String, String> values, Map<String, Problem> at, @Nullable Problem whole, String key,
		boolean outdated) implements Answer {

	/// The field for the clerk's name, where that is not known yet.
	public static final String ACTOR = "actor";

	public Sheet {
		values = Map.copyOf(values);
		at = Map.copyOf(at);
	}

	/// A form still to be filled in.
	/// @param values what stands in it at first
	public static Sheet blank(Form form, Map<String, String> values) {
		return new Sheet(form, values, Map.of(), null, UUID.randomUUID().toString(), false);
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

	/// The beginning of the ids of its elements.
	public String id() {
		return this.form.command();
	}

}
