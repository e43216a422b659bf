package org.gongkai.query.integration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.gongkai.log.received.Arrival;

/// Brings the partitions of a source together in the order of its positions.
final class InOrder {

	private InOrder() {
	}

	/// The next positions in their order, out of all partitions; positions that were
	/// taken before stand between them.
	/// @param position the last that was taken
	/// @param limit how many at most
	static List<Arrival> next(Map<Integer, Lane> lanes, long position, int limit) {
		List<Arrival> next = new ArrayList<>();
		Map<Integer, Iterator<Arrival>> rest = new HashMap<>();
		Map<Integer, Arrival> heads = new TreeMap<>();
		lanes.forEach((partition, lane) -> {
			rest.put(partition, lane.ready().iterator());
			advance(partition, rest, heads);
		});
		long expected = position + 1;
		for (boolean found = true; found && next.size() < limit;) {
			found = false;
			for (Integer partition : List.copyOf(heads.keySet())) {
				for (Arrival head = heads.get(partition); head != null && next.size() < limit
						&& head.record().position() <= expected; head = heads.get(partition)) {
					next.add(head);
					expected = Math.max(expected, head.record().position() + 1);
					advance(partition, rest, heads);
					found = true;
				}
			}
		}
		return next;
	}

	private static void advance(Integer partition, Map<Integer, Iterator<Arrival>> rest, Map<Integer, Arrival> heads) {
		Iterator<Arrival> lane = rest.get(partition);
		if (lane != null && lane.hasNext()) {
			heads.put(partition, lane.next());
		}
		else {
			heads.remove(partition);
		}
	}

}
