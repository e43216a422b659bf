package org.gongkai.access;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PasswordHasherTest {

	private final CountingEncoder encoder = new CountingEncoder();

	@Test
	void never_more_than_two_passwords_are_hashed_at_once() throws Exception {
		PasswordHasher hasher = new PasswordHasher(this.encoder, 198, Duration.ofMinutes(2));
		String hash;
		try (PasswordHasher.Turn turn = hasher.turn()) {
			hash = turn.hash("right");
		}
		try (ExecutorService callers = Executors.newFixedThreadPool(200)) {
			Callable<Boolean> check = () -> {
				try (PasswordHasher.Turn turn = hasher.turn()) {
					return turn.matches("right", hash);
				}
			};
			for (Future<Boolean> checked : callers.invokeAll(IntStream.range(0, 200).mapToObj((_) -> check).toList())) {
				assertThat(checked.get()).isTrue();
			}
		}

		assertThat(this.encoder.mostAtOnce.get()).isLessThanOrEqualTo(2);
	}

	@Test
	void who_finds_the_queue_full_or_waits_too_long_is_refused() {
		for (int queue : List.of(0, 1)) {
			PasswordHasher hasher = new PasswordHasher(this.encoder, queue, Duration.ofMillis(1));
			PasswordHasher.Turn first = hasher.turn();
			PasswordHasher.Turn second = hasher.turn();

			assertThatExceptionOfType(Overloaded.class).isThrownBy(hasher::turn);

			first.close();
			hasher.turn().close();
			second.close();
		}
	}

}
