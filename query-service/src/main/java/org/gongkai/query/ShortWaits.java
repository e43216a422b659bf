package org.gongkai.query;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/// One thread that puts nothing off for longer than a limit. The processor doubles its pause with every failure, up to a
/// minute, and after a long outage of the database the tables would stand still that long though everything is well again.
final class ShortWaits extends ScheduledThreadPoolExecutor {

	private final Duration longest;

	ShortWaits(Duration longest, ThreadFactory threads) {
		super(1, threads);
		this.longest = longest;
	}

	@Override
	public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
		return super.schedule(task, shortened(delay, unit), TimeUnit.NANOSECONDS);
	}

	@Override
	public <V> ScheduledFuture<V> schedule(Callable<V> task, long delay, TimeUnit unit) {
		return super.schedule(task, shortened(delay, unit), TimeUnit.NANOSECONDS);
	}

	private long shortened(long delay, TimeUnit unit) {
		return Math.min(unit.toNanos(delay), this.longest.toNanos());
	}

}
