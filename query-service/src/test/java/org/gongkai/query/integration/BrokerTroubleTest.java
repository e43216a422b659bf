package org.gongkai.query.integration;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.gongkai.events.application.ReasonsRequested;
import org.gongkai.log.LogDatabase;
import org.gongkai.log.stream.StreamRecord;
import org.gongkai.log.verify.ReceivedVerification;
import org.gongkai.query.integration.Receiving.Received;
import org.gongkai.testing.TestBroker;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BrokerTroubleTest {

	private static final String ORIGIN = "township.example/log";

	private final SourceLog source = new SourceLog(ORIGIN);

	@Test
	void a_broker_that_stood_still_and_one_that_was_killed_are_followed_again_and_each_record_counts_once() {
		try (TestBroker broker = TestBroker.start(); Receiving receiving = new Receiving()) {
			RelayedTopic topic = new RelayedTopic(broker.bootstrapServers());
			Received received = receiving.receive(ORIGIN, () -> topic.feed(ORIGIN), Map.of());
			topic.send(asked(1, 10));
			Receiving.reaches(received, 10);

			broker.freeze();
			assertThat(Receiving.stops(received, Fault.Kind.UNREACHABLE).detail())
				.startsWith("the broker does not answer");
			broker.thaw();
			topic.send(asked(11, 20));
			Receiving.reaches(received, 20);

			broker.kill();
			Receiving.stops(received, Fault.Kind.UNREACHABLE);
			broker.restart();
			topic.send(asked(21, 30));
			Receiving.reaches(received, 30);

			assertThat(receiving.order()).hasSize(30).doesNotHaveDuplicates();
			assertThat(new ReceivedVerification(receiving.as(LogDatabase.READ), List.of()).run().sound()).isTrue();
		}
	}

	private List<StreamRecord> asked(int first, int last) {
		return IntStream.rangeClosed(first, last)
			.mapToObj((number) -> this.source.record(RelayedTopic.partition("321301/" + number),
					new ReasonsRequested("321301/" + number, LocalDate.parse("2024-07-01"))))
			.toList();
	}

}
