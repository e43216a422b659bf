package org.gongkai.query;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import org.gongkai.events.Event;
import org.gongkai.events.Recorded;
import org.gongkai.log.LeaderSession;
import org.gongkai.log.LogReader;
import org.gongkai.query.Projection.Table;
import org.gongkai.query.Rebuilds.Lease;
import org.gongkai.query.Rebuilds.LeaseLost;
import org.gongkai.query.Rebuilds.Part;
import org.gongkai.query.Rebuilds.Standing;
import org.gongkai.query.Rebuilds.State;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/// The rebuild engine: reads the whole log in bulk on all cores, loads the rows beside the tables that are shown, catches
/// up, and puts the new tables in their place in one transaction. The old ones serve until then. What is loaded is
/// told stretch by stretch, so that it can be paused and gone on with, by another node too.
final class Rebuild {

	private static final String NEXT = "_next";

	/// Made for a comparison and dropped behind it.
	private static final String CHECK = "_check";

	private static final int LOAD = 5_000;

	/// A stretch ends behind so many events at the latest.
	private static final int STRETCH = 50_000;

	private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(1);

	private static final int CATCH_UP = 5_000;

	private final LogReader log;

	private final LogReader bulk;

	private final DataSource dedicated;

	private final JdbcTemplate sql;

	private final DataSource tables;

	private final Writer writer;

	private final Checkpoints checkpoints;

	private final TransactionTemplate transaction;

	private final Rebuilds rebuilds;

	/// @param bulk reads the log outside of the pool, for as long as a part is loaded
	/// @param dedicated connections outside of the pool
	/// @param tables connections of the pool that the transaction uses
	Rebuild(LogReader log, LogReader bulk, DataSource dedicated, DataSource tables, JdbcTemplate sql, Writer writer,
			Checkpoints checkpoints, TransactionTemplate transaction) {
		this.rebuilds = new Rebuilds(sql, transaction);
		this.log = log;
		this.bulk = bulk;
		this.dedicated = dedicated;
		this.sql = sql;
		this.tables = tables;
		this.writer = writer;
		this.checkpoints = checkpoints;
		this.transaction = transaction;
	}

	/// How the tables that are shown differ from those that the log makes.
	///
	/// @param table its name
	/// @param missing rows that are not shown
	/// @param surplus rows that do not follow from the log
	/// @param stream of the first such row
	record Difference(String table, long missing, long surplus, String stream) {
	}

	/// Makes the tables anew up to where they are and puts nothing in their place.
	List<Difference> compare(Projection projection) {
		return alone(projection, () -> {
			long shown = this.checkpoints.all().getOrDefault(projection.name(), 0L);
			shadow(projection, CHECK);
			try {
				int parts = cores();
				load(projection, shown, parts,
						IntStream.range(0, parts).mapToObj((part) -> new Part(part, "")).toList(), CHECK,
						(_, _, _, _, _) -> true, () -> {
						});
				return this.transaction.execute((_) -> {
					catchUpWithShown(projection, shown, CHECK);
					return projection.tables().stream().flatMap((table) -> difference(table).stream()).toList();
				});
			}
			finally {
				drop(projection, CHECK);
			}
		});
	}

	private Optional<Difference> difference(Table table) {
		String columns = table.columns().stream().map((name) -> name + "::text").collect(Collectors.joining(", "));
		String shown = "select " + columns + " from " + table.name();
		String made = "select " + columns + " from " + table.name() + CHECK;
		return this.sql.queryForObject(
				"""
						with missing as (%2$s except all %1$s), surplus as (%1$s except all %2$s)
						select (select count(*) from missing), (select count(*) from surplus),
						(select min(stream_id) from (select stream_id from missing union all select stream_id from surplus) s)"""
					.formatted(shown, made),
				(row, _) -> (row.getLong(1) + row.getLong(2) == 0) ? Optional.empty()
						: Optional.of(new Difference(table.name(), row.getLong(1), row.getLong(2), row.getString(3))));
	}

	/// One comparison of a projection at a time, over all nodes: the others wait.
	private <T> T alone(Projection projection, Supplier<T> work) {
		// the lock ends with its connection
		try (Connection connection = this.dedicated.getConnection();
				var lock = connection.prepareStatement("select pg_advisory_lock(7305503, hashtext(?))")) {
			lock.setString(1, projection.name());
			lock.execute();
			return work.get();
		}
		catch (SQLException ex) {
			throw new IllegalStateException("the read model " + projection.name() + " cannot be locked", ex);
		}
	}

