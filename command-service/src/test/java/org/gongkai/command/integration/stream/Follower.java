package org.gongkai.command.integration.stream;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.gongkai.log.stream.PartitionEnd;
import org.gongkai.log.stream.StreamRecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// Whoever follows a topic from its beginning.
final class Follower {

	private final String brokers;

	private final String topic;

	private final String isolation;

	Follower(String brokers, String topic) {
		this(brokers, topic, "read_committed");
	}

	Follower(String brokers, String topic, String isolation) {
		this.brokers = brokers;
		this.topic = topic;
		this.isolation = isolation;
	}

	/// Everything that lies on the topic now, as it lies there.
	List<ConsumerRecord<byte[], byte[]>> raw() {
		Map<String, Object> settings = Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, this.brokers,
				ConsumerConfig.ISOLATION_LEVEL_CONFIG, this.isolation, ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
		try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(),
				new ByteArrayDeserializer())) {
			List<TopicPartition> partitions = consumer.partitionsFor(this.topic)
				.stream()
				.map((one) -> new TopicPartition(this.topic, one.partition()))
				.toList();
			consumer.assign(partitions);
			consumer.seekToBeginning(partitions);
			Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
			List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
			while (partitions.stream().anyMatch((one) -> consumer.position(one) < ends.get(one))) {
				consumer.poll(Duration.ofMillis(100)).forEach(records::add);
			}
			return records;
		}
	}

	/// The records in the order of positions, when each follows the one before it in its
	/// partition and no position is missing or there twice.
	/// @param first the first position that the topic has
	List<StreamRecord> whole(long first, long last) {
		// the broker hides acknowledged records until it has written the end of their
		// transaction
		List<StreamRecord> records = await().until(this::chained, (found) -> found.size() > last - first);
		assertThat(records).extracting(StreamRecord::position)
			.containsExactlyElementsOf(LongStream.rangeClosed(first, last).boxed().toList());
		return records;
	}

	/// The records in the order of positions, each checked against the one before it in
	/// its partition if that is there.
	List<StreamRecord> chained() {
		Map<Integer, PartitionEnd> ends = new HashMap<>();
		List<StreamRecord> records = new ArrayList<>();
		for (ConsumerRecord<byte[], byte[]> raw : raw()) {
			StreamRecord record = read(raw);
			PartitionEnd before = ends.put(raw.partition(), record.end());
			assertThat(before == null && record.previous() > 0
					|| record.follows((before == null) ? PartitionEnd.NONE : before))
				.as("position %d in partition %d", record.position(), raw.partition())
				.isTrue();
			records.add(record);
		}
		records.sort(Comparator.comparing(StreamRecord::position));
		return records;
	}

	static StreamRecord read(ConsumerRecord<byte[], byte[]> raw) {
		Map<String, String> headers = new HashMap<>();
		raw.headers()
			.forEach((header) -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
		return StreamRecord.read(new String(raw.key(), StandardCharsets.UTF_8), headers,
				new String(raw.value(), StandardCharsets.UTF_8));
	}

}
