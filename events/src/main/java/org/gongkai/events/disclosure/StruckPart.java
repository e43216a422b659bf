package org.gongkai.events.disclosure;

/// What of a document's record is struck.
public enum StruckPart {

	/// The whole record.
	RECORD,
	/// The repeal alone: the document is in force as before.
	REPEAL

}
