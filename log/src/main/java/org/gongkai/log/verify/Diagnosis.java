package org.gongkai.log.verify;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

import org.gongkai.log.proof.Hasher;
import org.gongkai.log.proof.Leaf;
import org.jspecify.annotations.Nullable;

/// Tells from events that are not the recorded ones what was done to the log: an event that is the recorded one of another
/// position was moved there.
final class Diagnosis {

	/// Among more than so many, only neighbours are tried.
	private static final int PAIRS = 64;

	private final Hasher hasher;

	private final TreeMap<Long, Leaf> events = new TreeMap<>();

	private final TreeMap<Long, byte[]> hashes = new TreeMap<>();

	/// @param beyond the stored leaf behind the last position, if there is one
	Diagnosis(Hasher hasher, List<Stretch.Different> different, long last, byte @Nullable [] beyond) {
		this.hasher = hasher;
		different.forEach((one) -> {
			this.events.put(one.leaf().position(), one.leaf());
			this.hashes.put(one.leaf().position(), one.hash());
		});
		if (beyond != null) {
			this.hashes.put(last + 1, beyond);
		}
	}

	void tell(Findings findings) {
		while (!this.events.isEmpty()) {
			long position = this.events.firstKey();
			boolean belongsNext = belongs(position, position + 1);
			boolean nextBelongs = belongs(position + 1, position);
			if (belongsNext && !nextBelongs) {
				findings.add(Finding.at(Fault.DELETED, position,
						"the event of this position is gone, those behind it have moved up"));
				forgetMoved(position, 1);
			}
			else if (nextBelongs && !belongsNext) {
				findings.add(
						Finding.at(Fault.INSERTED, position, "an event was put here, those behind it have moved down"));
				forgetMoved(position + 1, -1);
			}
			else {
				alone(position, findings);
			}
			this.events.remove(position);
		}
	}

	private void alone(long position, Findings findings) {
		Leaf event = this.events.firstEntry().getValue();
		long home = home(position);
		if (home == position) {
			findings.add(Finding.at(Fault.CHANGED, position,
					"payload, metadata, time or another field of this " + event.name() + " is not what was recorded"));
			return;
		}
		findings.add(Finding.at(Fault.SWAPPED, position, "the event of position " + home + " stands here"));
		if (belongs(home, position)) {
			this.events.remove(home);
		}
	}

	/// Where the event of a position was recorded; the same position if nowhere else.
	private long home(long position) {
		if (this.hashes.size() > PAIRS) {
			return belongs(position, position + 1) ? position + 1 : position;
		}
		return this.hashes.keySet().stream().filter((other) -> belongs(position, other)).findFirst().orElse(position);
	}

	private boolean belongs(long position, long other) {
		Leaf event = this.events.get(position);
		byte[] hash = this.hashes.get(other);
		return event != null && hash != null && Arrays.equals(this.hasher.leaf(event.at(other).data()), hash);
	}

	/// What moved by one is not wrong by itself.
	private void forgetMoved(long from, int by) {
		long position = from;
		while (belongs(position, position + by)) {
			this.events.remove(position);
			position++;
		}
	}

}
