package org.gongkai.log.received;

import org.gongkai.events.Event;
import org.gongkai.log.stream.StreamRecord;

/// A record that fits the end of its partition.
///
/// @param event of the record
/// @param partition it came in
/// @param next where to read on once it is taken
public record Arrival(StreamRecord record, Event event, int partition, Place next) {
}
