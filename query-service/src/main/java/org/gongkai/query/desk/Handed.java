package org.gongkai.query.desk;

/// What becomes of a file that was handed in.
public sealed interface Handed permits Handed.Taken, Sheet {

	/// It is judged row by row.
	///
	/// @param id asks how far that is
	record Taken(String id) implements Handed {
	}

}
