package org.gongkai.command.integration.stream;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import org.gongkai.log.proof.Hash;
import org.gongkai.log.stream.StreamRecord;
import org.gongkai.log.stream.StreamSource;

/// Reads a topic through and compares each record with the one that the log makes for its place. The topic may grow
/// meanwhile; what the broker acknowledged later is not looked at.
final class TopicInspection implements TopicReader.Visit {

	private static final int MOST_FAULTS = 100;

	private static final byte[] NOTHING = new byte[Hash.LENGTH];

	private final StreamSettings settings;

	private final long relayed;

	private final List<Fault> faults = new ArrayList<>();

	/// the fault that the last record of a partition has, by its place in the list
	private final Map<Integer, Integer> open = new HashMap<>();

	/// first and last position that was read, by partition
	private final Map<Integer, Long> first = new HashMap<>();

	private final Map<Integer, Long> last = new HashMap<>();

	/// a hash of each record, by position
	private final byte[] seen;

	private long records;

	private long expired;

	private long more;

	private TopicInspection(StreamSettings settings, long relayed) {
		this.settings = settings;
		this.relayed = relayed;
		this.seen = new byte[Math.toIntExact((relayed + 1) * Hash.LENGTH)];
	}

	/// @param position where it shows first; 0 where that is not known
	/// @param upTo the last position of which the same holds
	/// @param partition of the topic
	/// @param what is wrong
	record Fault(long position, long upTo, int partition, String what) {
	}

	/// What was found.
	///
	/// @param topic what was read
	/// @param whole whether it holds the log up to `relayed`, in order and unchanged
	/// @param relayed up to here the broker had acknowledged everything
	/// @param position the log's last
	/// @param records how many were read
	/// @param expired how many have passed their retention and are not missed
	/// @param faults the first hundred
	/// @param more how many more there are
	record Verdict(String topic, boolean whole, long relayed, long position, long records, long expired,
			List<Fault> faults, long more) {
	}

	/// @param append connections that may select from the log
	static Verdict of(DataSource append, StreamSettings settings) throws SQLException {
		try (Connection connection = append.getConnection(); TopicReader reader = new TopicReader(settings)) {
			long relayed = new Checkpoint(connection, settings.topic()).read()
				.values()
				.stream()
				.mapToLong((one) -> one.end().position())
				.max()
				.orElse(0);
			return new TopicInspection(settings, relayed).run(reader, StreamSource.of(connection));
		}
	}

	private Verdict run(TopicReader reader, StreamSource log) throws SQLException {
		Map<Integer, Long> begins = reader.begins();
		reader.eachRecord(this);
		this.open.clear();
		Chains chains = Chains.from(this.settings.partitions(), 1);
		while (chains.position() < this.relayed) {
			List<StreamSource.Entry> entries = log.read(chains.position(),
					(int) Math.min(Relay.BATCH, this.relayed - chains.position()));
			if (entries.isEmpty()) {
				add(new Fault(chains.position() + 1, this.relayed, 0, "acknowledged, and not in the log"));
				break;
			}
			for (Outgoing expected : chains.add(log.origin(), entries)) {
				compare(expected, begins.get(expected.partition()) > 0);
			}
		}
		return new Verdict(this.settings.topic(), this.faults.isEmpty(), this.relayed, log.head(), this.records,
				this.expired, List.copyOf(this.faults), this.more);
	}

	@Override
	public void record(int partition, StreamRecord record) {
		this.records++;
		long position = record.position();
		if (position > this.relayed) {
			return;
		}
		byte[] hash = hash(partition, record);
		long before = this.last.merge(partition, position, Math::max);
		this.first.putIfAbsent(partition, position);
		if (position < before && !Arrays.equals(hash, seen(position))) {
			add(new Fault(position, position, partition, "stands behind position " + before));
		}
		System.arraycopy(hash, 0, this.seen, (int) position * Hash.LENGTH, Hash.LENGTH);
	}

	@Override
	public void malformed(int partition, long offset, String why) {
		this.records++;
		add(new Fault(0, 0, partition, "offset " + offset + ": " + why));
	}

	private void compare(Outgoing expected, boolean mayHaveExpired) {
		long position = expected.record().position();
		byte[] found = seen(position);
		if (mayHaveExpired && position < this.first.getOrDefault(expected.partition(), Long.MAX_VALUE)) {
			this.expired++;
		}
		else if (Arrays.equals(found, NOTHING)) {
			add(new Fault(position, position, expected.partition(), "missing"));
		}
		else if (!Arrays.equals(found, hash(expected.partition(), expected.record()))) {
			add(new Fault(position, position, expected.partition(), "not what the log makes of it"));
		}
		else {
			this.open.remove(expected.partition());
		}
	}

	private byte[] seen(long position) {
		int at = (int) position * Hash.LENGTH;
		return Arrays.copyOfRange(this.seen, at, at + Hash.LENGTH);
	}

	private static byte[] hash(int partition, StreamRecord record) {
		try {
			return MessageDigest.getInstance("SHA-256")
				.digest((partition + "\n" + record.headers() + "\n" + record.data()).getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java has SHA-256", ex);
		}
	}

	/// What follows in the same partition with the same fault is told of together.
	private void add(Fault fault) {
		Integer open = this.open.get(fault.partition());
		if (open != null && this.faults.get(open).what().equals(fault.what())) {
			this.faults.set(open,
					new Fault(this.faults.get(open).position(), fault.upTo(), fault.partition(), fault.what()));
		}
		else if (this.faults.size() < MOST_FAULTS) {
			this.faults.add(fault);
			this.open.put(fault.partition(), this.faults.size() - 1);
		}
		else {
			this.more++;
		}
	}

}
