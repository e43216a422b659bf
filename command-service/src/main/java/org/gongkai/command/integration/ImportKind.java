package org.gongkai.command.integration;

import org.gongkai.command.Circumstances;

/// What a file is a file of, and how its rows are taken.
@FunctionalInterface
interface ImportKind {

	/// Judges every row of the file, and records those that may be.
	/// @param by who imports, and why what is published may change
	/// @param fileName kept beside every event
	/// @param progress is told of every row
	/// @throws FileRefused if the file is refused as a whole; nothing was recorded
	void run(TableFile file, Circumstances by, String fileName, Import progress);

}
