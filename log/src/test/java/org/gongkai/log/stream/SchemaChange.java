package org.gongkai.log.stream;

/// How a schema differs from what was published.
///
/// @param rule what `docs/stream/evolution.md` says of it
/// @param form the event's name and revision
/// @param field path of the field, empty for the event itself
/// @param what the difference
record SchemaChange(Rule rule, String form, String field, String what) {

	/// Whether followers of the published schema go on with it.
	boolean compatible() {
		return this.rule.compatible;
	}

	@Override
	public String toString() {
		return this.form + (this.field.isEmpty() ? "" : " " + this.field) + ": " + this.what + " (" + this.rule.sentence
				+ ")";
	}

	/// How an event may change, and how it may not.
	enum Rule {

		EVENT_REMOVED(false, "an event that was published is described for ever"),
		FIELD_REMOVED(false, "a field is never removed and never renamed"),
		TYPE_CHANGED(false, "a field keeps its type and its format"),
		WORD_REMOVED(false, "a word is never taken away and never renamed"),
		CLOSED_WORD_ADDED(false, "a word is added only where the schema says x-extensible-enum"),
		OPTIONAL_MADE_REQUIRED(false, "what may be absent in stored events may be absent for ever"),
		REQUIRED_MADE_OPTIONAL(false, "what is always there stays always there"),
		REQUIRED_ADDED(false, "a new field may be absent, as stored events lack it"),
		ADDITIONS_REFUSED(false, "a schema never refuses fields that it does not know"),
		EVENT_ADDED(true, "a new event or revision gets a schema"),
		OPTIONAL_ADDED(true, "a field that may be absent may be added"),
		WORD_ADDED(true, "a word may be added where the schema says x-extensible-enum"),
		REWORDED(true, "a description may be put better");

		private final boolean compatible;

		private final String sentence;

		Rule(boolean compatible, String sentence) {
			this.compatible = compatible;
			this.sentence = sentence;
		}

		String sentence() {
			return this.sentence;
		}

	}

}
