package org.gongkai.testing;

import java.io.IOException;
import java.net.Socket;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TestKafkaTest {

	@Test
	void a_broker_that_was_killed_answers_again_at_the_same_address() throws IOException {
		try (TestBroker broker = TestBroker.start()) {
			String address = broker.bootstrapServers();
			long before = broker.pid();
			broker.kill();

			assertThatThrownBy(() -> connect(address)).isInstanceOf(IOException.class);

			broker.restart();
			assertThat(broker.bootstrapServers()).isEqualTo(address);
			assertThat(broker.pid()).isNotEqualTo(before);
			connect(address);
		}
	}

	private static void connect(String address) throws IOException {
		String[] parts = address.split(":");
		new Socket(parts[0], Integer.parseInt(parts[1])).close();
	}

}
