package org.gongkai.query.desk;

/// What becomes of a form that was handed in.
public sealed interface Answer permits Answer.Recorded, Sheet {

	/// It was recorded and is shown.
	///
	/// @param stream the case, dispute, record or report
	/// @param version the place of the last new entry within it, from 0
	record Recorded(String stream, long version) implements Answer {
	}

}
