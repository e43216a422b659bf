package org.gongkai.query.integration;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

import org.gongkai.log.stream.StreamRecord;

/// A topic in memory that a test writes record by record.
final class MemoryTopic {

	private String id = UUID.randomUUID().toString();

	private final Map<Integer, List<RecordFeed.Raw>> partitions = new HashMap<>();

	private boolean reachable = true;

	synchronized void send(int partition, StreamRecord record) {
		send(partition, record, record.headers());
	}

	synchronized void send(int partition, StreamRecord record, Map<String, String> headers) {
		List<RecordFeed.Raw> there = this.partitions.computeIfAbsent(partition, (_) -> new ArrayList<>());
		there.add(new RecordFeed.Raw(partition, there.size(), record.stream(), headers, record.data()));
	}

	/// Deletes the topic and makes it anew.
	synchronized void makeAnew() {
		this.id = UUID.randomUUID().toString();
		this.partitions.clear();
	}

	synchronized void reachable(boolean now) {
		this.reachable = now;
	}

	private synchronized void requireReachable() {
		if (!this.reachable) {
			throw new RecordFeed.FeedFailed("the broker does not answer", new IllegalStateException());
		}
	}

	private synchronized String id() {
		requireReachable();
		return this.id;
	}

	private synchronized List<RecordFeed.Raw> after(Map<Integer, Long> offsets, Set<Integer> held) {
		requireReachable();
		List<RecordFeed.Raw> came = new ArrayList<>();
		this.partitions.forEach((partition, records) -> {
			if (!held.contains(partition)) {
				int from = (int) Math.min(records.size(), offsets.getOrDefault(partition, 0L));
				came.addAll(records.subList(from, records.size()));
			}
		});
		return came;
	}

	/// A reader of its own.
	RecordFeed feed() {
		return new RecordFeed() {

			private final Map<Integer, Long> offsets = new HashMap<>();

			private final Set<Integer> held = new HashSet<>();

			@Override
			public String topicId() {
				return id();
			}

			@Override
			public void begin(Map<Integer, Long> from) {
				this.offsets.clear();
				this.offsets.putAll(from);
				this.held.clear();
			}

			@Override
			public List<Raw> poll(Duration wait) {
				List<Raw> came = after(this.offsets, this.held);
				came.forEach((raw) -> this.offsets.put(raw.partition(), raw.offset() + 1));
				if (came.isEmpty()) {
					LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
				}
				return came;
			}

			@Override
			public void hold(Collection<Integer> some) {
				this.held.clear();
				this.held.addAll(some);
			}

			@Override
			public boolean exhausted() {
				return after(this.offsets, this.held).isEmpty();
			}

			@Override
			public void close() {
			}

		};
	}

}
