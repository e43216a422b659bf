package org.gongkai.command.integration.stream;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.apache.kafka.common.utils.Utils;
import org.gongkai.log.stream.PartitionEnd;
import org.gongkai.log.stream.StreamRecord;
import org.gongkai.log.stream.StreamSource;

/// The chain of each partition as it grows. The same log gives the same chains whenever it is sent to as many partitions.
final class Chains {

	private final PartitionEnd[] ends;

	/// Up to here what belongs to a partition is not sent, only chained.
	private final long[] silent;

	private long position;

	private Chains(PartitionEnd[] ends, long[] silent, long position) {
		this.ends = ends;
		this.silent = silent;
		this.position = position;
	}

	/// Those of a topic that has something.
	/// @param ends of each partition
	/// @param silent up to where each has what belongs to it though its end is not known
	/// @param position up to here nothing is missing in any partition whose end is known
	static Chains resume(PartitionEnd[] ends, long[] silent, long position) {
		return new Chains(ends, silent, position);
	}

	/// Those of a new topic that begins with a position.
	static Chains from(int partitions, long first) {
		PartitionEnd[] ends = new PartitionEnd[partitions];
		Arrays.fill(ends, PartitionEnd.NONE);
		long[] silent = new long[partitions];
		Arrays.fill(silent, first - 1);
		return new Chains(ends, silent, 0);
	}

	/// Up to here everything is chained.
	long position() {
		return this.position;
	}

	PartitionEnd end(int partition) {
		return this.ends[partition];
	}

	/// Chains the next events of the log.
	/// @return those that are to be sent
	List<Outgoing> add(String origin, List<StreamSource.Entry> entries) {
		List<Outgoing> outgoing = new ArrayList<>();
		for (StreamSource.Entry entry : entries) {
			long next = entry.event().position();
			int partition = partition(entry.event().streamId(), this.ends.length);
			if (next > this.ends[partition].position()) {
				StreamRecord record = StreamRecord.of(origin, entry.event(), entry.leaf(), this.ends[partition]);
				this.ends[partition] = record.end();
				if (next > this.silent[partition]) {
					outgoing.add(new Outgoing(partition, record));
				}
			}
			this.position = next;
		}
		return outgoing;
	}

	/// Where Kafka's own clients would put the key.
	static int partition(String stream, int partitions) {
		return Utils.toPositive(Utils.murmur2(stream.getBytes(StandardCharsets.UTF_8))) % partitions;
	}

}
