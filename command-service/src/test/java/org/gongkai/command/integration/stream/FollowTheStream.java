package org.gongkai.command.integration.stream;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/// The follower of `docs/stream/follow.md`, which knows nothing of the product.
final class FollowTheStream {

	private FollowTheStream() {
	}

	// tag::follow[]
	public static void main(String... args) throws IOException {
		String brokers = args[0], topic = args[1];
		Path kept = Path.of(args[2]), next = Path.of(args[2] + ".new");
		Properties last = new Properties(); // the last position of each partition
		if (Files.exists(kept)) {
			last.load(new StringReader(Files.readString(kept)));
		}
		Map<String, Object> settings = Map.of("bootstrap.servers", brokers, "isolation.level", "read_committed");
		try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
			consumer.assign(consumer.partitionsFor(topic)
				.stream()
				.map((one) -> new TopicPartition(topic, one.partition()))
				.toList());
			consumer.seekToBeginning(consumer.assignment());
			while (true) {
				for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofSeconds(1))) {
					String partition = Integer.toString(record.partition());
					long had = Long.parseLong(last.getProperty(partition, "0"));
					long position = Long.parseLong(header(record, "ce_position"));
					if (position <= had) {
						continue; // it came again
					}
					if (Long.parseLong(header(record, "ce_previous")) != had) {
						throw new IllegalStateException(
								"partition " + partition + " has a hole behind position " + had);
					}
					System.out.println(position + " " + header(record, "ce_type") + " " + record.value());
					last.setProperty(partition, Long.toString(position));
					try (var writer = Files.newBufferedWriter(next)) {
						last.store(writer, null);
					}
					Files.move(next, kept, StandardCopyOption.ATOMIC_MOVE);
				}
			}
		}
	}

	static String header(ConsumerRecord<?, ?> record, String name) {
		return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
	}
	// end::follow[]

}
