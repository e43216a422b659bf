package org.gongkai.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.gongkai.log.proof.Leaf;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One step of the sequencer: all committed events that have no position get the next ones, in insert order, and their
/// leaves in the tree.
///
/// An index is drawn at insert and seen at commit. Indexes that were passed over are holes: each is either still to
/// come or lost in a rollback, and is looked for in every step until it came or is proven dead. The proof: whoever drew
/// it had its transaction id before the hole was seen, so it has an id below any id drawn *after* the hole was seen; once all
/// transactions below that horizon have ended and the index is still absent, it never comes. No clock decides.
/// (`pg_snapshot_xmax` at that moment would not do as the horizon: a transaction that runs already may have that very id.)
///
/// An event without a valid mark ([EventMac]) was not appended by a node of this log: it is written down as held, gets no
/// position, and delays no other.
///
/// Insert order keeps each stream in order: whoever writes a stream's next event has read the one before, which thus was
/// committed and has the lower index, so that whoever sees the later one sees the earlier one too.
final class PositionBatch {

	/// Most events that one step takes.
	static final int LIMIT = 5_000;

	/// The stored low-water mark may lag behind by this many indexes.
	private static final int STORE_EVERY = 1_000;

	/// With all that is stored of each event, for its leaf.
	private static final String WITHOUT_POSITION = """
			select * from (
			select late.* from unnest(?::bigint[], ?::bigint[]) as hole (first, last) cross join lateral (
			select event_index, %1$s from log.events where event_index between hole.first and hole.last
			order by event_index limit ?) late
			union all
			(select event_index, %1$s from log.events where event_index > ? order by event_index limit ?)) found
			order by event_index limit ?""".formatted(LeafRow.COLUMNS + ", mac");

	private static final int MAC_COLUMN = 11;

	private static final String HOLD = "insert into log.held (event_index, detail) values (?, ?) on conflict do nothing";

	private static final String GIVE_POSITIONS = """
			insert into log.positions (position, event_index)
			select ? + place, event_index from unnest(?::bigint[]) with ordinality as given (event_index, place)""";

	private static final String HOLES_ABOVE = """
			select previous + 1, event_index - 1 from (
			select event_index, lag(event_index, 1, ?) over (order by event_index) as previous
			from log.positions where event_index > ?) placed
			where event_index > previous + 1""";

	private static final Logger LOGGER = LoggerFactory.getLogger(PositionBatch.class);

	private final Connection connection;

	private final EventMac.Worker marks;

	/// events up to this index may have no mark
	private final long unmarked;

	private final Holes holes = new Holes();

	private final TreeWriter tree;

	private final CheckpointWriter checkpoints;

	/// every index up to here has been seen or is a hole
	private long scanned;

	private long stored;

	private long head;

	private PositionBatch(Connection connection, EventMac mac, long unmarked, TreeWriter tree,
			CheckpointWriter checkpoints) {
		this.connection = connection;
		this.marks = mac.worker();
		this.unmarked = unmarked;
		this.tree = tree;
		this.checkpoints = checkpoints;
	}

	/// Takes up where the last leader left.
	/// @param connection without auto-commit, its statements each with a snapshot of
	/// their own (read committed)
	/// @param witness null where no other database remembers anything of the log
	static PositionBatch resume(Connection connection, LogIdentity identity, @Nullable LogWitness witness)
			throws SQLException {
		TreeWriter tree = TreeWriter.resume(connection, identity.hash());
		long unmarked = (witness == null) ? 0 : witness.unmarked(identity.mac(), connection);
		PositionBatch batch = new PositionBatch(connection, identity.mac(), unmarked, tree,
				CheckpointWriter.resume(connection, identity, tree, witness));
		batch.readState();
		connection.commit();
		return batch;
	}

	/// Gives positions and leaves to at most [#LIMIT] events, in one transaction; first
	/// come the leaves of positions that have none yet. After a failure this batch is of
	/// no more use: resume another.
	/// @return how many
	int next() throws SQLException {
		try {
			return (this.tree.size() < this.head) ? catchUp() : step();
		}
		catch (SQLException ex) {
			this.connection.rollback();
			throw ex;
		}
	}

	/// Signs the tree when it is time.
	/// @param given how many the last step gave
	void checkpoint(int given) throws SQLException {
		this.checkpoints.after(given);
	}

	/// Signs the tree as it is.
	void sign() throws SQLException {
		this.checkpoints.sign();
	}

	/// Up to here every index has its position or is proven never to come.
	long lowWater() {
		return this.holes.isEmpty() ? this.scanned : this.holes.first() - 1;
	}

	private int catchUp() throws SQLException {
		int added = this.tree.catchUp(LIMIT);
		if (added == 0) {
			throw new IllegalStateException("position " + (this.tree.size() + 1) + " has no event");
		}
		this.connection.commit();
		return added;
	}

