package org.gongkai.events;

/// The keys under which the circumstances of a recording are kept beside every event.
public final class Metadata {

	/// Who acted.
	public static final String ACTOR = "actor";

	/// 账号 of who acted; absent where the owner of the data folder did, who names himself.
	public static final String ACCOUNT = "account";

	/// The way the command came: `http`, `import`.
	public static final String VIA = "via";

	/// For an imported row: the file's name and the row's number in it, the header being
	/// row 1.
	public static final String IMPORT_FILE = "importFile";

	/// The row's number in the imported file.
	public static final String IMPORT_ROW = "importRow";

	/// Why something was recorded that changes a published number.
	public static final String REASON = "reason";

	/// In a received log: the log that the event came from.
	public static final String SOURCE = "source";

	/// In a received log: the event's position in the log that it came from.
	public static final String SOURCE_POSITION = "sourcePosition";

	private Metadata() {
	}

}
