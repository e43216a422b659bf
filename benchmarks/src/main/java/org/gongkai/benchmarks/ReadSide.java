package org.gongkai.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// What readers wait for: a report beside a bare count of the facts, and a rebuild beside the live engine's way through
/// the same log.
final class ReadSide {

	private static final int CALLS = 50;

	private ReadSide() {
	}

	/// @param first the first after everything was recorded
	/// @param middle of all calls
	/// @param slowest of all calls but the first
	/// @param count the middle of as many bare counts
	record Reports(Duration first, Duration middle, Duration slowest, Duration count) {
	}

	/// Asks for the reports by turns with the count.
	/// @param paths of the reports
	static Reports reports(OfficeProcess office, Connection database, List<String> paths) throws SQLException {
		Duration first = timed(() -> office.get(paths.getFirst()));
		List<Duration> reports = new ArrayList<>();
		List<Duration> counts = new ArrayList<>();
		for (int call = 0; call < CALLS; call++) {
			String path = paths.get(call % paths.size());
			reports.add(timed(() -> office.get(path)));
			long began = System.nanoTime();
			OfficeDatabase.number(database, "select count(*) from read.case_facts");
			counts.add(Duration.ofNanos(System.nanoTime() - began));
		}
		reports.sort(null);
		counts.sort(null);
		return new Reports(first, reports.get(CALLS / 2), reports.getLast(), counts.get(CALLS / 2));
	}

	/// Makes all read models anew from the log.
	static Duration rebuild(OfficeProcess office) {
		return timed(() -> office.post("/api/projections/all/rebuild", new byte[0]));
	}

	/// Forgets the read models of an office, which its next start then computes live.
	static void forget(Connection database) throws SQLException {
		OfficeDatabase.run(database, "update read.checkpoints set position = 0");
	}

	/// Watches the live engine of an office that is being started go through the log.
	/// @return for the whole log, at the speed from its first batch to its last
	static Duration live(Path data) throws SQLException {
		try (Connection database = whenOpen(data)) {
			long head = OfficeDatabase.number(database, "select max(position) from log.positions");
			long first = await(database, 1);
			long began = System.nanoTime();
			await(database, head);
			return Duration.ofNanos((long) ((System.nanoTime() - began) * ((double) head / (head - first))));
		}
	}

	private static Connection whenOpen(Path data) throws SQLException {
		while (true) {
			try {
				return OfficeDatabase.connect(data);
			}
			catch (SQLException | RuntimeException ex) {
				LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
			}
		}
	}

	private static long await(Connection database, long position) throws SQLException {
		while (true) {
			long now = OfficeDatabase.number(database, "select min(position) from read.checkpoints");
			if (now >= position) {
				return now;
			}
			LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
		}
	}

	private static Duration timed(Runnable work) {
		long began = System.nanoTime();
		work.run();
		return Duration.ofNanos(System.nanoTime() - began);
	}

}
