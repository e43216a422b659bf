package org.gongkai.query;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

	private final Rebuilds rebuilds;

	private final Rebuilder rebuilder;

	ReadModels(LogReader log, List<Projection> projections, Checkpoints checkpoints, Rebuilds rebuilds,
			Rebuilder rebuilder) {
		this.log = log;
		this.projections = projections;
		this.checkpoints = checkpoints;
		this.rebuilds = rebuilds;
		this.rebuilder = rebuilder;
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

	/// Makes one read model anew from the log, or with `all` every one, and waits for it.
	/// @throws Refused `unknown-projection`, `rebuild-under-way`, or `no-rebuild` when
	/// it was cancelled
	public List<Rebuilt> rebuild(String name) {
		List<String> wanted = named(name);
		startRebuild(name, true);
		return wanted.stream().map(this::awaitRebuilt).toList();
	}

	/// Begins to make one read model anew, or with `all` every one, on one of the nodes.
	/// @param swap whether the new tables take their place by themselves
	/// @throws Refused `unknown-projection`, `rebuild-under-way`
	void startRebuild(String name, boolean swap) {
		this.rebuilds.start(named(name), swap);
		this.rebuilder.nudge();
	}

	/// The rebuilds, by which they are told what to do.
	Rebuilds rebuilds() {
		return this.rebuilds;
	}

	private List<String> named(String name) {
		List<String> names = this.projections.stream().map(Projection::name).toList();
		if (!name.equals("all") && !names.contains(name)) {
			throw new Refused(Rule.UNKNOWN_PROJECTION, "there is no such projection; there are " + names);
		}
		return name.equals("all") ? names : List.of(name);
	}

	private Rebuilt awaitRebuilt(String name) {
		while (true) {
			Rebuilds.Standing standing = this.rebuilds.all()
				.stream()
				.filter((one) -> one.projection().equals(name))
				.findFirst()
				.orElseThrow();
			switch (standing.state()) {
				case DONE -> {
					return new Rebuilt(name, Objects.requireNonNull(standing.position()), standing.rows());
				}
				case FAILED -> throw new IllegalStateException(standing.why());
				case CANCELLED -> throw new Refused(Rule.NO_REBUILD, "the rebuild of " + name + " was cancelled");
				case RUNNING, PAUSED, CANCELLING -> LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
			}
		}
	}

	/// The read models did not catch up in time.
	public static final class StillBehind extends RuntimeException {

		private static final long serialVersionUID = 1L;

		StillBehind(long position, long head) {
			super("the tables are complete to " + position + " of " + head);
		}

	}

}
