package org.gongkai.acceptance.documents;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Tests that assume how fast the machine is fail on a busy one. A test awaits a condition, with a limit that only a fault reaches.
class TestStyleTest {

	private static final Pattern SLEEP = Pattern.compile("\\bsleep\\(");

	private static final Pattern TIMED = Pattern.compile("assertTimeout|@Timeout\\b");

	private static final Pattern SHORT_LIMIT = Pattern.compile(
			"atMost\\((?:(?:java\\.time\\.)?Duration\\.of(Seconds|Millis)\\((\\d[\\d_]*)\\)|(\\d+), (?:TimeUnit\\.)?(SECONDS|MILLISECONDS))");

	private static final int SHORTEST_LIMIT_SECONDS = 30;

	@Test
	void no_test_sleeps_measures_its_time_or_waits_for_less_than_half_a_minute() {
		assertThat(sources()).isNotEmpty()
			.allSatisfy((file) -> assertThat(violations(Repository.text(file))).as("%s", file).isEmpty());
	}

	@ParameterizedTest
	@ValueSource(strings = { "Thread.sleep(5);", "TimeUnit.SECONDS.sleep(1);", "assertTimeout(LIMIT, () -> go());",
			"@Timeout(5) void x()", "await().atMost(Duration.ofSeconds(20))", "atMost(Duration.ofMillis(90_000))",
			"await().atMost(5, SECONDS)", "atMost(300, TimeUnit.MILLISECONDS)" })
	void the_rule_finds(String code) {
		assertThat(violations(code)).isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "await().until(() -> done());", "atMost(Duration.ofSeconds(60))",
			"atMost(Duration.ofMinutes(2))", "atMost(30, TimeUnit.SECONDS)" })
	void the_rule_allows(String code) {
		assertThat(violations(code)).isEmpty();
	}

	private static List<String> violations(String code) {
		return Stream
			.concat(Stream.of(SLEEP, TIMED).flatMap((pattern) -> pattern.matcher(code).results()),
					SHORT_LIMIT.matcher(code).results().filter(TestStyleTest::isShort))
			.map(MatchResult::group)
			.toList();
	}

	private static boolean isShort(MatchResult limit) {
		String unit = (limit.group(1) != null) ? limit.group(1) : limit.group(4);
		String number = (limit.group(2) != null) ? limit.group(2) : limit.group(3);
		return unit.toUpperCase(Locale.ROOT).startsWith("MILLIS")
				|| Integer.parseInt(number.replace("_", "")) < SHORTEST_LIMIT_SECONDS;
	}

	/// Every test source but this one, which holds the examples.
	private static List<Path> sources() {
		return Repository.testSources().stream().filter((file) -> !file.endsWith("TestStyleTest.java")).toList();
	}

}
