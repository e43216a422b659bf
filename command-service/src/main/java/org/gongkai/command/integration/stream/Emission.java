package org.gongkai.command.integration.stream;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import javax.sql.DataSource;

import org.gongkai.log.stream.StreamSource;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;

/// Sends what the log has from a position on to another topic, once. With as many partitions as the stream has, each record
/// is the same to the byte as it was there.
final class Emission {

	private Emission() {
	}

	/// @param topic where it went
	/// @param from the first position
	/// @param to the last, the head of the log when it began
	/// @param records how many
	record Emitted(String topic, long from, long to, long records) {
	}

	/// @param settings of the topic to send to
	/// @throws Refused if the topic has records already, or the log does not reach to the
	/// position
	static Emitted emit(DataSource append, StreamSettings settings, long from)
			throws SQLException, InterruptedException {
		try (Connection connection = append.getConnection()) {
			StreamSource log = StreamSource.of(connection);
			long head = log.head();
			if (from < 1 || from > head) {
				throw new Refused(Rule.UNKNOWN_POSITION, "the log has positions 1 to " + head);
			}
			require(settings);
			try (TopicWriter writer = new TopicWriter(settings, log.origin())) {
				requireEmpty(settings);
				return new Emitted(settings.topic(), from, head, send(log, from, head, writer, settings));
			}
		}
	}

	private static long send(StreamSource log, long from, long head, TopicWriter writer, StreamSettings settings)
			throws SQLException {
		Chains chains = Chains.from(settings.partitions(), from);
		long records = 0;
		while (chains.position() < head) {
			List<Outgoing> outgoing = chains.add(log.origin(),
					log.read(chains.position(), (int) Math.min(Relay.BATCH, head - chains.position())));
			if (!outgoing.isEmpty()) {
				writer.send(outgoing);
				records += outgoing.size();
			}
		}
		return records;
	}

	private static void require(StreamSettings settings) throws InterruptedException {
		try {
			Topic.require(settings);
		}
		catch (IllegalStateException ex) {
			throw new Refused(Rule.TOPIC_IN_USE, String.valueOf(ex.getMessage()));
		}
	}

	private static void requireEmpty(StreamSettings settings) {
		try (TopicReader reader = new TopicReader(settings)) {
			if (!reader.isUnused()) {
				throw new Refused(Rule.TOPIC_IN_USE, settings.topic() + " has records already");
			}
		}
	}

}
