package org.gongkai.command.integration.stream;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.gongkai.log.stream.StreamRecord;

/// The one writer of a topic: while it is opened the broker ends every other writer of the same log and topic, and what
/// that one had begun; from then on it takes nothing from it. After a failure it is of no more use.
final class TopicWriter implements AutoCloseable {

	private final String topic;

	private final KafkaProducer<byte[], byte[]> producer;

	/// @param origin the log's name
	TopicWriter(StreamSettings settings, String origin) {
		this.topic = settings.topic();
		Map<String, Object> client = settings.forClient();
		int answer = (int) StreamSettings.ANSWER.toMillis();
		client.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "gongkai-relay/" + origin + "/" + this.topic);
		client.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
		client.put(ProducerConfig.ACKS_CONFIG, "all");
		client.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, answer);
		client.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, answer);
		client.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 3 * answer);
		client.put(ProducerConfig.LINGER_MS_CONFIG, 0);
		client.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "gzip");
		client.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topic.LARGEST_RECORD);
		this.producer = new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer());
		boolean open = false;
		try {
			this.producer.initTransactions();
			open = true;
		}
		finally {
			if (!open) {
				close();
			}
		}
	}

	/// Sends records, all of them or none.
	/// @return the offset of the last record in each partition, once the broker has
	/// acknowledged all
	Map<Integer, Long> send(List<Outgoing> records) {
		Map<Integer, Future<RecordMetadata>> sent = begin(records);
		// waits for every record, and throws if one was not taken
		this.producer.commitTransaction();
		Map<Integer, Long> offsets = new HashMap<>();
		sent.forEach((partition, future) -> offsets.put(partition, future.resultNow().offset()));
		return offsets;
	}

	/// Hands records to the broker without finishing.
	Map<Integer, Future<RecordMetadata>> begin(List<Outgoing> records) {
		this.producer.beginTransaction();
		Map<Integer, Future<RecordMetadata>> sent = new HashMap<>();
		for (Outgoing one : records) {
			StreamRecord record = one.record();
			ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(this.topic, one.partition(),
					record.recordedAt().toEpochMilli(), utf8(record.stream()), utf8(record.data()));
			record.headers().forEach((name, value) -> message.headers().add(name, utf8(value)));
			sent.put(one.partition(), this.producer.send(message));
		}
		return sent;
	}

	private static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	/// Leaves what is not acknowledged to the broker, which drops it.
	@Override
	public void close() {
		this.producer.close(Duration.ZERO);
	}

}