	/// Loads what is not loaded yet.
	/// @param session of this node, which leads
	/// @param goOn whether this node goes on
	/// @return whether everything is loaded; else it was paused, cancelled or stopped
	/// @throws LeaseLost when another took over
	boolean load(Projection projection, Lease lease, Standing standing, LeaderSession session, BooleanSupplier goOn) {
		Long begun = standing.head();
		long head = (begun != null) ? begun : this.log.head();
		if (begun == null) {
			shadow(projection, NEXT);
			this.rebuilds.begin(lease, head, cores());
		}
		boolean whole = load(projection, head, this.rebuilds.parts(lease), this.rebuilds.open(lease), NEXT,
				(connection, upTo, events, rows,
						last) -> this.rebuilds.loaded(connection, lease, upTo, events, rows, last)
								&& goOn.getAsBoolean(),
				session::requireAlive);
		if (!whole) {
			return false;
		}
		projection.tables().forEach((table) -> this.sql.execute("analyze " + table.name() + NEXT));
		this.rebuilds.followed(lease, head);
		return true;
	}

	/// Brings the loaded tables up to the log's head, and into their place when that is
	/// wanted.
	/// @return whether it is over or must be looked at again; false while it waits for
	/// the word to swap
	/// @throws LeaseLost when another took over
	boolean follow(Projection projection, Lease lease) {
		long position = Objects.requireNonNull(this.rebuilds.standing(lease).position());
		for (List<Recorded<Event>> news = this.log.read(position, CATCH_UP); !news.isEmpty(); news = this.log
			.read(position, CATCH_UP)) {
			List<Recorded<Event>> next = news;
			long before = position;
			position = Objects.requireNonNull(this.transaction.execute((_) -> {
				long reached = replay(projection, next, before, NEXT);
				this.rebuilds.followed(lease, reached);
				return reached;
			}));
			if (this.rebuilds.standing(lease).state() != State.RUNNING) {
				return true;
			}
		}
		if (!this.rebuilds.standing(lease).swaps()) {
			return false;
		}
		long from = position;
		this.transaction.executeWithoutResult((_) -> swap(projection, from, lease));
		return true;
	}

	/// Removes what was loaded.
	void drop(Projection projection) {
		drop(projection, NEXT);
	}

	private void drop(Projection projection, String suffix) {
		projection.tables().forEach((table) -> this.sql.execute("drop table if exists " + table.name() + suffix));
	}

	private void shadow(Projection projection, String suffix) {
		drop(projection, suffix);
		for (Table table : projection.tables()) {
			this.sql.execute("create table " + table.name() + suffix + " (like " + table.name() + " including all)");
		}
	}

	private static int cores() {
		return Math.max(1, Runtime.getRuntime().availableProcessors());
	}

	/// Told of each stretch within its transaction.
	@FunctionalInterface
	private interface Told {

		/// @return whether to go on
		boolean loaded(Connection connection, Part upTo, long events, long rows, boolean last) throws SQLException;

	}

	/// Done again and again while others work.
	@FunctionalInterface
	private interface Sign {

		void give() throws SQLException;

	}

	/// @param parts of the streams, all together
	/// @param open those that are not loaded whole
	/// @return whether they all are now
	private boolean load(Projection projection, long head, int parts, List<Part> open, String suffix, Told told,
			Sign sign) {
		List<Future<Boolean>> work = new ArrayList<>();
		AtomicBoolean ended = new AtomicBoolean();
		try (ExecutorService cores = Executors.newFixedThreadPool(cores())) {
			try {
				for (Part part : open) {
					work.add(
							cores.submit(() -> new Loading(projection, suffix,
									(connection, upTo, events, rows,
											last) -> told.loaded(connection, upTo, events, rows, last) && !ended.get(),
									part.number())
								.run(head, parts, part.streamId())));
				}
				boolean whole = true;
				for (Future<Boolean> one : work) {
					whole &= await(one, sign);
				}
				return whole;
			}
			finally {
				ended.set(true);
			}
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof LeaseLost lost) {
				throw lost;
			}
			throw new IllegalStateException("the rebuild of " + projection.name() + " failed: " + ex.getCause(),
					ex.getCause());
		}
		catch (SQLException ex) {
			throw new IllegalStateException("the lead was lost: " + ex.getMessage(), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("the rebuild of " + projection.name() + " was interrupted", ex);
		}
	}