	private int step() throws SQLException {
		long ended = this.holes.isEmpty() ? 0 : number("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint");
		Found found = withoutPosition();
		found.seen().forEach(this.holes::fill);
		if (found.seen().size() < LIMIT) {
			// all were seen, by a snapshot later than `ended`: whoever had ended by then
			// and
			// had committed is among them
			this.holes.forgetDead(ended);
		}
		for (long index : found.seen()) {
			this.holes.add(this.scanned + 1, index - 1);
			this.scanned = Math.max(this.scanned, index);
		}
		if (this.holes.hasUndated()) {
			// nothing was written in this transaction before, so its id is drawn here,
			// after the holes were seen
			this.holes.date(number("select pg_current_xact_id()::text::bigint"));
		}
		boolean store = lowWater() - this.stored >= STORE_EVERY;
		if (found.seen().isEmpty() && !store) {
			this.connection.rollback();
			return 0;
		}
		List<String> held = hold(found.held());
		givePositions(found.indexes());
		this.tree.append(found.leaves());
		if (store) {
			storeLowWater();
		}
		this.connection.commit();
		this.head += found.indexes().size();
		held.forEach((detail) -> LOGGER.error("an event is given no position: {}", detail));
		return found.indexes().size();
	}

	/// What has no position, in the order of indexes.
	///
	/// @param indexes of the events that get one now
	/// @param leaves of these
	/// @param held by index, why the others get none
	private record Found(List<Long> indexes, List<Leaf> leaves, SortedMap<Long, String> held) {

		List<Long> seen() {
			return Stream.concat(this.indexes.stream(), this.held.keySet().stream()).sorted().toList();
		}

	}

	private Found withoutPosition() throws SQLException {
		try (PreparedStatement query = this.connection.prepareStatement(WITHOUT_POSITION)) {
			query.setArray(1, array(this.holes.firsts()));
			query.setArray(2, array(this.holes.lasts()));
			query.setInt(3, LIMIT);
			query.setLong(4, this.scanned);
			query.setInt(5, LIMIT);
			query.setInt(6, LIMIT);
			try (ResultSet rows = query.executeQuery()) {
				Found found = new Found(new ArrayList<>(), new ArrayList<>(), new TreeMap<>());
				while (rows.next()) {
					long index = rows.getLong(1);
					Leaf leaf = LeafRow.leaf(this.head + found.indexes().size() + 1, rows, 1);
					if (marked(index, leaf, rows.getBytes(MAC_COLUMN))) {
						found.indexes().add(index);
						found.leaves().add(leaf);
					}
					else {
						found.held()
							.put(index, "row " + index + " of log.events, event " + leaf.eventId()
									+ ", carries no mark of a node of this log");
					}
				}
				return found;
			}
		}
	}

	private boolean marked(long index, Leaf event, byte @Nullable [] mac) {
		return (mac == null) ? index <= this.unmarked : this.marks.made(event, mac);
	}

	/// Writes down who is passed over.
	/// @return those that were not written down before
	private List<String> hold(SortedMap<Long, String> held) throws SQLException {
		List<String> added = new ArrayList<>();
		if (held.isEmpty()) {
			return added;
		}
		try (PreparedStatement insert = this.connection.prepareStatement(HOLD)) {
			for (Map.Entry<Long, String> one : held.entrySet()) {
				insert.setLong(1, one.getKey());
				insert.setString(2, one.getValue());
				if (insert.executeUpdate() > 0) {
					added.add(one.getValue());
				}
			}
		}
		return added;
	}

	private void givePositions(List<Long> indexes) throws SQLException {
		if (indexes.isEmpty()) {
			return;
		}
		try (PreparedStatement insert = this.connection.prepareStatement(GIVE_POSITIONS)) {
			insert.setLong(1, this.head);
			insert.setArray(2, array(indexes));
			insert.executeUpdate();
		}
	}

	private void storeLowWater() throws SQLException {
		try (PreparedStatement state = this.connection.prepareStatement("update log.sequencer set low_water = ?")) {
			state.setLong(1, lowWater());
			state.executeUpdate();
		}
		this.stored = lowWater();
	}

	private void readState() throws SQLException {
		this.head = number("select coalesce(max(position), 0) from log.positions");
		this.stored = number("select low_water from log.sequencer");
		this.scanned = Math.max(this.stored, number("select coalesce(max(event_index), 0) from log.positions"));
		try (PreparedStatement query = this.connection.prepareStatement(HOLES_ABOVE)) {
			query.setLong(1, this.stored);
			query.setLong(2, this.stored);
			try (ResultSet rows = query.executeQuery()) {
				while (rows.next()) {
					this.holes.add(rows.getLong(1), rows.getLong(2));
				}
			}
		}
	}

	private java.sql.Array array(List<Long> numbers) throws SQLException {
		return this.connection.createArrayOf("bigint", numbers.toArray());
	}

	private long number(String sql) throws SQLException {
		try (Statement query = this.connection.createStatement(); ResultSet row = query.executeQuery(sql)) {
			row.next();
			return row.getLong(1);
		}
	}

}
