package org.gongkai.query.desk;

/// What becomes of a form that was handed in.
public sealed interface Answer permits Answer.Recorded, Sheet {

	/// It was recorded and is shown.
	///
	/// @param version the place of the last new entry within its case, from 0
	record Recorded(long version) implements Answer {
	}

}
