package org.gongkai.access;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;

/// The result of a check, kept for a second: anyone may ask for health, and must not make the database or the disk work by asking. A check
/// that fails reports DOWN.
public final class CachedHealth {

	private static final Logger LOGGER = LoggerFactory.getLogger(CachedHealth.class);

	private static final long KEEP_NANOS = TimeUnit.SECONDS.toNanos(1);

	private final Supplier<Health> check;

	private @Nullable Health last;

	private long checkedAt;

	public CachedHealth(Supplier<Health> check) {
		this.check = check;
	}

	/// The last result, or a new one if that is too old. Only one caller at a time
	/// checks; the others wait for it.
	public synchronized Health get() {
		Health known = this.last;
		if (known != null && System.nanoTime() - this.checkedAt < KEEP_NANOS) {
			return known;
		}
		Health checked = checked();
		this.last = checked;
		this.checkedAt = System.nanoTime();
		return checked;
	}

	private Health checked() {
		try {
			return this.check.get();
		}
		catch (RuntimeException ex) {
			LOGGER.debug("a check of health failed", ex);
			return Health.down().build();
		}
	}

}
