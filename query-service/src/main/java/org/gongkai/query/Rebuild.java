package org.gongkai.query;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import org.gongkai.events.Event;
import org.gongkai.events.Recorded;
import org.gongkai.log.LogReader;
import org.gongkai.query.Projection.Table;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/// The rebuild engine: reads the whole log in bulk on all cores, loads the rows beside the tables that are shown, catches
/// up, and puts the new tables in their place in one transaction. The old ones serve until then.
final class Rebuild {

	private static final String NEXT = "_next";

	private static final int LOAD = 5_000;

	private static final int CATCH_UP = 5_000;

	private final LogReader log;

	private final JdbcTemplate sql;

	private final DataSource tables;

	private final Writer writer;

	private final Checkpoints checkpoints;

	private final TransactionTemplate transaction;

	Rebuild(LogReader log, DataSource tables, JdbcTemplate sql, Writer writer, Checkpoints checkpoints,
			TransactionTemplate transaction) {
		this.log = log;
		this.sql = sql;
		this.tables = tables;
		this.writer = writer;
		this.checkpoints = checkpoints;
		this.transaction = transaction;
	}

	/// @param projection its name
	/// @param position the tables are of this position of the log
	/// @param rows how many were loaded from the beginning
	record Done(String projection, long position, long rows) {
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
			shadow(projection);
			try {
				load(projection, shown);
				return this.transaction.execute((_) -> {
					catchUpWithShown(projection, shown);
					return projection.tables().stream().flatMap((table) -> difference(table).stream()).toList();
				});
			}
			finally {
				projection.tables().forEach((table) -> this.sql.execute("drop table " + table.name() + NEXT));
			}
		});
	}

	private Optional<Difference> difference(Table table) {
		String columns = table.columns().stream().map((name) -> name + "::text").collect(Collectors.joining(", "));
		String shown = "select " + columns + " from " + table.name();
		String made = "select " + columns + " from " + table.name() + NEXT;
		return this.sql.queryForObject(
				"""
						with missing as (%2$s except all %1$s), surplus as (%1$s except all %2$s)
						select (select count(*) from missing), (select count(*) from surplus),
						(select min(stream_id) from (select stream_id from missing union all select stream_id from surplus) s)"""
					.formatted(shown, made),
				(row, _) -> (row.getLong(1) + row.getLong(2) == 0) ? Optional.empty()
						: Optional.of(new Difference(table.name(), row.getLong(1), row.getLong(2), row.getString(3))));
	}

	/// One rebuild of a projection at a time, over all nodes: the others wait.
	Done rebuild(Projection projection) {
		return alone(projection, () -> locked(projection));
	}

	private <T> T alone(Projection projection, Supplier<T> work) {
		return this.sql.execute((Connection connection) -> {
			try (var lock = connection.prepareStatement("select pg_advisory_lock(7305503, hashtext(?))");
					var unlock = connection.prepareStatement("select pg_advisory_unlock(7305503, hashtext(?))")) {
				lock.setString(1, projection.name());
				lock.execute();
				try {
					return work.get();
				}
				finally {
					unlock.setString(1, projection.name());
					unlock.execute();
				}
			}
		});
	}

	private Done locked(Projection projection) {
		long head = this.log.head();
		shadow(projection);
		long loaded = load(projection, head);
		projection.tables().forEach((table) -> this.sql.execute("analyze " + table.name() + NEXT));
		long position = catchUp(projection, head);
		this.transaction.executeWithoutResult((_) -> swap(projection, position));
		return new Done(projection.name(), this.checkpoints.all().getOrDefault(projection.name(), position), loaded);
	}

	private void shadow(Projection projection) {
		for (Table table : projection.tables()) {
			this.sql.execute("drop table if exists " + table.name() + NEXT);
			this.sql.execute("create table " + table.name() + NEXT + " (like " + table.name() + " including all)");
		}
	}

	private long load(Projection projection, long head) {
		int parts = Math.max(1, Runtime.getRuntime().availableProcessors());
		AtomicLong loaded = new AtomicLong();
		try (ExecutorService cores = Executors.newFixedThreadPool(parts)) {
			List<Future<Void>> work = new ArrayList<>();
			for (int part = 0; part < parts; part++) {
				int own = part;
				Callable<Void> task = () -> {
					List<Rows> rows = new ArrayList<>();
					reader(projection).eachStream(own, parts, head, (stream) -> {
						if (projection.concerns(stream.getFirst().event())) {
							rows.add(projection.rows(stream));
						}
						if (rows.size() >= LOAD) {
							loaded.addAndGet(flush(projection, rows));
						}
					});
					loaded.addAndGet(flush(projection, rows));
					return null;
				};
				work.add(cores.submit(task));
			}
			for (Future<Void> part : work) {
				part.get();
			}
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("the rebuild of " + projection.name() + " failed", ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("the rebuild of " + projection.name() + " was interrupted", ex);
		}
		return loaded.get();
	}

	private long flush(Projection projection, List<Rows> rows) {
		long lines = 0;
		try (Connection connection = this.tables.getConnection()) {
			this.writer.copy(connection, projection, NEXT, rows);
			for (Table table : projection.tables()) {
				lines += rows.stream().mapToLong((one) -> one.count(table)).sum();
			}
		}
		catch (java.sql.SQLException ex) {
			throw new IllegalStateException("the rows of " + projection.name() + " cannot be loaded", ex);
		}
		rows.clear();
		return lines;
	}

	private long catchUp(Projection projection, long from) {
		long position = from;
		for (List<Recorded<Event>> news = this.log.read(position, CATCH_UP); !news.isEmpty(); news = this.log
			.read(position, CATCH_UP)) {
			position = replay(projection, news, position);
		}
		return position;
	}

	/// While the checkpoint is held the live engine stands still; what it did meanwhile
	/// is done here too.
	private void swap(Projection projection, long from) {
		long position = catchUpWithShown(projection, from);
		for (Table table : projection.tables()) {
			this.sql.execute("drop table " + table.name());
			this.sql.execute("alter table " + table.name() + NEXT + " rename to " + table.name());
		}
		this.checkpoints.move(projection.name(), position);
	}

	private long catchUpWithShown(Projection projection, long from) {
		long live = this.checkpoints.lock(projection.name());
		long position = from;
		while (position < live) {
			position = replay(projection, this.log.read(position, (int) Math.min(CATCH_UP, live - position)), position);
		}
		return position;
	}

	private LogReader reader(Projection projection) {
		return projection.showsPersonal() ? this.log : this.log.impersonal();
	}

	private long replay(Projection projection, List<Recorded<Event>> news, long before) {
		if (news.isEmpty() || news.getFirst().position() != before + 1) {
			throw new IllegalStateException("position " + (before + 1) + " cannot be read");
		}
		long last = news.getLast().position();
		Set<String> touched = new LinkedHashSet<>();
		news.stream()
			.filter((event) -> projection.concerns(event.event()))
			.forEach((event) -> touched.add(event.streamId()));
		if (!touched.isEmpty()) {
			Map<String, List<Recorded<Event>>> streams = reader(projection).streams(touched, last);
			this.writer.replace(this.sql, projection, NEXT, touched,
					streams.values().stream().map(projection::rows).toList());
		}
		return last;
	}

}
