package org.gongkai.log.received;

import org.gongkai.log.stream.PartitionEnd;

/// Where to read on in a partition.
///
/// @param offset of the next record to look at
/// @param end what the next one is chained to
public record Place(long offset, PartitionEnd end) {

	/// The beginning of a topic.
	public static final Place BEGINNING = new Place(0, PartitionEnd.NONE);

}
