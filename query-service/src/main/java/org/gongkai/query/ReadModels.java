package org.gongkai.query;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.gongkai.log.LogReader;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;

/// How complete the read models are, and how they are made anew.
public final class ReadModels {

	/// As long as a reader waits for what was just recorded.
	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final LogReader log;

	private final List<Projection> projections;

	private final Checkpoints checkpoints;

	private final Rebuild rebuild;

	ReadModels(LogReader log, List<Projection> projections, Checkpoints checkpoints, Rebuild rebuild) {
		this.log = log;
		this.projections = projections;
		this.checkpoints = checkpoints;
		this.rebuild = rebuild;
	}

	/// @param projection its name
	/// @param position complete to here
	/// @param rows how many were loaded
	public record Rebuilt(String projection, long position, long rows) {
	}

	/// The position that all read models have reached.
	public long position() {
		return this.projections.stream()
			.mapToLong((projection) -> positions().getOrDefault(projection.name(), 0L))
			.min()
			.orElse(0);
	}

	/// The position of each projection.
	public Map<String, Long> positions() {
		return this.checkpoints.all();
	}

	/// Waits until everything that was committed before this call is shown.
	/// @throws StillBehind after half a minute
	public void settle() {
		long head = this.log.settle(PATIENCE);
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		while (position() < head) {
			if (System.nanoTime() > deadline) {
				throw new StillBehind(position(), head);
			}
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
		}
	}

	/// Makes one read model anew from the log, or with `all` every one.
	/// @throws Refused `unknown-projection`
	public List<Rebuilt> rebuild(String name) {
		List<Projection> wanted = this.projections.stream()
			.filter((projection) -> name.equals("all") || projection.name().equals(name))
			.toList();
		if (wanted.isEmpty()) {
			throw new Refused(Rule.UNKNOWN_PROJECTION, "there is no such projection; there are "
					+ this.projections.stream().map(Projection::name).toList());
		}
		return wanted.stream()
			.map(this.rebuild::rebuild)
			.map((done) -> new Rebuilt(done.projection(), done.position(), done.rows()))
			.toList();
	}

	/// The read models did not catch up in time.
	public static final class StillBehind extends RuntimeException {

		private static final long serialVersionUID = 1L;

		StillBehind(long position, long head) {
			super("the tables are complete to " + position + " of " + head);
		}

	}

}
