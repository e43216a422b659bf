package org.gongkai.query;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/// The rebuilds that were asked for and how far they are, in the database: any node may be told, and any node may take the
/// work. Who takes it has the lease; what an earlier one still writes is refused.
final class Rebuilds {

	private final JdbcTemplate sql;

	private final TransactionTemplate transaction;

	/// @param transaction on the same connections
	Rebuilds(JdbcTemplate sql, TransactionTemplate transaction) {
		this.sql = sql;
		this.transaction = transaction;
	}

	/// What is done or was done about it.
	enum State {

		RUNNING, PAUSED, CANCELLING, DONE, CANCELLED, FAILED;

		boolean over() {
			return this == DONE || this == CANCELLED || this == FAILED;
		}

	}

	/// How far a rebuild is.
	///
	/// @param projection the read model
	/// @param swaps whether the new tables take their place by themselves
	/// @param node who works on it, or did last
	/// @param head the streams are loaded as they were at this position
	/// @param events of these are loaded
	/// @param rows that were loaded
	/// @param position the new tables have followed up to here; null before they are
	/// loaded
	/// @param why it failed
	record Standing(String projection, State state, boolean swaps, @Nullable String node, @Nullable Long head,
			long events, long rows, @Nullable Long position, @Nullable String why) {
	}

	/// The right to write, until somebody else takes it.
	record Lease(String projection, long number) {
	}

	/// @param streamId up to this stream everything is loaded
	record Part(int number, String streamId) {
	}

	/// Another node has the lease.
	static final class LeaseLost extends RuntimeException {

		private static final long serialVersionUID = 1L;

		LeaseLost(Lease lease) {
			super("the rebuild of " + lease.projection() + " was taken over or is over");
		}

	}

	/// All or none of them.
	/// @param swap whether the new tables take their place by themselves
	/// @throws Refused `rebuild-under-way`
	void start(List<String> projections, boolean swap) {
		this.transaction.executeWithoutResult((_) -> projections.stream().sorted().forEach((projection) -> {
			int begun = this.sql.update("""
					insert into rebuilds as r (projection, state, swaps) values (?, 'running', ?)
					on conflict (projection) do update
					set state = 'running', swaps = excluded.swaps, lease = r.lease + 1, node = null, head = null,
					position = null, why = null where r.state in ('done', 'cancelled', 'failed')""", projection, swap);
			if (begun == 0) {
				throw new Refused(Rule.REBUILD_UNDER_WAY, projection + " is being rebuilt");
			}
			this.sql.update("delete from rebuild_parts where projection = ?", projection);
		}));
	}

	/// @throws Refused `no-rebuild`
	void pause(String projection) {
		change(projection, "state = 'paused'", "'running'");
	}

	/// @throws Refused `no-rebuild`
	void resume(String projection) {
		change(projection, "state = 'running'", "'paused'");
	}

	/// @throws Refused `no-rebuild`
	void cancel(String projection) {
		change(projection, "state = 'cancelling'", "'running', 'paused'");
	}

	/// Lets the new tables take their place as soon as they can.
	/// @throws Refused `no-rebuild`
	void swap(String projection) {
		change(projection, "swaps = true", "'running', 'paused'");
	}

	private void change(String projection, String to, String from) {
		int changed = this.sql.update("update rebuilds set " + to + " where projection = ? and state in (" + from + ")",
				projection);
		if (changed == 0) {
			throw new Refused(Rule.NO_REBUILD,
					"of " + projection + " there is no rebuild that is " + from.replace("'", "").replace(",", " or"));
		}
	}

