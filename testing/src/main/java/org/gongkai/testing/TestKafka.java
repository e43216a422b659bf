package org.gongkai.testing;

import java.util.UUID;

import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/// The Kafka that the tests of this JVM share: a container, or a process from its jars. Each test takes topics of its own.
public final class TestKafka {

	private static final String SHARED = EngineImage.find("GONGKAI_TEST_KAFKA_IMAGE", "apache/kafka:4.4.0")
		.map(TestKafka::container)
		.orElseGet(() -> TestBroker.start().bootstrapServers());

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

	private static String container(DockerImageName image) {
		KafkaContainer container = new KafkaContainer(image);
		container.start();
		Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
		return container.getBootstrapServers();
	}

}
