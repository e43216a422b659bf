package org.gongkai.command.integration.stream;

import org.gongkai.testing.TestBroker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BrokerLossTest {

	private static TestBroker broker;

	@BeforeAll
	static void start() {
		broker = TestBroker.start();
	}

	@AfterAll
	static void stop() {
		broker.close();
	}

	@Test
	void a_broker_that_is_killed_again_and_again_under_load_costs_nothing() {
		try (RelayDesk desk = new RelayDesk(broker.bootstrapServers())) {
			Relay relay = desk.relay();
			relay.start();
			desk.record(100);
			desk.caughtUp(relay);
			for (int round = 0; round < 3; round++) {
				desk.record(3 * Relay.BATCH);
				broker.kill();
				desk.record(200);
				broker.restart();
			}
			desk.caughtUp(relay);
			relay.stop();

			desk.follower().whole(1, desk.head());
		}
	}

	@Test
	void a_broker_that_does_not_answer_is_told_of_and_the_stream_goes_on_when_it_does() {
		try (RelayDesk desk = new RelayDesk(broker.bootstrapServers())) {
			desk.record(100);
			Relay relay = desk.relay();
			relay.start();
			desk.caughtUp(relay);

			broker.freeze();
			long head = desk.record(100);
			RelayDesk.until(() -> relay.status().error() != null);
			assertThat(relay.status().lag()).isEqualTo(100);
			broker.thaw();
			desk.caughtUp(relay);
			relay.stop();

			desk.follower().whole(1, head);
		}
	}

	@Test
	void a_relay_that_starts_before_its_broker_waits_for_it() {
		broker.kill();
		try (RelayDesk desk = new RelayDesk(broker.bootstrapServers())) {
			long head = desk.record(10);
			Relay relay = desk.relay();
			relay.start();
			RelayDesk.until(() -> relay.status().error() != null);

			broker.restart();
			desk.caughtUp(relay);
			relay.stop();

			desk.follower().whole(1, head);
		}
	}

}
