package org.gongkai.log.received;

import java.util.List;

import org.gongkai.events.Event;
import org.gongkai.log.stream.StreamRecord;
import org.jspecify.annotations.Nullable;

/// Decides what becomes of a record: several sources may tell of the same agency.
public interface Judge {

	/// @param event of the record
	/// @throws Contradiction if it cannot stand beside what is known
	Verdict judge(StreamRecord record, Event event, Known known);

	/// What becomes of a record.
	enum Verdict {

		/// It stands in the received log, in its place within its stream.
		KEEP,
		/// It stands in the received log, behind what other sources said in the same
		/// stream.
		KEEP_BESIDE_OTHERS,
		/// It was taken, and does not stand in the received log.
		SET_ASIDE

	}

	/// What was taken so far, the records before in the same transaction included.
	interface Known {

		/// The source that the records of an agency come from; null while none came.
		@Nullable String speaker(String subject);

		/// From now on the records of an agency come from the source of this record.
		void speaks(String subject);

		/// What was kept of a stream, in its order.
		List<Heard> heard(String stream);

	}

	/// An event and the source that it came from.
	record Heard(String source, Event event) {
	}

}
