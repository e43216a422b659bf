package org.gongkai.command.integration;

/// What a file is a file of, and how its rows are taken.
@FunctionalInterface
interface ImportKind {

	/// Judges every row of the file, and records those that may be.
	/// @param actor who imports
	/// @param fileName kept beside every event
	/// @param progress is told of every row
	/// @throws FileRefused if the file is refused as a whole; nothing was recorded
	void run(TableFile file, String actor, String fileName, Import progress);

}