	/// Every rebuild, the last one of each read model.
	List<Standing> all() {
		return this.sql
			.query("""
					select r.projection, state, swaps, node, head, coalesce(sum(events), 0) events,
					coalesce(sum(rows), 0) rows, position, why
					from rebuilds r left join rebuild_parts using (projection) group by r.projection order by r.projection""",
					(row, _) -> new Standing(row.getString("projection"),
							State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)), row.getBoolean("swaps"),
							row.getString("node"), row.getObject("head", Long.class), row.getLong("events"),
							row.getLong("rows"), row.getObject("position", Long.class), row.getString("why")));
	}

	/// Whether there is something to do.
	boolean wanted() {
		return Boolean.TRUE.equals(this.sql.queryForObject(
				"select exists (select from rebuilds where state in ('running', 'cancelling'))", Boolean.class));
	}

	/// Takes the work, away from whoever had it.
	/// @return nothing if there is none
	Optional<Lease> take(String projection, String node) {
		return this.sql
			.query("""
					update rebuilds set lease = lease + 1, node = ? where projection = ?
					and state in ('running', 'cancelling') returning lease""",
					(row, _) -> new Lease(projection, row.getLong(1)), node, projection)
			.stream()
			.findFirst();
	}

	/// How it stands for whoever works on it.
	/// @throws LeaseLost when it is somebody else's
	Standing standing(Lease lease) {
		require(this.sql.queryForObject("select count(*) from rebuilds where projection = ? and lease = ?",
				Integer.class, lease.projection(), lease.number()), lease);
		return all().stream().filter((one) -> one.projection().equals(lease.projection())).findFirst().orElseThrow();
	}

	/// The new tables are there and empty.
	/// @param head to load the streams of
	/// @param parts how many parts they are loaded in
	void begin(Lease lease, long head, int parts) {
		this.transaction.executeWithoutResult((_) -> {
			update(lease, "head = " + head);
			this.sql.update("""
					insert into rebuild_parts (projection, part) select ?, part from generate_series(0, ?) part""",
					lease.projection(), parts - 1);
		});
	}

	/// What is still to be loaded.
	List<Part> open(Lease lease) {
		return this.sql.query(
				"select part, stream_id from rebuild_parts where projection = ? and not loaded order by part",
				(row, _) -> new Part(row.getInt(1), row.getString(2)), lease.projection());
	}

	/// How many parts there are.
	int parts(Lease lease) {
		Integer parts = this.sql.queryForObject("select count(*) from rebuild_parts where projection = ?",
				Integer.class, lease.projection());
		return (parts == null) ? 0 : parts;
	}

	/// A stretch of a part is loaded in the transaction of this connection, which holds
	/// the lease to its end.
	/// @param last whether the part is loaded whole
	/// @return whether to go on
	/// @throws LeaseLost when it must not commit
	boolean loaded(Connection connection, Lease lease, Part upTo, long events, long rows, boolean last)
			throws SQLException {
		boolean running = holds(connection, lease);
		try (PreparedStatement update = connection.prepareStatement("""
				update rebuild_parts set stream_id = ?, events = events + ?, rows = rows + ?, loaded = ?
				where projection = ? and part = ?""")) {
			update.setString(1, upTo.streamId());
			update.setLong(2, events);
			update.setLong(3, rows);
			update.setBoolean(4, last);
			update.setString(5, lease.projection());
			update.setInt(6, upTo.number());
			update.executeUpdate();
		}
		return running;
	}

	private static boolean holds(Connection connection, Lease lease) throws SQLException {
		try (PreparedStatement query = connection
			.prepareStatement("select state from rebuilds where projection = ? and lease = ? for share")) {
			query.setString(1, lease.projection());
			query.setLong(2, lease.number());
			try (ResultSet row = query.executeQuery()) {
				if (!row.next()) {
					throw new LeaseLost(lease);
				}
				return row.getString(1).equals("running");
			}
		}
	}

	/// The new tables have followed up to a position, in the present transaction.
	void followed(Lease lease, long position) {
		update(lease, "position = " + position);
	}

	/// The new tables are in their place, in the present transaction.
	void done(Lease lease, long position) {
		update(lease, "state = 'done', position = " + position);
	}

	/// The new tables are gone.
	void cancelled(Lease lease) {
		update(lease, "state = 'cancelled'");
	}

	/// It goes no further, and trying again would not help.
	void failed(Lease lease, String why) {
		require(this.sql.update("update rebuilds set state = 'failed', why = ? where projection = ? and lease = ?", why,
				lease.projection(), lease.number()), lease);
	}

	private void update(Lease lease, String what) {
		require(this.sql.update("update rebuilds set " + what + " where projection = ? and lease = ?",
				lease.projection(), lease.number()), lease);
	}

	private static void require(@Nullable Integer found, Lease lease) {
		if (found == null || found == 0) {
			throw new LeaseLost(lease);
		}
	}

}
