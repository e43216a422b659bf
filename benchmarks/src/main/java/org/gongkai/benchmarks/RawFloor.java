package org.gongkai.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the database alone needs for the events that an office recorded: the same rows, in the same number of
/// transactions, into a table with the same indexes beside the log, by one connection and as durably.
///
/// @param events how many there are
/// @param transactions in how many they were recorded
/// @param took how long their insertion took
record RawFloor(long events, long transactions, Duration took) {

	private static final String COLUMNS = "stream_type, stream_id, sequence, event_id, name, revision, payload, metadata, "
			+ "recorded_at";

	private static final int COLUMN_COUNT = 9;

	static RawFloor measure(Connection connection) throws SQLException {
		OfficeDatabase.run(connection, "create schema floor");
		try {
			OfficeDatabase.run(connection, "create table floor.events (like log.events including all)");
			OfficeDatabase.run(connection, "create sequence floor.event_index");
			OfficeDatabase.run(connection,
					"alter table floor.events alter event_index set default nextval('floor.event_index')");
			Map<String, List<String[]>> transactions = recorded(connection);
			connection.setAutoCommit(false);
			long began = System.nanoTime();
			try (PreparedStatement insert = connection.prepareStatement("insert into floor.events (" + COLUMNS
					+ ") values (?, ?, ?::bigint, ?::uuid, ?, ?, ?::json, ?::json, ?::timestamptz)")) {
				for (List<String[]> transaction : transactions.values()) {
					insert(insert, transaction);
					connection.commit();
				}
			}
			Duration took = Duration.ofNanos(System.nanoTime() - began);
			connection.setAutoCommit(true);
			return new RawFloor(OfficeDatabase.number(connection, "select count(*) from floor.events"),
					transactions.size(), took);
		}
		finally {
			OfficeDatabase.run(connection, "drop schema floor cascade");
		}
	}

	private static void insert(PreparedStatement insert, List<String[]> rows) throws SQLException {
		for (String[] row : rows) {
			for (int column = 0; column < COLUMN_COUNT; column++) {
				insert.setString(column + 1, row[column]);
			}
			insert.addBatch();
		}
		insert.executeBatch();
	}

	/// The events by the transaction that recorded them.
	private static Map<String, List<String[]>> recorded(Connection connection) throws SQLException {
		Map<String, List<String[]>> transactions = new LinkedHashMap<>();
		try (Statement statement = connection.createStatement();
				ResultSet row = statement
					.executeQuery("select xmin::text, " + COLUMNS + " from log.events order by event_index")) {
			while (row.next()) {
				String[] values = new String[COLUMN_COUNT];
				for (int column = 0; column < COLUMN_COUNT; column++) {
					values[column] = row.getString(column + 2);
				}
				transactions.computeIfAbsent(row.getString(1), (_) -> new ArrayList<>()).add(values);
			}
		}
		return transactions;
	}

}
