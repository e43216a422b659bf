package org.gongkai.query;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ShortWaitsTest {

	@Test
	void nothing_is_put_off_beyond_the_limit_and_less_is_left_as_it_is() {
		List<String> ran = new CopyOnWriteArrayList<>();
		ShortWaits waits = new ShortWaits(Duration.ofMillis(200), Thread::new);
		try {
			Runnable told = () -> ran.add("after a day");
			waits.schedule(told, 1, TimeUnit.DAYS);
			waits.schedule(() -> ran.add("at once"), 0, TimeUnit.MILLISECONDS);
			waits.schedule(() -> ran.add("after two"), 2, TimeUnit.DAYS);

			await().until(() -> ran.size() == 3);
			assertThat(ran).containsExactly("at once", "after a day", "after two");
		}
		finally {
			waits.shutdownNow();
		}
	}

}
