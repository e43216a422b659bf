package org.gongkai.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// One step of the sequencer: all committed events that have no position get the next ones, in insert order.
///
/// An index is drawn at insert and seen at commit. Indexes that were passed over are holes: each is either still to
/// come or lost in a rollback, and is looked for in every step until it came or is proven dead. The proof: whoever drew
/// it had its transaction id before the hole was seen, so it has an id below any id drawn *after* the hole was seen; once all
/// transactions below that horizon have ended and the index is still absent, it never comes. No clock decides.
final class PositionBatch {

	private static final int LIMIT = 5_000;

	private static final long UNKNOWN = Long.MAX_VALUE;

	private final Connection connection;

	/// index of a hole -> the transaction id that must have been passed before it is dead
	private final TreeMap<Long, Long> holes = new TreeMap<>();

	/// every index up to here has been seen or is a hole
	private long scanned;

	private long lowWater;

	private long head;

	private PositionBatch(Connection connection) {
		this.connection = connection;
	}

	/// Takes up where the last leader left.
	static PositionBatch resume(Connection connection) throws SQLException {
		PositionBatch batch = new PositionBatch(connection);
		batch.readState();
		connection.commit();
		return batch;
	}

	/// Gives positions to at most a few thousand events, in one transaction.
	/// @return how many
	int next() throws SQLException {
		try {
			return step();
		}
		catch (SQLException ex) {
			this.connection.rollback();
			throw ex;
		}
	}

	private int step() throws SQLException {
		long ended = this.holes.isEmpty() ? 0 : number("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint");
		List<Long> indexes = withoutPosition();
		boolean all = indexes.size() < LIMIT;
		indexes.forEach(this.holes::remove);
		if (all) {
			// `ended` was read before the scan: whoever had ended by then was seen by the
			// scan if it committed
			this.holes.values().removeIf((horizon) -> horizon <= ended);
		}
		markHoles(indexes);
		long water = this.holes.isEmpty() ? this.scanned : this.holes.firstKey() - 1;
		if (indexes.isEmpty() && water == this.lowWater) {
			this.connection.rollback();
			return 0;
		}
		givePositions(indexes);
		try (PreparedStatement state = this.connection
			.prepareStatement("update log.sequencer set head = ?, low_water = ?")) {
			state.setLong(1, this.head + indexes.size());
			state.setLong(2, water);
			state.executeUpdate();
		}
		this.connection.commit();
		this.head += indexes.size();
		this.lowWater = water;
		return indexes.size();
	}

	private List<Long> withoutPosition() throws SQLException {
		try (PreparedStatement query = this.connection.prepareStatement("""
				select event_index from (
				(select event_index from log.events where event_index = any (?))
				union all
				(select event_index from log.events where event_index > ? order by event_index limit ?)) e
				order by event_index limit ?""")) {
			query.setArray(1, this.connection.createArrayOf("bigint", this.holes.keySet().toArray()));
			query.setLong(2, this.scanned);
			query.setInt(3, LIMIT);
			query.setInt(4, LIMIT);
			try (ResultSet rows = query.executeQuery()) {
				List<Long> indexes = new ArrayList<>();
				while (rows.next()) {
					indexes.add(rows.getLong(1));
				}
				return indexes;
			}
		}
	}

	private void markHoles(List<Long> indexes) throws SQLException {
		boolean fresh = false;
		for (long index : indexes) {
			for (long hole = this.scanned + 1; hole < index; hole++) {
				this.holes.put(hole, UNKNOWN);
				fresh = true;
			}
			this.scanned = Math.max(this.scanned, index);
		}
		if (fresh || this.holes.containsValue(UNKNOWN)) {
			// nothing was written in this transaction before, so its id is drawn here,
			// after the holes were seen
			long horizon = number("select pg_current_xact_id()::text::bigint");
			this.holes.replaceAll((_, known) -> (known == UNKNOWN) ? horizon : known);
		}
	}

	private void givePositions(List<Long> indexes) throws SQLException {
		if (indexes.isEmpty()) {
			return;
		}
		try (PreparedStatement insert = this.connection.prepareStatement("""
				insert into log.positions (position, event_index)
				select ? + place, event_index from unnest(?) with ordinality as given (event_index, place)""")) {
			insert.setLong(1, this.head);
			insert.setArray(2, this.connection.createArrayOf("bigint", indexes.toArray()));
			insert.executeUpdate();
		}
	}

	private void readState() throws SQLException {
		try (Statement query = this.connection.createStatement()) {
			try (ResultSet row = query.executeQuery("select head, low_water from log.sequencer")) {
				row.next();
				this.head = row.getLong(1);
				this.lowWater = row.getLong(2);
			}
			this.scanned = Math.max(this.lowWater, number("select coalesce(max(event_index), 0) from log.positions"));
			try (ResultSet rows = query.executeQuery("""
					select i from generate_series(%d::bigint + 1, %d) i
					where not exists (select from log.positions p where p.event_index = i)""".formatted(this.lowWater,
					this.scanned))) {
				while (rows.next()) {
					this.holes.put(rows.getLong(1), UNKNOWN);
				}
			}
		}
	}

	private long number(String sql) throws SQLException {
		try (Statement query = this.connection.createStatement(); ResultSet row = query.executeQuery(sql)) {
			row.next();
			return row.getLong(1);
		}
	}

}
