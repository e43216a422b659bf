package org.gongkai.log.verify;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.gongkai.log.LeafRow;
import org.gongkai.log.proof.Hash;
import org.gongkai.log.proof.Hasher;
import org.gongkai.log.proof.Leaf;
import org.jspecify.annotations.Nullable;

/// Some consecutive positions: the leaf hashes that are stored, and whatever the stored events contradict in them.
///
/// @param begin the position before the first
/// @param hashes by place; null where neither a leaf nor an event is stored
/// @param different events whose leaf is another than the stored one
record Stretch(long begin, byte @Nullable [][] hashes, List<Different> different) {

	/// Whole subtrees of level 8.
	static final int LENGTH = 1 << 13;

	// the plan must not become one that reads the whole table for each stretch
	private static final String BY_INDEX = """
			set enable_hashjoin = off; set enable_mergejoin = off; set enable_seqscan = off; set enable_bitmapscan = off""";

	private static final String EVENTS = "select p.position, e.event_id is not null, " + LeafRow.COLUMNS
			+ " from log.positions p left join log.events e using (event_index)"
			+ " where p.position > ? and p.position <= ? order by p.position";

	private static final String LEAVES = """
			select first, hashes from log.leaves where first > ? - 256 and first <= ? order by first""";

	/// @param leaf as the stored event makes it
	/// @param hash as it is stored
	record Different(Leaf leaf, byte[] hash) {
	}

	/// Reads and recomputes.
	/// @param begin a multiple of [#LENGTH]
	/// @param end at most so much more
	static Stretch read(Connection connection, Hash hash, long begin, long end, Findings findings) throws SQLException {
		byte[][] hashes = new byte[(int) (end - begin)][];
		leaves(connection, begin, end, hashes);
		List<Different> different = new ArrayList<>();
		Hasher hasher = hash.hasher();
		long last = begin;
		try (PreparedStatement query = connection.prepareStatement(EVENTS)) {
			query.setFetchSize(LENGTH / 8);
			query.setLong(1, begin);
			query.setLong(2, end);
			try (ResultSet row = query.executeQuery()) {
				while (row.next()) {
					long position = row.getLong(1);
					if (position == last) {
						findings.add(Finding.at(Fault.INSERTED, position, "two events have this position"));
						continue;
					}
					holes(last, position, findings);
					last = position;
					if (!row.getBoolean(2)) {
						findings.add(Finding.at(Fault.DELETED, position, "the event of this position is gone"));
						continue;
					}
					compare(hasher, LeafRow.leaf(position, row, 2), hashes, (int) (position - begin - 1), different,
							findings);
				}
			}
		}
		holes(last, end + 1, findings);
		return new Stretch(begin, hashes, different);
	}

	static void prepare(Connection connection) throws SQLException {
		connection.setAutoCommit(false);
		try (PreparedStatement plan = connection.prepareStatement(BY_INDEX)) {
			plan.execute();
		}
	}

	private static void compare(Hasher hasher, Leaf leaf, byte[][] hashes, int place, List<Different> different,
			Findings findings) {
		byte[] computed = hasher.leaf(leaf.data());
		if (hashes[place] == null) {
			findings.add(Finding.at(Fault.LEAF_MISSING, leaf.position(), "no leaf is stored for this position"));
			hashes[place] = computed;
		}
		else if (!Arrays.equals(computed, hashes[place])) {
			different.add(new Different(leaf, hashes[place]));
		}
	}

	/// The stored leaf of one position; null if there is none.
	static byte @Nullable [] leaf(Connection connection, long position) throws SQLException {
		byte[][] hashes = new byte[1][];
		leaves(connection, position - 1, position, hashes);
		return hashes[0];
	}

	private static void leaves(Connection connection, long begin, long end, byte[][] hashes) throws SQLException {
		try (PreparedStatement query = connection.prepareStatement(LEAVES)) {
			query.setLong(1, begin);
			query.setLong(2, end);
			try (ResultSet row = query.executeQuery()) {
				while (row.next()) {
					int place = (int) (row.getLong(1) - begin - 1);
					byte[] some = row.getBytes(2);
					for (int at = 0; at < some.length; at += Hash.LENGTH, place++) {
						if (place >= 0 && place < hashes.length) {
							hashes[place] = Arrays.copyOfRange(some, at, at + Hash.LENGTH);
						}
					}
				}
			}
		}
	}

	private static void holes(long last, long next, Findings findings) {
		if (next > last + 1) {
			findings.add(
					new Finding(Fault.POSITION_HOLE, last + 1, last + 1, (next == last + 2) ? "this position is missing"
							: "the positions " + (last + 1) + " to " + (next - 1) + " are missing"));
		}
	}

}
