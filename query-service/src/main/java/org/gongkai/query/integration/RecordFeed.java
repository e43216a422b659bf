package org.gongkai.query.integration;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// A topic as a receiver reads it: its partitions, each from an offset on.
interface RecordFeed extends AutoCloseable {

	/// What lies on a topic.
	///
	/// @param headers those that are text
	record Raw(int partition, long offset, String key, Map<String, String> headers, String data) {
	}

	/// The topic as it is now: one that was made anew under its name has another id.
	/// @throws FeedFailed if it is not there or no broker answers
	String topicId();

	/// Begins to read all partitions anew.
	/// @param offsets of the next record in each; the others are read from their
	/// beginning
	/// @throws FeedFailed if no broker answers
	void begin(Map<Integer, Long> offsets);

	/// What came, in the order of each partition; empty after the wait.
	/// @throws FeedFailed if it cannot be read
	List<Raw> poll(Duration wait);

	/// Reads no more of these partitions for the present.
	void hold(Collection<Integer> partitions);

	/// Whether everything that lies there was read, held partitions apart.
	/// @throws FeedFailed if no broker answers
	boolean exhausted();

	@Override
	void close();

	/// The topic cannot be read at present.
	final class FeedFailed extends RuntimeException {

		private static final long serialVersionUID = 1L;

		FeedFailed(String why, Throwable cause) {
			super(why, cause);
		}

	}

}