	private static boolean await(Future<Boolean> one, Sign sign)
			throws ExecutionException, SQLException, InterruptedException {
		while (true) {
			try {
				return one.get(SIGN_OF_LIFE.toMillis(), TimeUnit.MILLISECONDS);
			}
			catch (TimeoutException ex) {
				sign.give();
			}
		}
	}

	/// Loads one part, a transaction for each stretch.
	private final class Loading {

		private final Projection projection;

		private final String suffix;

		private final Told told;

		private final int part;

		private final List<Rows> rows = new ArrayList<>();

		private String upTo = "";

		private long events;

		Loading(Projection projection, String suffix, Told told, int part) {
			this.projection = projection;
			this.suffix = suffix;
			this.told = told;
			this.part = part;
		}

		/// @return whether the part is loaded whole
		boolean run(long head, int parts, String after) {
			this.upTo = after;
			try {
				reader(this.projection, Rebuild.this.bulk).eachStream(this.part, parts, after, head, this::add);
				flush(true);
				return true;
			}
			catch (Halted ex) {
				return false;
			}
		}

		private void add(List<Recorded<Event>> stream) {
			if (this.projection.concerns(stream.getFirst().event())) {
				this.rows.add(this.projection.rows(stream));
			}
			this.events += stream.size();
			this.upTo = stream.getFirst().streamId();
			if ((this.rows.size() >= LOAD || this.events >= STRETCH) && !flush(false)) {
				throw new Halted();
			}
		}

		private boolean flush(boolean last) {
			boolean goOn;
			try (Connection connection = Rebuild.this.tables.getConnection()) {
				connection.setAutoCommit(false);
				try (Statement limit = connection.createStatement()) {
					// what a node that stands still has written is given up
					limit.execute("set local idle_in_transaction_session_timeout = '20s'");
					Rebuild.this.writer.copy(connection, this.projection, this.suffix, this.rows);
					goOn = this.told.loaded(connection, new Part(this.part, this.upTo), this.events, lines(), last);
					connection.commit();
				}
				finally {
					connection.rollback();
					connection.setAutoCommit(true);
				}
			}
			catch (SQLException ex) {
				throw new IllegalStateException("the rows of " + this.projection.name() + " cannot be loaded", ex);
			}
			this.rows.clear();
			this.events = 0;
			return goOn;
		}

		private long lines() {
			return this.projection.tables()
				.stream()
				.mapToLong((table) -> this.rows.stream().mapToLong((one) -> one.count(table)).sum())
				.sum();
		}

	}

	/// Ends the reading of a part between two stretches.
	private static final class Halted extends RuntimeException {

		private static final long serialVersionUID = 1L;

		Halted() {
			super("paused", null, false, false);
		}

	}

	/// While the checkpoint is held the live engine stands still; what it did meanwhile
	/// is done here too.
	private void swap(Projection projection, long from, Lease lease) {
		long position = catchUpWithShown(projection, from, NEXT);
		for (Table table : projection.tables()) {
			this.sql.execute("drop table " + table.name());
			this.sql.execute("alter table " + table.name() + NEXT + " rename to " + table.name());
		}
		this.checkpoints.move(projection.name(), position);
		this.rebuilds.done(lease, position);
	}

	private long catchUpWithShown(Projection projection, long from, String suffix) {
		long live = this.checkpoints.lock(projection.name());
		long position = from;
		while (position < live) {
			position = replay(projection, this.log.read(position, (int) Math.min(CATCH_UP, live - position)), position,
					suffix);
		}
		return position;
	}

	private static LogReader reader(Projection projection, LogReader log) {
		return projection.showsPersonal() ? log : log.impersonal();
	}

	private long replay(Projection projection, List<Recorded<Event>> news, long before, String suffix) {
		if (news.isEmpty() || news.getFirst().position() != before + 1) {
			throw new IllegalStateException("position " + (before + 1) + " cannot be read");
		}
		long last = news.getLast().position();
		Set<String> touched = new LinkedHashSet<>();
		news.stream()
			.filter((event) -> projection.concerns(event.event()))
			.forEach((event) -> touched.add(event.streamId()));
		if (!touched.isEmpty()) {
			Map<String, List<Recorded<Event>>> streams = reader(projection, this.log).streams(touched, last);
			this.writer.replace(this.sql, projection, suffix, touched,
					streams.values().stream().map(projection::rows).toList());
		}
		return last;
	}

}
