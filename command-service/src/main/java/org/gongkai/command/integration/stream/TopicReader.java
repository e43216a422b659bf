package org.gongkai.command.integration.stream;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.gongkai.log.stream.MalformedRecord;
import org.gongkai.log.stream.StreamRecord;
import org.jspecify.annotations.Nullable;

/// Reads the topic that this service writes to, as its followers see it. For one thread.
final class TopicReader implements AutoCloseable {

	private static final Duration POLL = Duration.ofMillis(200);

	/// Looking for a partition's last record goes this far back at first; behind it may
	/// lie marks of transactions.
	private static final long BACK = 8;

	/// A broker acknowledges a transaction before it has written its end into every
	/// partition, and hides its records until then.
	private static final Duration TRANSACTION_ENDS = Duration.ofSeconds(5);

	private static final Duration TRANSACTION_POLL = Duration.ofMillis(20);

	private final StreamSettings settings;

	private final KafkaConsumer<String, String> consumer;

	private final List<TopicPartition> partitions;

	TopicReader(StreamSettings settings) {
		this.settings = settings;
		Map<String, Object> client = settings.forClient();
		client.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) StreamSettings.ANSWER.toMillis());
		client.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, IsolationLevel.READ_COMMITTED.toString());
		client.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
		client.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
		client.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
		this.consumer = new KafkaConsumer<>(client, new StringDeserializer(), new StringDeserializer());
		this.partitions = this.consumer.partitionsFor(settings.topic())
			.stream()
			.map((partition) -> new TopicPartition(settings.topic(), partition.partition()))
			.toList();
		if (this.partitions.size() != settings.partitions()) {
			close();
			throw new UnknownTopicOrPartitionException(
					"the broker tells of " + this.partitions.size() + " partitions of " + settings.topic());
		}
	}

	/// What lies in one partition.
	///
	/// @param begin offset of the first record that the broker still has
	/// @param end offset behind the last
	/// @param last the last record, if the broker has one
	record Extent(long begin, long end, Optional<StreamRecord> last) {
	}

	/// Whether the topic never had a record.
	boolean isUnused() {
		return committedEnds().values().stream().allMatch((end) -> end == 0);
	}

	/// The offset of the first record that the broker still has, by partition.
	Map<Integer, Long> begins() {
		Map<Integer, Long> begins = new HashMap<>();
		this.consumer.beginningOffsets(this.partitions)
			.forEach((partition, begin) -> begins.put(partition.partition(), begin));
		return begins;
	}

	/// How far the topic reaches, by partition.
	/// @throws MalformedRecord if the last record of a partition is none of a ledger
	Map<Integer, Extent> extents() {
		Map<TopicPartition, Long> begins = this.consumer.beginningOffsets(this.partitions);
		Map<TopicPartition, Long> ends = committedEnds();
		Map<Integer, Extent> extents = new HashMap<>();
		for (TopicPartition partition : this.partitions) {
			long begin = begins.get(partition);
			long end = ends.get(partition);
			extents.put(partition.partition(), new Extent(begin, end, last(partition, begin, end)));
		}
		return extents;
	}

	/// Every record that the topic has now, partition after partition, each in its order.
	void eachRecord(Visit visit) {
		Map<TopicPartition, Long> begins = this.consumer.beginningOffsets(this.partitions);
		Map<TopicPartition, Long> ends = committedEnds();
		for (TopicPartition partition : this.partitions) {
			read(partition, begins.get(partition), ends.get(partition),
					(records) -> records.forEach((record) -> visit(record, visit)));
		}
	}

	/// The offsets behind the last visible records, once the transactions that are
	/// acknowledged now have ended. One that does not end within the limit stays hidden.
	private Map<TopicPartition, Long> committedEnds() {
		Map<TopicPartition, Long> written = writtenEnds();
		long deadline = System.nanoTime() + TRANSACTION_ENDS.toNanos();
		while (true) {
			Map<TopicPartition, Long> committed = this.consumer.endOffsets(this.partitions);
			if (written.entrySet().stream().allMatch((end) -> committed.get(end.getKey()) >= end.getValue())
					|| System.nanoTime() > deadline) {
				return committed;
			}
			LockSupport.parkNanos(TRANSACTION_POLL.toNanos());
		}
	}

	/// The offsets behind the last records, those of open transactions included.
	private Map<TopicPartition, Long> writtenEnds() {
		Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
		this.partitions.forEach((partition) -> latest.put(partition, OffsetSpec.latest()));
		try (Admin admin = Admin.create(this.settings.forClient())) {
			Map<TopicPartition, Long> ends = new HashMap<>();
			admin.listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
				.all()
				.get(StreamSettings.ANSWER.toMillis(), TimeUnit.MILLISECONDS)
				.forEach((partition, found) -> ends.put(partition, found.offset()));
			return ends;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new InterruptException(ex);
		}
		catch (ExecutionException | java.util.concurrent.TimeoutException ex) {
			throw new TimeoutException("the broker does not say how far " + this.settings.topic() + " reaches", ex);
		}
	}

	private static void visit(ConsumerRecord<String, String> record, Visit visit) {
		StreamRecord read;
		try {
			read = record(record);
		}
		catch (MalformedRecord ex) {
			visit.malformed(record.partition(), record.offset(), String.valueOf(ex.getMessage()));
			return;
		}
		visit.record(record.partition(), read);
	}

	private Optional<StreamRecord> last(TopicPartition partition, long begin, long end) {
		long to = end;
		for (long back = BACK; to > begin; back *= BACK) {
			long from = Math.max(begin, to - back);
			Last last = new Last();
			read(partition, from, to, last::see);
			if (last.seen != null) {
				return Optional.of(record(last.seen));
			}
			to = from;
		}
		return Optional.empty();
	}

	private void read(TopicPartition partition, long from, long to, Sight sight) {
		this.consumer.assign(List.of(partition));
		this.consumer.seek(partition, from);
		long deadline = System.nanoTime() + StreamSettings.ANSWER.toNanos();
		long at = from;
		while (at < to) {
			var records = this.consumer.poll(POLL).records(partition);
			sight.see(records.stream().filter((record) -> record.offset() < to).toList());
			if (this.consumer.position(partition) > at) {
				at = this.consumer.position(partition);
				deadline = System.nanoTime() + StreamSettings.ANSWER.toNanos();
			}
			else if (System.nanoTime() > deadline) {
				throw new TimeoutException("the broker gives nothing of " + partition + " from " + at + " on");
			}
		}
	}

	private static StreamRecord record(ConsumerRecord<String, String> record) {
		if (record.key() == null || record.value() == null) {
			throw new MalformedRecord("record " + record.offset() + " of " + record.topic() + "-" + record.partition()
					+ " has no key or no value");
		}
		Map<String, String> headers = new HashMap<>();
		for (Header header : record.headers()) {
			headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
		}
		return StreamRecord.read(record.key(), headers, record.value());
	}

	@Override
	public void close() {
		this.consumer.close(CloseOptions.timeout(Duration.ofSeconds(1)));
	}

	/// What is done with each record.
	interface Visit {

		void record(int partition, StreamRecord record);

		void malformed(int partition, long offset, String why);

	}

	private interface Sight {

		void see(Collection<ConsumerRecord<String, String>> records);

	}

	private static final class Last implements Sight {

		private @Nullable ConsumerRecord<String, String> seen;

		@Override
		public void see(Collection<ConsumerRecord<String, String>> records) {
			records.forEach((record) -> this.seen = record);
		}

	}

}
