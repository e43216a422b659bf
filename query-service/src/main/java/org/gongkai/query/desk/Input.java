package org.gongkai.query.desk;

import java.util.List;

import org.gongkai.query.Stored;

/// One field of a form.
///
/// @param name of the command's field; `personal.name` lies within `personal`
/// @param kind what is typed
/// @param zh its label
/// @param en its label in English
/// @param needed whether it may not stay empty
/// @param hints what the law or the record expects of it
/// @param choices of a choice
public record Input(String name, Kind kind, String zh, String en, boolean needed, List<Hint> hints,
		List<Choices> choices) {

	/// What is typed into a field.
	public enum Kind {

		/// A day.
		DAY,
		/// Days and stretches of days, one a line.
		DAYS,
		/// A text on one line.
		LINE,
		/// A text.
		TEXT,
		/// A text of many paragraphs.
		PARAGRAPHS,
		/// A whole number.
		NUMBER,
		/// An amount of money in 元.
		MONEY,
		/// One of some values.
		CHOICE,
		/// One of some numbers.
		NUMBER_CHOICE,
		/// Yes, or nothing.
		TICK,
		/// Yes, no, or nothing.
		YES_NO,
		/// A file.
		FILE

	}

	/// A hint.
	///
	/// @param when the value of a choice in the form with which it holds; empty for
	/// always
	/// @param text in Chinese
	public record Hint(String when, String text) {
	}

	/// Choices under one heading.
	///
	/// @param heading empty for none
	public record Choices(String heading, List<Choice> all) {
	}

	/// A value to choose.
	public record Choice(String value, String label) {

		/// A constant of the vocabulary.
		public static Choice of(Enum<?> constant, String label) {
			return new Choice(Stored.name(constant), label);
		}

	}

	/// A needed field.
	public static Input of(Kind kind, String name, String zh, String en) {
		return new Input(name, kind, zh, en, true, List.of(), List.of());
	}

	/// A needed day.
	public static Input day(String name, String zh, String en) {
		return of(Kind.DAY, name, zh, en);
	}

	/// A text on one line that may stay empty.
	public static Input line(String name, String zh, String en) {
		return of(Kind.LINE, name, zh, en).optional();
	}

	/// A text that may stay empty.
	public static Input text(String name, String zh, String en) {
		return of(Kind.TEXT, name, zh, en).optional();
	}

	/// A needed choice.
	public static Input choice(String name, String zh, String en, List<Choice> choices) {
		return of(Kind.CHOICE, name, zh, en).among(List.of(new Choices("", choices)));
	}

	/// The same field, which may stay empty.
	public Input optional() {
		return new Input(this.name, this.kind, this.zh, this.en, false, this.hints, this.choices);
	}

	/// The same field, which may not stay empty.
	public Input required() {
		return new Input(this.name, this.kind, this.zh, this.en, true, this.hints, this.choices);
	}

	/// The same field with one hint.
	public Input hint(String text) {
		return hints(List.of(new Hint("", text)));
	}

	/// The same field with these hints.
	public Input hints(List<Hint> all) {
		return new Input(this.name, this.kind, this.zh, this.en, this.needed, List.copyOf(all), this.choices);
	}

	/// The same field with these choices.
	public Input among(List<Choices> all) {
		return new Input(this.name, this.kind, this.zh, this.en, this.needed, this.hints, List.copyOf(all));
	}

	/// The name as part of an element's id.
	public String id() {
		return this.name.replace('.', '-');
	}

}
