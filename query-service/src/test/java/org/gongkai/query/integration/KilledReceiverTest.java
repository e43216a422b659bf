package org.gongkai.query.integration;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

import org.gongkai.events.application.ReasonsRequested;
import org.gongkai.log.LogDatabase;
import org.gongkai.log.verify.ReceivedVerification;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

class KilledReceiverTest {

	private static final String ORIGIN = "township.example/log";

	private static final int RECORDS = 20_000;

	private static final int KILLS = 4;

	/// Events are written and not committed, the places neither.
	private static final String WRITING = """
			select exists (select from pg_stat_activity where usename = 'gongkai_append'
			and datname = current_database() and backend_xid is not null)""";

	@Test
	void a_receiver_that_is_killed_with_events_written_and_not_committed_loses_nothing_and_repeats_nothing() {
		SourceLog source = new SourceLog(ORIGIN);
		RelayedTopic topic = new RelayedTopic();
		topic.send(IntStream.rangeClosed(1, RECORDS)
			.mapToObj((number) -> source.record(RelayedTopic.partition("321301/" + number),
					new ReasonsRequested("321301/" + number, LocalDate.parse("2024-07-01"))))
			.toList());
		try (Receiving receiving = new Receiving()) {
			for (int killed = 0; killed < KILLS; killed++) {
				Process process = ReceiverProcess.start(receiving.jdbcUrl(), ORIGIN, topic);
				try {
					Receiving.until(() -> Boolean.TRUE.equals(receiving.sql.queryForObject(WRITING, Boolean.class)));
				}
				finally {
					process.destroyForcibly().onExit().join();
				}
				// what it had begun is rolled back before the next one begins
				Receiving.until(() -> Boolean.FALSE.equals(receiving.sql.queryForObject(WRITING, Boolean.class)));
			}
			assertThat(taken(receiving.sql)).isLessThan(RECORDS);

			Process last = ReceiverProcess.start(receiving.jdbcUrl(), ORIGIN, topic);
			try {
				Receiving.until(() -> taken(receiving.sql) == RECORDS);
			}
			finally {
				last.destroyForcibly().onExit().join();
			}

			assertThat(receiving.sql.queryForList("""
					select e.stream_id from log.positions p join log.events e using (event_index)
					order by p.position""", String.class))
				.isEqualTo(IntStream.rangeClosed(1, RECORDS).mapToObj((number) -> "321301/" + number).toList());
			assertThat(new ReceivedVerification(receiving.as(LogDatabase.READ), List.of()).run().sound()).isTrue();
		}
	}

	private static long taken(JdbcTemplate sql) {
		return sql.queryForList("select position from log.sources", Long.class).stream().findFirst().orElse(0L);
	}

}
