package org.gongkai.acceptance.load;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

import static org.assertj.core.api.Assertions.assertThat;

/// The shipped server under 200 readers and 16 writers. `-Dgongkai.load.seconds=60` is the long run, see `acceptance/load`;
/// `-Dgongkai.load.pause=0` removes the pauses. Times are printed and not asserted: they are the machine's.
@Isolated("it measures a server that has the machine to itself")
class LoadTest {

	private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("gongkai.load.seconds", 10));

	private static final Duration PAUSE = Duration.ofMillis(Integer.getInteger("gongkai.load.pause", 4_000));

	private static final int PEOPLE = Integer.getInteger("gongkai.load.people", 20);

	private static final int READERS = 200;

	private static final int SHARING_ONE_TOKEN = 50;

	private static final int WRITERS = 16;

	private static final long SEED = 20260302;

	@TempDir(cleanup = CleanupMode.ON_SUCCESS)
	Path folder;

	@Test
	void two_hundred_readers_and_sixteen_writers_are_answered_and_nothing_acknowledged_is_lost() {
		try (ShippedServer server = new ShippedServer(this.folder.resolve("office"), this.folder.resolve("server.log"));
				Crowd crowd = new Crowd(server::url, server.operatorToken(),
						new Crowd.Size(PEOPLE, SHARING_ONE_TOKEN, READERS - PEOPLE - SHARING_ONE_TOKEN, WRITERS))) {
			crowd.work(LENGTH, PAUSE, SEED);

			report(crowd.answers());
			assertThat(crowd.answers()).filteredOn((answer) -> answer.status() == 0 || answer.status() >= 500)
				.isEmpty();
			assertThat(crowd.answers()).as("every other refusal is the limit of calls")
				.filteredOn((answer) -> answer.status() >= 400)
				.allMatch((answer) -> answer.status() == 429);
			assertThat(crowd.acknowledged()).hasSizeGreaterThan(WRITERS).doesNotHaveDuplicates();
			assertThat(crowd.missing()).isEmpty();
			assertThat(crowd.counted()).isEqualTo(crowd.acknowledged().size());
			assertThat(server.isAlive()).isTrue();
		}
	}

	private static void report(List<Crowd.Answer> answers) {
		Map<String, List<Crowd.Answer>> kinds = answers.stream()
			.collect(Collectors.groupingBy(Crowd.Answer::kind, TreeMap::new, Collectors.toList()));
		kinds.forEach((kind, some) -> {
			List<Long> millis = some.stream().map((answer) -> answer.took().toMillis()).sorted().toList();
			System.out
				.println("load: %-8s %6d answers %s, p50 %d ms, p99 %d ms, longest %d ms".formatted(kind, some.size(),
						some.stream()
							.collect(Collectors.groupingBy(Crowd.Answer::status, TreeMap::new, Collectors.counting())),
						percentile(millis, 50), percentile(millis, 99), millis.getLast()));
		});
	}

	private static long percentile(List<Long> sorted, int percent) {
		return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
	}

}
