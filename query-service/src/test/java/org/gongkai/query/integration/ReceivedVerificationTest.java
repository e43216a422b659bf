package org.gongkai.query.integration;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

import org.gongkai.events.Event;
import org.gongkai.events.agency.AgencyKind;
import org.gongkai.events.agency.AgencyRegistered;
import org.gongkai.events.application.ReasonsRequested;
import org.gongkai.log.LogDatabase;
import org.gongkai.log.verify.Fault;
import org.gongkai.log.verify.Finding;
import org.gongkai.log.verify.ReceivedVerification;
import org.gongkai.log.verify.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/// Plays the database administrator on a received log: a superuser who has disabled every trigger. One source sent 20 records,
/// another 6, of which the first was set aside as the other had said the same.
class ReceivedVerificationTest {

	private final Receiving receiving = new Receiving();

	@BeforeEach
	void receive() {
		send("one.example/log", "321301", 20);
		send("two.example/log", "321302", 6);
		for (String table : List.of("events", "positions", "received", "sources")) {
			this.receiving.sql.execute("alter table log." + table + " disable trigger all");
		}
	}

	@AfterEach
	void close() {
		this.receiving.close();
	}

	@Test
	void what_nobody_touched_is_sound_and_says_how_far_each_source_is_complete() {
		Verdict verdict = verify();

		assertThat(verdict.findings()).isEmpty();
		assertThat(verdict.positions()).isEqualTo(25);
		assertThat(verdict.sources()).extracting(Verdict.Received::source, Verdict.Received::position)
			.containsExactly(tuple("one.example/log", 20L), tuple("two.example/log", 6L));
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					payload           | update log.events set payload = replace(payload::text, '2024-07-05', '2024-07-06')::json where event_index = (select event_index from log.positions where position = 5) | CHANGED | 5
					metadata          | update log.events set metadata = '{}' where event_index = (select event_index from log.positions where position = 5) | CHANGED | 5
					leaf              | update log.received set leaf = sha256('x') where position = 5 | CHANGED | 5
					set aside         | update log.received set leaf = sha256('x') where source = 'two.example/log' and source_position = 1 | CHANGED | 1
					event deleted     | delete from log.events where event_index = (select event_index from log.positions where position = 5) | DELETED | 5
					position deleted  | delete from log.positions where position = 5 | POSITION_HOLE | 5
					record deleted    | delete from log.received where position = 5; delete from log.positions where position = 5 | DELETED | 5
					tail cut          | delete from log.received where source_position > 4 and source = 'two.example/log' | REWOUND | 24
					tail forgotten    | delete from log.received where source_position > 4 and source = 'two.example/log'; delete from log.positions where position > 23; update log.sources set position = 4 where source = 'two.example/log' | REWOUND | 24
					put in            | insert into log.events select 9999, 'application', 'new', 0, gen_random_uuid(), name, revision, payload, metadata, recorded_at, '' from log.events limit 1; insert into log.positions values (26, 9999) | INSERTED | 26
					""")
	void what_was_done_to_it_is_found_where_it_was_done(String what, String sql, Fault fault, long position) {
		for (String statement : sql.split(";")) {
			this.receiving.sql.execute(statement);
		}

		assertThat(verify().findings()).as(what)
			.extracting(Finding::fault, Finding::position)
			.contains(tuple(fault, position));
	}

	private Verdict verify() {
		assertThat(ReceivedVerification.concerns(this.receiving.as(LogDatabase.READ))).isTrue();
		return new ReceivedVerification(this.receiving.as(LogDatabase.READ), List.of()).run();
	}

	private void send(String origin, String agency, int number) {
		MemoryTopic topic = new MemoryTopic();
		SourceLog source = new SourceLog(origin);
		topic.send(0, source.record(0,
				new AgencyRegistered("321300", "沭阳县人民政府", AgencyKind.COUNTY, null, LocalDate.parse("2024-01-02"))));
		IntStream.range(1, number).forEach((one) -> topic.send(0, source.record(0, asked(agency, one))));
		Receiving.reaches(this.receiving.receive(source, topic), number);
	}

	private static Event asked(String agency, int number) {
		return new ReasonsRequested(agency + "/" + number, LocalDate.parse("2024-07-01").plusDays(number));
	}

}
