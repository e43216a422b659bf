package org.gongkai.query;

import java.util.Collection;
import java.util.List;

/// From which other logs what is shown came, and how far of each. A query-service on its own log has none.
public interface Completeness {

	/// How far of each source everything is in what is known at a position here; none
	/// for a log of its own.
	List<SourcePosition> at(long position);

	/// The position here up to which is known what was known at a position of the log
	/// that an event came from.
	/// @param recorded where that event stands here
	/// @param position in the log that it came from
	/// @param agencies whose records are asked for
	/// @throws org.gongkai.statute.Refused `only-at-the-source` where records of these
	/// agencies come from other logs too
	long here(long recorded, long position, Collection<String> agencies);

	/// For what is fixed in a log by its own positions.
	/// @throws org.gongkai.statute.Refused `only-at-the-source` where what is shown was
	/// received
	void requireOwnLog();

	/// What is shown is the log in the database.
	final class OwnLog implements Completeness {

		@Override
		public List<SourcePosition> at(long position) {
			return List.of();
		}

		@Override
		public long here(long recorded, long position, Collection<String> agencies) {
			return position;
		}

		@Override
		public void requireOwnLog() {
			// it is
		}

	}

	/// 截至.
	///
	/// @param source the log's name
	/// @param position everything up to this position of that log is there
	/// @param stopped whether nothing more of it is taken at present, as a record is
	/// missing or wrong
	record SourcePosition(String source, long position, boolean stopped) {

		/// In a sentence.
		public String words() {
			return this.source + " 第" + this.position + "位" + (this.stopped ? "（接收中止，此后的记录未计入）" : "");
		}

	}

}
