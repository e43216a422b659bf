package org.gongkai.query.integration;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.gongkai.log.stream.PartitionEnd;
import org.gongkai.log.stream.StreamRecord;
import org.gongkai.log.stream.StreamSource;
import org.gongkai.query.QueryServer;
import org.gongkai.testing.TestKafka;

/// A topic on a real broker with the records of a log.
final class RelayedTopic {

	private static final int PARTITIONS = 3;

	private final String name = TestKafka.topic();

	private final String bootstrapServers;

	RelayedTopic() {
		this(TestKafka.bootstrapServers());
	}

	/// @param bootstrapServers of a broker that a test harms
	RelayedTopic(String bootstrapServers) {
		this.bootstrapServers = bootstrapServers;
		try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
			admin.createTopics(List.of(new NewTopic(this.name, Optional.of(PARTITIONS), Optional.empty())))
				.all()
				.toCompletionStage()
				.toCompletableFuture()
				.join();
		}
	}

	String name() {
		return this.name;
	}

	/// What the relay of this log sends of it.
	static List<StreamRecord> records(QueryServer server) {
		try (Connection connection = server.sql.getDataSource().getConnection()) {
			StreamSource log = StreamSource.of(connection);
			Map<Integer, PartitionEnd> ends = new HashMap<>();
			List<StreamRecord> records = new ArrayList<>();
			for (StreamSource.Entry entry : log.read(0, 10_000)) {
				int partition = partition(entry.event().streamId());
				StreamRecord record = StreamRecord.of(log.origin(), entry.event(), entry.leaf(),
						ends.getOrDefault(partition, PartitionEnd.NONE));
				ends.put(partition, record.end());
				records.add(record);
			}
			return records;
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/// As a receiver reads it.
	RecordFeed feed(String origin) {
		return new KafkaFeed(
				new FollowSettings.Source(origin, this.bootstrapServers, this.name, List.of(), false, Map.of()));
	}

	void send(List<StreamRecord> records) {
		try (KafkaProducer<String, String> producer = new KafkaProducer<>(
				Map.of("bootstrap.servers", this.bootstrapServers, "acks", "all"), new StringSerializer(),
				new StringSerializer())) {
			for (StreamRecord record : records) {
				ProducerRecord<String, String> sent = new ProducerRecord<>(this.name, partition(record.stream()),
						record.stream(), record.data());
				record.headers()
					.forEach((name, value) -> sent.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
				producer.send(sent);
			}
		}
	}

	/// The partition of a stream.
	static int partition(String stream) {
		return Math.floorMod(stream.hashCode(), PARTITIONS);
	}

}
