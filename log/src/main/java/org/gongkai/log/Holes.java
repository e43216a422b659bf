package org.gongkai.log;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The indexes that were passed over: each is still to come or was lost in a rollback. Kept as ranges, because a crash
/// or a restored copy may skip any number of indexes at once.
final class Holes {

	private static final long NOT_YET = Long.MAX_VALUE;

	private final TreeMap<Long, Range> byFirst = new TreeMap<>();

	boolean isEmpty() {
		return this.byFirst.isEmpty();
	}

	/// The lowest index that may still come.
	long first() {
		return this.byFirst.firstKey();
	}

	List<Long> firsts() {
		return List.copyOf(this.byFirst.keySet());
	}

	List<Long> lasts() {
		return this.byFirst.values().stream().map(Range::last).toList();
	}

	/// Notes that nobody has seen the indexes from first to last; none when first is
	/// above last.
	void add(long first, long last) {
		if (first <= last) {
			this.byFirst.put(first, new Range(last, NOT_YET));
		}
	}

	/// An event came at the index after all, if it was a hole.
	void fill(long index) {
		Map.Entry<Long, Range> entry = this.byFirst.floorEntry(index);
		if (entry == null || entry.getValue().last() < index) {
			return;
		}
		Range range = entry.getValue();
		this.byFirst.remove(entry.getKey());
		if (entry.getKey() < index) {
			this.byFirst.put(entry.getKey(), new Range(index - 1, range.horizon()));
		}
		if (index < range.last()) {
			this.byFirst.put(index + 1, range);
		}
	}

	/// Whether a hole has no horizon yet.
	boolean hasUndated() {
		return this.byFirst.values().stream().anyMatch((range) -> range.horizon() == NOT_YET);
	}

	/// Gives the holes that have none the horizon: a transaction id that was drawn after
	/// all of them were seen.
	void date(long horizon) {
		this.byFirst.replaceAll((_, range) -> (range.horizon() == NOT_YET) ? new Range(range.last(), horizon) : range);
	}

	/// Forgets the holes whose makers have all ended: every transaction with an id below
	/// `ended`.
	void forgetDead(long ended) {
		this.byFirst.values().removeIf((range) -> range.horizon() <= ended);
	}

	/// @param last the last index of the range
	/// @param horizon the transaction id that must have been passed before the range is
	/// dead
	private record Range(long last, long horizon) {
	}

}
