package org.gongkai.log;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StandstillTest {

	private final AtomicLong nanos = new AtomicLong();

	private final Standstill standstill = new Standstill(this.nanos::get);

	@Test
	void who_is_not_behind_does_not_stand_still_however_long_nothing_happens() {
		assertThat(this.standstill.seen(7, 7)).isZero();
		pass(3600);
		assertThat(this.standstill.seen(7, 7)).isZero();
	}

	@Test
	void the_time_counts_from_the_first_look_that_found_somebody_behind() {
		this.standstill.seen(7, 7);
		pass(3600);
		assertThat(this.standstill.seen(7, 9)).isZero();
		pass(40);
		assertThat(this.standstill.seen(7, 12)).isEqualTo(Duration.ofSeconds(40));
	}

	@Test
	void whoever_moves_does_not_stand_still_though_he_stays_behind() {
		this.standstill.seen(7, 100);
		pass(40);
		assertThat(this.standstill.seen(8, 200)).isZero();
		pass(40);
		assertThat(this.standstill.seen(8, 200)).isEqualTo(Duration.ofSeconds(40));
	}

	private void pass(long seconds) {
		this.nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
	}

}
