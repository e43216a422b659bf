package org.gongkai.testing;

import java.util.Optional;
import java.util.UUID;

import org.testcontainers.kafka.KafkaContainer;

/// The Kafka that the tests of this JVM share: a container where a Docker engine answers and has the image already, else
/// a process from its jars. Each test takes topics of its own.
public final class TestKafka {

	private static final String IMAGE = Optional.ofNullable(System.getenv("GONGKAI_TEST_KAFKA_IMAGE"))
		.orElse("apache/kafka:4.4.0");

	private static final String SHARED = TestServer.engineHas(IMAGE) ? container()
			: TestBroker.start().bootstrapServers();

	private TestKafka() {
	}

	/// Where clients find it.
	public static String bootstrapServers() {
		return SHARED;
	}

	/// A topic's name that nobody else has.
	public static String topic() {
		return "t-" + UUID.randomUUID();
	}

	private static String container() {
		KafkaContainer container = new KafkaContainer(IMAGE);
		container.start();
		Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
		return container.getBootstrapServers();
	}

}
