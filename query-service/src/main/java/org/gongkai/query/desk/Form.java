package org.gongkai.query.desk;

import java.util.List;
import java.util.stream.Stream;

/// A form for one command.
///
/// @param command its name: `extend-deadline`
/// @param zh the act, as the law calls it
/// @param en the act in English
/// @param hint what the law says about it, in Chinese; empty for nothing
/// @param sections its fields
public record Form(String command, String zh, String en, String hint, List<Section> sections) {

	/// Fields that belong together.
	///
	/// @param legend empty for none
	/// @param when the value of a choice in the form with which it is filled in; empty
	/// for always
	public record Section(String legend, String when, List<Input> inputs) {
	}

	/// A form of one section.
	public static Form of(String command, String zh, String en, Input... inputs) {
		return new Form(command, zh, en, "", List.of(new Section("", "", List.of(inputs))));
	}

	/// The same form with what the law says about it.
	public Form hint(String text) {
		return new Form(this.command, this.zh, this.en, text, this.sections);
	}

	/// The same form with one more section.
	public Form section(String legend, String when, Input... inputs) {
		return new Form(this.command, this.zh, this.en, this.hint,
				Stream.concat(this.sections.stream(), Stream.of(new Section(legend, when, List.of(inputs)))).toList());
	}

	/// Whether one of its fields is a file.
	public boolean takesFile() {
		return inputs().stream().anyMatch((input) -> input.kind() == Input.Kind.FILE);
	}

	/// All fields in their order.
	public List<Input> inputs() {
		return this.sections.stream().flatMap((section) -> section.inputs().stream()).toList();
	}

}
