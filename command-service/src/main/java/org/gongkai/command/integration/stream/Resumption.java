package org.gongkai.command.integration.stream;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import org.gongkai.log.stream.PartitionEnd;
import org.gongkai.log.stream.StreamRecord;
import org.gongkai.log.stream.StreamSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where a relay goes on: behind the topic's own end, which is looked at when nobody else can write there any more. The
/// checkpoint tells what the topic cannot: the end of a partition whose records have passed their retention, and that the topic
/// has lost what it had acknowledged.
final class Resumption {

	private static final Logger LOGGER = LoggerFactory.getLogger(Resumption.class);

	private final Map<Integer, TopicReader.Extent> extents;

	private final Map<Integer, Checkpoint.Acknowledged> acknowledged;

	private final PartitionEnd[] ends;

	private Resumption(Map<Integer, TopicReader.Extent> extents, Map<Integer, Checkpoint.Acknowledged> acknowledged) {
		this.extents = extents;
		this.acknowledged = acknowledged;
		this.ends = new PartitionEnd[extents.size()];
		Arrays.setAll(this.ends, this::end);
	}

	/// @throws IllegalStateException if the topic holds another history than the log
	static Chains behind(Map<Integer, TopicReader.Extent> extents, Map<Integer, Checkpoint.Acknowledged> acknowledged,
			StreamSource log) throws SQLException {
		Resumption resumption = new Resumption(extents, acknowledged);
		for (TopicReader.Extent extent : extents.values()) {
			if (extent.last().isPresent()) {
				requireOfLog(extent.last().get(), log);
			}
		}
		return resumption.chains();
	}

	private Chains chains() {
		long reached = Arrays.stream(this.ends).mapToLong(PartitionEnd::position).max().orElse(0);
		long[] silent = new long[this.ends.length];
		long complete = reached;
		for (int partition = 0; partition < this.ends.length; partition++) {
			boolean lost = lost(partition);
			if (unknown(partition)) {
				// its chain is made again from the log's beginning
				silent[partition] = lost ? 0 : reached;
				complete = 0;
			}
			else if (lost) {
				complete = Math.min(complete, this.ends[partition].position());
			}
			if (lost) {
				LOGGER.warn("partition {} of the topic has lost what it had acknowledged: it is sent again", partition);
			}
		}
		return Chains.resume(this.ends, silent, complete);
	}

	private PartitionEnd end(int partition) {
		TopicReader.Extent extent = this.extents.get(partition);
		Checkpoint.Acknowledged known = this.acknowledged.get(partition);
		if (extent.last().isPresent()) {
			return extent.last().get().end();
		}
		return (known != null && known.offset() < extent.begin()) ? known.end() : PartitionEnd.NONE;
	}

	/// Whether the partition had records that neither the topic nor the checkpoint tells
	/// of.
	private boolean unknown(int partition) {
		return this.ends[partition].position() == 0 && this.extents.get(partition).begin() > 0;
	}

	private boolean lost(int partition) {
		Checkpoint.Acknowledged known = this.acknowledged.get(partition);
		return known != null && known.end().position() > this.ends[partition].position();
	}

	private static void requireOfLog(StreamRecord last, StreamSource log) throws SQLException {
		if (!last.source().equals(log.origin())) {
			throw new IllegalStateException("the topic holds records of " + last.source() + " and this log is "
					+ log.origin() + ": each log has a topic of its own");
		}
		List<StreamSource.Entry> same = log.read(last.position() - 1, 1);
		if (same.isEmpty()) {
			throw new IllegalStateException("the topic reaches to position " + last.position()
					+ " and the log does not: the log was set back, its followers know more than it does");
		}
		if (!HexFormat.of().formatHex(same.getFirst().leaf()).equals(last.leaf())) {
			throw new IllegalStateException("position " + last.position()
					+ " is another event on the topic than in the log: they are not one history");
		}
	}

}
