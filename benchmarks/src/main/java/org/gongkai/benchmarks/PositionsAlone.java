package org.gongkai.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

/// The floor of the sequencer: gives committed events positions in steps of the same size and rhythm, reads nothing of
/// them, makes no leaves, signs nothing. Holes it waits for for ever: here nobody rolls back.
final class PositionsAlone implements AutoCloseable {

	private static final int LIMIT = 5_000;

	private static final int REST = 4;

	private static final long LONGEST_REST = 100_000_000;

	private static final String FIND = """
			select event_index from (select event_index from log.events where event_index = any (?)
			union all (select event_index from log.events where event_index > ? order by event_index limit ?)) found
			order by event_index""";

	private static final String GIVE = """
			insert into log.positions (position, event_index)
			select ? + place, event_index from unnest(?::bigint[]) with ordinality as given (event_index, place)""";

	private final DataSource append;

	private final CountDownLatch stopped = new CountDownLatch(1);

	private final Thread thread = Thread.ofPlatform().name("positions-alone").unstarted(this::run);

	PositionsAlone(DataSource append) {
		this.append = append;
		this.thread.start();
	}

	private void run() {
		try (Connection connection = this.append.getConnection();
				PreparedStatement find = connection.prepareStatement(FIND);
				PreparedStatement give = connection.prepareStatement(GIVE)) {
			connection.setAutoCommit(false);
			long head = 0;
			long highest = 0;
			Set<Long> holes = new TreeSet<>();
			while (this.stopped.getCount() > 0) {
				long began = System.nanoTime();
				List<Long> found = new ArrayList<>();
				find.setArray(1, connection.createArrayOf("bigint", holes.toArray()));
				find.setLong(2, highest);
				find.setInt(3, LIMIT);
				try (ResultSet row = find.executeQuery()) {
					while (row.next()) {
						found.add(row.getLong(1));
					}
				}
				for (long index : found) {
					holes.remove(index);
					for (; highest < index; highest++) {
						if (highest + 1 < index) {
							holes.add(highest + 1);
						}
					}
				}
				if (!found.isEmpty()) {
					give.setLong(1, head);
					give.setArray(2, connection.createArrayOf("bigint", found.toArray()));
					give.executeUpdate();
					head += found.size();
				}
				connection.commit();
				if (found.size() < LIMIT) {
					long took = System.nanoTime() - began;
					this.stopped.await(Math.min(LONGEST_REST, REST * took), TimeUnit.NANOSECONDS);
				}
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void close() {
		this.stopped.countDown();
		try {
			this.thread.join();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
