package org.gongkai.query.integration;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/// A topic by Kafka's own client. Without a consumer group: where to read on stands in the database, beside what was read.
final class KafkaFeed implements RecordFeed {

	private static final Duration ANSWER = Duration.ofSeconds(10);

	private static final int AT_ONCE = 2_000;

	private final FollowSettings.Source source;

	private @Nullable KafkaConsumer<String, String> consumer;

	KafkaFeed(FollowSettings.Source source) {
		this.source = source;
	}

	@Override
	public String topicId() {
		return describe().topicId().toString();
	}

	@Override
	public void begin(Map<Integer, Long> offsets) {
		close();
		List<TopicPartition> partitions = describe().partitions()
			.stream()
			.map((partition) -> new TopicPartition(this.source.topic(), partition.partition()))
			.toList();
		Map<String, Object> settings = forClient();
		settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
		settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
		settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
		settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, AT_ONCE);
		KafkaConsumer<String, String> reading = new KafkaConsumer<>(settings, new StringDeserializer(),
				new StringDeserializer());
		this.consumer = reading;
		reading.assign(partitions);
		for (TopicPartition partition : partitions) {
			Long offset = offsets.get(partition.partition());
			if (offset == null) {
				reading.seekToBeginning(Set.of(partition));
			}
			else {
				reading.seek(partition, offset);
			}
		}
	}

	@Override
	public List<Raw> poll(Duration wait) {
		try {
			List<Raw> came = new ArrayList<>();
			for (ConsumerRecord<String, String> record : reading().poll(wait)) {
				Map<String, String> headers = new HashMap<>();
				for (Header header : record.headers()) {
					headers.put(header.key(),
							(header.value() == null) ? "" : new String(header.value(), StandardCharsets.UTF_8));
				}
				came.add(new Raw(record.partition(), record.offset(), (record.key() == null) ? "" : record.key(),
						headers, (record.value() == null) ? "" : record.value()));
			}
			return came;
		}
		catch (KafkaException ex) {
			throw failed(ex);
		}
	}

	@Override
	public void hold(Collection<Integer> partitions) {
		KafkaConsumer<String, String> reading = reading();
		reading.resume(reading.paused());
		reading
			.pause(partitions.stream().map((partition) -> new TopicPartition(this.source.topic(), partition)).toList());
	}

	@Override
	public boolean exhausted() {
		try {
			KafkaConsumer<String, String> reading = reading();
			List<TopicPartition> read = reading.assignment()
				.stream()
				.filter((partition) -> !reading.paused().contains(partition))
				.toList();
			return reading.endOffsets(read, ANSWER)
				.entrySet()
				.stream()
				.allMatch((end) -> reading.position(end.getKey(), ANSWER) >= end.getValue());
		}
		catch (KafkaException ex) {
			throw failed(ex);
		}
	}

	@Override
	public void close() {
		if (this.consumer != null) {
			this.consumer.close();
			this.consumer = null;
		}
	}

	private KafkaConsumer<String, String> reading() {
		if (this.consumer == null) {
			throw new IllegalStateException("reading has not begun");
		}
		return this.consumer;
	}

	private TopicDescription describe() {
		try (Admin admin = Admin.create(forClient())) {
			return admin.describeTopics(List.of(this.source.topic()))
				.allTopicNames()
				.get(ANSWER.toMillis(), TimeUnit.MILLISECONDS)
				.values()
				.iterator()
				.next();
		}
		catch (ExecutionException ex) {
			throw failed((ex.getCause() != null) ? ex.getCause() : ex);
		}
		catch (TimeoutException | KafkaException ex) {
			throw failed(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw failed(ex);
		}
	}

	private FeedFailed failed(Throwable cause) {
		return new FeedFailed(
				(cause instanceof UnknownTopicOrPartitionException) ? "there is no topic " + this.source.topic()
						: "the broker does not answer (" + cause.getClass().getSimpleName() + ")",
				cause);
	}

	private Map<String, Object> forClient() {
		int millis = (int) ANSWER.toMillis();
		Map<String, Object> settings = new HashMap<>(this.source.client());
		settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, this.source.bootstrapServers());
		settings.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, millis / 2);
		settings.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, millis);
		settings.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, millis / 10);
		settings.put(CommonClientConfigs.ENABLE_METRICS_PUSH_CONFIG, false);
		return settings;
	}

}
