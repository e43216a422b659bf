package org.gongkai.log;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/// An insert that stands still while later ones commit and the projections are restarted. Every instant of recording is
/// years before the processors' clock, so that whatever waits for a time would have given up.
class FrozenInsertTest {

	private LogUnderTest log;

	private JdbcTemplate read;

	private PositionSource source;

	private Sequencer sequencer;

	@BeforeEach
	void open() {
		this.log = new LogUnderTest();
		this.read = new JdbcTemplate(this.log.as(LogDatabase.READ));
		ProjectionUnderTest.createTables(this.read);
		this.source = new PositionSource(this.log.reader());
		this.sequencer = new Sequencer(this.log.as(LogDatabase.APPEND), LogUnderTest.IDENTITY, this.log.witness(),
				this.source::nudge);
		this.sequencer.start();
	}

	@AfterEach
	void close() {
		this.sequencer.stop();
		this.log.close();
	}

	@ParameterizedTest(name = "frozen node {0} min, other nodes {1} min off")
	@CsvSource({ "0, 0", "-5, 0", "0, -5", "5, 0" })
	void every_event_is_handled_once_though_one_commits_after_a_restart(int frozenNode, int otherNodes)
			throws Exception {
		Clock frozen = Clock.fixed(LogUnderTest.NOW.plus(Duration.ofMinutes(frozenNode)), ZoneOffset.UTC);
		Clock other = Clock.fixed(LogUnderTest.NOW.plus(Duration.ofMinutes(otherNodes)), ZoneOffset.UTC);
		CompletableFuture<Void> late;
		this.log.append("before", 0, other);
		try (AutoCloseable _ = this.log.freezeInserts("late")) {
			late = CompletableFuture.runAsync(() -> this.log.append("late", 0, frozen));
			LogUnderTest.await("the insert is frozen", this.log::frozen);
			this.log.append("after", 0, other);
			try (ProjectionUnderTest projection = projection()) {
				LogUnderTest.await("what is committed is handled",
						() -> handled("after#0", "before#0") && projection.caughtUp());
			}
			this.log.append("after", 1, other);
			try (ProjectionUnderTest restarted = projection()) {
				LogUnderTest.await("the restarted projection goes on",
						() -> handled("after#0", "after#1", "before#0") && restarted.caughtUp());
			}
		}
		late.join();
		this.log.append("after", 2, other);

		try (ProjectionUnderTest _ = projection()) {
			LogUnderTest.await("the late event is handled",
					() -> handled("after#0", "after#1", "after#2", "before#0", "late#0"));
		}
		assertThat(this.log.order()).startsWith("before#0", "after#0", "after#1")
			.hasSize(5)
			.containsSubsequence("after#1", "late#0");
	}

	private ProjectionUnderTest projection() {
		return new ProjectionUnderTest(this.log.as(LogDatabase.READ), this.source);
	}

	private boolean handled(String... messages) {
		return ProjectionUnderTest.handled(this.read).equals(java.util.List.of(messages));
	}

}
