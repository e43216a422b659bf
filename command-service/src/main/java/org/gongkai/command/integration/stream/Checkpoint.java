package org.gongkai.command.integration.stream;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.gongkai.log.stream.PartitionEnd;

/// What the broker has acknowledged, by partition of a topic. Written on the session that leads, so that nobody writes it
/// who does not.
final class Checkpoint {

	private final Connection connection;

	private final String topic;

	Checkpoint(Connection connection, String topic) {
		this.connection = connection;
		this.topic = topic;
	}

	/// @param end the last record
	/// @param offset its offset
	record Acknowledged(PartitionEnd end, long offset) {
	}

	Map<Integer, Acknowledged> read() throws SQLException {
		try (PreparedStatement query = this.connection.prepareStatement(
				"select partition, position, chain, record_offset from command.relayed where topic = ?")) {
			query.setString(1, this.topic);
			Map<Integer, Acknowledged> acknowledged = new HashMap<>();
			try (ResultSet row = query.executeQuery()) {
				while (row.next()) {
					acknowledged.put(row.getInt(1),
							new Acknowledged(new PartitionEnd(row.getLong(2), row.getString(3)), row.getLong(4)));
				}
			}
			return acknowledged;
		}
	}

	/// In one statement, so all or nothing. What was acknowledged once is never taken
	/// back: while a partition that lost it is sent again, this alone tells that it is
	/// not whole yet.
	void write(Map<Integer, Acknowledged> acknowledged) throws SQLException {
		List<Map.Entry<Integer, Acknowledged>> rows = List.copyOf(acknowledged.entrySet());
		try (PreparedStatement upsert = this.connection.prepareStatement("""
				insert into command.relayed (topic, partition, position, chain, record_offset)
				select ?, * from unnest(?::integer[], ?::bigint[], ?::text[], ?::bigint[])
				on conflict (topic, partition) do update set position = excluded.position, chain = excluded.chain,
				record_offset = excluded.record_offset where excluded.position >= relayed.position""")) {
			upsert.setString(1, this.topic);
			upsert.setArray(2, array("integer", rows, Map.Entry::getKey));
			upsert.setArray(3, array("bigint", rows, (row) -> row.getValue().end().position()));
			upsert.setArray(4, array("text", rows, (row) -> row.getValue().end().chain()));
			upsert.setArray(5, array("bigint", rows, (row) -> row.getValue().offset()));
			upsert.executeUpdate();
		}
	}

	private Array array(String type, List<Map.Entry<Integer, Acknowledged>> rows,
			Function<Map.Entry<Integer, Acknowledged>, Object> column) throws SQLException {
		return this.connection.createArrayOf(type, rows.stream().map(column).toArray());
	}

}
