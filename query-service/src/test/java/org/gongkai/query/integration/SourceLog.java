package org.gongkai.query.integration;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongkai.events.Event;
import org.gongkai.events.EventCatalog;
import org.gongkai.events.agency.AgencyEvent;
import org.gongkai.events.application.ApplicationEvent;
import org.gongkai.events.calendar.CalendarAnnounced;
import org.gongkai.log.EventJson;
import org.gongkai.log.proof.Hash;
import org.gongkai.log.proof.Leaf;
import org.gongkai.log.stream.PartitionEnd;
import org.gongkai.log.stream.StreamRecord;

/// The log of another office, as the records that its relay makes of it.
final class SourceLog {

	private final String origin;

	private final List<Leaf> leaves = new ArrayList<>();

	private final Map<String, Long> sequences = new HashMap<>();

	private final Map<Integer, PartitionEnd> ends = new HashMap<>();

	SourceLog(String origin) {
		this.origin = origin;
	}

	String origin() {
		return this.origin;
	}

	/// Records an event and makes its record behind the last one of the partition.
	StreamRecord record(int partition, Event event) {
		String stream = switch (event) {
			case AgencyEvent e -> "agency:" + e.code();
			case ApplicationEvent e -> e.applicationId();
			case CalendarAnnounced e -> "calendar:" + e.year();
			default -> throw new IllegalArgumentException(event.toString());
		};
		String name = EventCatalog.nameOf(event.getClass());
		this.leaves.add(new Leaf(this.leaves.size() + 1, name.substring(0, name.indexOf('.')), stream,
				this.sequences.merge(stream, 0L, (last, _) -> last + 1),
				UUID.nameUUIDFromBytes((this.origin + this.leaves.size()).getBytes(StandardCharsets.UTF_8)), name, "1",
				Leaf.micros(Instant.parse("2024-07-01T01:00:00Z")), EventJson.write(event), "{}"));
		return send(partition, this.leaves.size());
	}

	/// The record of a position behind the last one of the partition.
	StreamRecord send(int partition, long position) {
		Leaf leaf = this.leaves.get((int) position - 1);
		StreamRecord record = StreamRecord.of(this.origin, leaf, Hash.SHA_256.hasher().leaf(leaf.data()),
				this.ends.getOrDefault(partition, PartitionEnd.NONE));
		this.ends.put(partition, record.end());
		return record;
	}

	/// Begins anew on an empty topic.
	void beginAnew() {
		this.ends.clear();
	}

}
