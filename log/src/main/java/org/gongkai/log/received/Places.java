package org.gongkai.log.received;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

import org.gongkai.log.stream.PartitionEnd;

/// Where to read on in the partitions of a source, as it is stored.
final class Places {

	private static final String MOVE = """
			insert into log.source_partitions as stored (source, partition, topic_id, next_offset, position, chain)
			values (?, ?, ?, ?, ?, ?)
			on conflict on constraint one_place_per_partition do update set topic_id = excluded.topic_id,
			next_offset = excluded.next_offset, position = excluded.position, chain = excluded.chain
			where stored.topic_id <> excluded.topic_id or stored.next_offset <= excluded.next_offset""";

	private Places() {
	}

	static Map<Integer, Place> of(Connection connection, String source, String topicId) throws SQLException {
		try (PreparedStatement query = connection.prepareStatement("""
				select partition, next_offset, position, chain from log.source_partitions
				where source = ? and topic_id = ?""")) {
			query.setString(1, source);
			query.setString(2, topicId);
			Map<Integer, Place> places = new HashMap<>();
			try (ResultSet row = query.executeQuery()) {
				while (row.next()) {
					places.put(row.getInt(1),
							new Place(row.getLong(2), new PartitionEnd(row.getLong(3), row.getString(4))));
				}
			}
			return places;
		}
	}

	static void move(Connection connection, String source, String topicId, Map<Integer, Place> places)
			throws SQLException {
		try (PreparedStatement move = connection.prepareStatement(MOVE)) {
			for (Map.Entry<Integer, Place> one : places.entrySet()) {
				move.setString(1, source);
				move.setInt(2, one.getKey());
				move.setString(3, topicId);
				move.setLong(4, one.getValue().offset());
				move.setLong(5, one.getValue().end().position());
				move.setString(6, one.getValue().end().chain());
				move.executeUpdate();
			}
		}
	}

}
