package org.gongkai.log;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.gongkai.events.Event;
import org.gongkai.events.Recorded;
import org.jspecify.annotations.Nullable;

/// Reads the log in the order of its positions, which are dense: 1, 2, 3 and so on without a hole.
public interface LogReader {

	/// The last position; 0 while the log is empty.
	long head();

	/// The events after a position, ascending and without a hole.
	/// @param after 0 for the beginning
	/// @param limit how many at most, at least 1
	List<Recorded<Event>> read(long after, int limit);

	/// The events of one case, agency or calendar that have a position, in their order.
	List<Recorded<Event>> stream(String streamId);

	/// The events of several streams up to a position, each stream in its order.
	Map<String, List<Recorded<Event>>> streams(Collection<String> streamIds, long upTo);

	/// The ids of all streams that begin so and were begun by a position, in their order.
	/// @param prefix such as `document:T/`
	List<String> begun(String prefix, long upTo);

	/// Reads one of several disjoint parts of the whole log in bulk, stream after stream.
	/// @param part 0 to parts - 1
	/// @param after only streams behind this one, in the order of their ids; empty for
	/// all
	/// @param upTo the last position that is read
	/// @param stream takes the events of one stream, in its order
	void eachStream(int part, int parts, String after, long upTo, Consumer<List<Recorded<Event>>> stream);

	/// Reads some of the next streams, whole, in the order of their ids. The memory that
	/// it needs depends on neither the
	/// length of the log nor the size of its events: it stops at a few thousand events or
	/// a few megabytes, and only a single
	/// stream that is longer than that is read beyond.
	/// @param after only streams behind this one; empty for the first
	/// @param upTo the last position that is read
	/// @throws TooMuchToRead if a single stream is too long to be held in memory
	NextStreams nextStreams(String after, long upTo);

	/// Some streams.
	///
	/// @param streams the events of each, in its order
	/// @param next where to go on; null at the end
	record NextStreams(List<List<Recorded<Event>>> streams, @Nullable String next) {
	}

	/// When the event at a position was recorded; empty beyond the head and for 0.
	Optional<Instant> recordedAt(long position);

	/// The last position before the first event that was recorded at an instant or later;
	/// the head when there is none.
	long positionBefore(Instant instant);

	/// How many events are committed, with or without a position.
	long committed();

	/// Waits until every event that was committed before this call has its position.
	/// @return the head then
	/// @throws LogBehind when that takes longer than the limit
	long settle(Duration limit);

	/// The same log for whoever needs nothing personal: what is sealed reads as absent
	/// and
	/// no key is asked for.
	LogReader impersonal();

}
