package org.gongkai.log;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.gongkai.events.Recorded;
import org.gongkai.events.application.ReasonsRequested;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Reading the log stream after stream with bounded memory.
class NextStreamsTest {

	private static final int STREAMS = 1_500;

	private final LogUnderTest log = new LogUnderTest();

	@AfterEach
	void close() {
		this.log.close();
	}

	@Test
	void some_streams_at_a_time_are_all_streams_whole_and_in_order() {
		record(IntStream.range(0, STREAMS).mapToObj("T/2024-%05d"::formatted).toList(), 4);
		LogReader reader = JdbcLogReader.impersonal(this.log.as(LogDatabase.READ));
		List<String> streams = new ArrayList<>();
		List<Integer> events = new ArrayList<>();

		for (String after = ""; after != null;) {
			LogReader.NextStreams some = reader.nextStreams(after, reader.head());
			some.streams().forEach((stream) -> streams.add(stream.getFirst().streamId()));
			assertThat(some.streams()).allSatisfy(
					(stream) -> assertThat(stream).extracting(Recorded::sequence).containsExactly(0L, 1L, 2L, 3L));
			events.add(some.streams().stream().mapToInt(List::size).sum());
			after = some.next();
		}

		assertThat(streams).hasSize(STREAMS).isSorted().doesNotHaveDuplicates();
		assertThat(events).hasSizeGreaterThan(1).allSatisfy((some) -> assertThat(some).isLessThanOrEqualTo(4_000));
	}

	@Test
	void what_has_its_position_later_is_not_read() {
		record(List.of("T/2024-1", "T/2024-2"), 3);
		LogReader reader = JdbcLogReader.impersonal(this.log.as(LogDatabase.READ));

		assertThat(reader.nextStreams("", 4).streams().stream().mapToInt(List::size).sum()).isEqualTo(4);
		assertThat(reader.nextStreams("T/2024-2", 6)).isEqualTo(new LogReader.NextStreams(List.of(), null));
	}

	@Test
	void one_stream_that_is_longer_than_what_is_read_at_once_is_read_whole() {
		record(List.of("T/2024-1"), 4_500);
		LogReader reader = JdbcLogReader.impersonal(this.log.as(LogDatabase.READ));

		LogReader.NextStreams read = reader.nextStreams("", reader.head());

		assertThat(read.streams()).singleElement().satisfies((stream) -> assertThat(stream.size()).isEqualTo(4_500));
		assertThat(read.next()).isNull();
	}

	/// All events of a stream one after the other.
	private void record(List<String> streams, int events) {
		this.log.superuser.update("""
				insert into log.events
				(event_id, stream_id, sequence, stream_type, recorded_at, name, revision, payload, metadata)
				select gen_random_uuid(), stream, sequence, 'application', '2024-01-09T02:00:00Z'::timestamptz,
				'application.ReasonsRequested', '1', ?::json, '{}'
				from unnest(?::text[]) stream, generate_series(0, ? - 1) sequence order by stream, sequence""",
				EventJson.mapper()
					.writeValueAsString(new ReasonsRequested(streams.getFirst(), LocalDate.parse("2024-01-08"))),
				streams.toArray(String[]::new), events);
		this.log.superuser.update(
				"insert into log.positions select row_number() over (order by event_index), event_index from log.events");
	}

}
