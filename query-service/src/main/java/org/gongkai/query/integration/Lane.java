package org.gongkai.query.integration;

import java.util.ArrayDeque;
import java.util.function.Function;

import org.gongkai.events.Event;
import org.gongkai.log.received.Arrival;
import org.gongkai.log.received.Place;
import org.gongkai.log.stream.MalformedRecord;
import org.gongkai.log.stream.PartitionEnd;
import org.gongkai.log.stream.StreamRecord;
import org.gongkai.query.integration.RecordFeed.Raw;
import org.jspecify.annotations.Nullable;

/// One partition: what came and fits, in its order. A record that does not fit is passed over, as the missing one may come
/// after it; the place to read on stays before it until it is known to be of no more use.
final class Lane {

	private static final long NOTHING = -1;

	private final String origin;

	private final int partition;

	private final Function<StreamRecord, Event> reader;

	private final ArrayDeque<Arrival> ready = new ArrayDeque<>();

	private PartitionEnd end;

	private long firstUnfit = NOTHING;

	private long lastUnfit;

	private @Nullable Fault fault;

	private long seen;

	/// @param reader reads the event of a record
	Lane(String origin, int partition, Place place, Function<StreamRecord, Event> reader) {
		this.reader = reader;
		this.origin = origin;
		this.partition = partition;
		this.end = place.end();
	}

	/// What fits and is not taken yet.
	ArrayDeque<Arrival> ready() {
		return this.ready;
	}

	/// Why the last record did not fit; null if it did.
	@Nullable Fault fault() {
		return this.fault;
	}

	/// The highest position that came, whether it fits or not.
	long seen() {
		return this.seen;
	}

	/// Whether something was passed over that may fit when it is read again.
	boolean hasPassedOver() {
		return this.firstUnfit != NOTHING && this.lastUnfit > this.end.position();
	}

	/// @return the record if it was seen before by its position, to be compared; null in
	/// every other case
	@Nullable StreamRecord add(Raw raw) {
		StreamRecord record;
		try {
			record = StreamRecord.read(raw.key(), raw.headers(), raw.data());
		}
		catch (MalformedRecord ex) {
			passOver(raw, 0, new Fault(Fault.Kind.UNREADABLE, at(raw) + ": " + ex.getMessage()));
			return null;
		}
		if (!record.source().equals(this.origin)) {
			passOver(raw, 0, new Fault(Fault.Kind.OTHER_SOURCE, at(raw) + " is of " + record.source()));
			return null;
		}
		this.seen = Math.max(this.seen, record.position());
		if (record.follows(this.end)) {
			fit(raw, record);
			return null;
		}
		if (record.position() <= this.end.position()) {
			return record;
		}
		passOver(raw, record.position(),
				(record.previous() == this.end.position())
						? new Fault(Fault.Kind.WRONG_HASH,
								at(raw) + ": position " + record.position() + " is not what its hash says")
						: new Fault(Fault.Kind.HOLE,
								at(raw) + ": position " + record.position() + " follows " + record.previous()
										+ " in its partition, and " + this.end.position() + " is the last that came"));
		return null;
	}

	private void fit(Raw raw, StreamRecord record) {
		PartitionEnd next = record.end();
		try {
			boolean passedOver = this.firstUnfit != NOTHING && this.lastUnfit > next.position();
			this.ready.add(new Arrival(record, this.reader.apply(record), this.partition,
					new Place(passedOver ? this.firstUnfit : raw.offset() + 1, next)));
			this.end = next;
			this.fault = null;
		}
		catch (RuntimeException ex) {
			// the reader's message may tell of the content
			passOver(raw, record.position(), new Fault(Fault.Kind.UNREADABLE, at(raw) + ": this version cannot read "
					+ record.name() + ".v" + record.revision() + " at position " + record.position()));
		}
	}

	private void passOver(Raw raw, long position, Fault why) {
		if (this.firstUnfit == NOTHING) {
			this.firstUnfit = raw.offset();
		}
		this.lastUnfit = Math.max(this.lastUnfit, position);
		this.fault = why;
	}

	private String at(Raw raw) {
		return "partition " + this.partition + ", offset " + raw.offset();
	}

}
