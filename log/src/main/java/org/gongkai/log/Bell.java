package org.gongkai.log;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Wakes one waiting thread early. Rung while nobody waits, the next wait ends at once; rung often, it counts once.
final class Bell {

	private final Semaphore rung = new Semaphore(0);

	void ring() {
		if (this.rung.availablePermits() == 0) {
			this.rung.release();
		}
	}

	/// Waits until the bell rings, at most for the limit.
	void await(Duration limit) throws InterruptedException {
		if (this.rung.tryAcquire(limit.toNanos(), TimeUnit.NANOSECONDS)) {
			this.rung.drainPermits();
		}
	}

}
