package org.gongkai.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import org.gongkai.log.proof.Leaf;

/// One step of the sequencer: all committed events that have no position get the next ones, in insert order, and their
/// leaves in the tree.
///
/// An index is drawn at insert and seen at commit. Indexes that were passed over are holes: each is either still to
/// come or lost in a rollback, and is looked for in every step until it came or is proven dead. The proof: whoever drew
/// it had its transaction id before the hole was seen, so it has an id below any id drawn *after* the hole was seen; once all
/// transactions below that horizon have ended and the index is still absent, it never comes. No clock decides.
/// (`pg_snapshot_xmax` at that moment would not do as the horizon: a transaction that runs already may have that very id.)
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
			order by event_index limit ?""".formatted(LeafRow.COLUMNS);

	private static final String GIVE_POSITIONS = """
			insert into log.positions (position, event_index)
			select ? + place, event_index from unnest(?::bigint[]) with ordinality as given (event_index, place)""";

	private static final String HOLES_ABOVE = """
			select previous + 1, event_index - 1 from (
			select event_index, lag(event_index, 1, ?) over (order by event_index) as previous
			from log.positions where event_index > ?) placed
			where event_index > previous + 1""";

	private final Connection connection;

	private final Holes holes = new Holes();

	private final TreeWriter tree;

	private final CheckpointWriter checkpoints;

	/// every index up to here has been seen or is a hole
	private long scanned;

	private long stored;

	private long head;

	private PositionBatch(Connection connection, TreeWriter tree, CheckpointWriter checkpoints) {
		this.connection = connection;
		this.tree = tree;
		this.checkpoints = checkpoints;
	}

	/// Takes up where the last leader left.
	/// @param connection without auto-commit, its statements each with a snapshot of
	/// their own (read committed)
	static PositionBatch resume(Connection connection, LogIdentity identity) throws SQLException {
		TreeWriter tree = TreeWriter.resume(connection, identity.hash());
		PositionBatch batch = new PositionBatch(connection, tree, CheckpointWriter.resume(connection, identity, tree));
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
		List<Leaf> leaves = new ArrayList<>();
		List<Long> indexes = withoutPosition(leaves);
		indexes.forEach(this.holes::fill);
		if (indexes.size() < LIMIT) {
			// all were seen, by a snapshot later than `ended`: whoever had ended by then
			// and
			// had committed is among them
			this.holes.forgetDead(ended);
		}
		for (long index : indexes) {
			this.holes.add(this.scanned + 1, index - 1);
			this.scanned = Math.max(this.scanned, index);
		}
		if (this.holes.hasUndated()) {
			// nothing was written in this transaction before, so its id is drawn here,
			// after the holes were seen
			this.holes.date(number("select pg_current_xact_id()::text::bigint"));
		}
		boolean store = lowWater() - this.stored >= STORE_EVERY;
		if (indexes.isEmpty() && !store) {
			this.connection.rollback();
			return 0;
		}
		givePositions(indexes);
		this.tree.append(leaves);
		if (store) {
			storeLowWater();
		}
		this.connection.commit();
		this.head += indexes.size();
		return indexes.size();
	}

	private List<Long> withoutPosition(List<Leaf> leaves) throws SQLException {
		try (PreparedStatement query = this.connection.prepareStatement(WITHOUT_POSITION)) {
			query.setArray(1, array(this.holes.firsts()));
			query.setArray(2, array(this.holes.lasts()));
			query.setInt(3, LIMIT);
			query.setLong(4, this.scanned);
			query.setInt(5, LIMIT);
			query.setInt(6, LIMIT);
			try (ResultSet rows = query.executeQuery()) {
				List<Long> indexes = new ArrayList<>();
				while (rows.next()) {
					indexes.add(rows.getLong(1));
					leaves.add(LeafRow.leaf(this.head + indexes.size(), rows, 1));
				}
				return indexes;
			}
		}
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
