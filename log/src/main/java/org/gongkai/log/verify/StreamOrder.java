package org.gongkai.log.verify;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/// Goes through all streams: each counts 0, 1, 2 and its positions rise.
final class StreamOrder {

	private static final int FETCH = 10_000;

	private static final String PLACES = """
			select e.stream_id, e.sequence, p.position from log.events e left join log.positions p using (event_index)
			where p.position <= ? order by e.stream_id, e.sequence, p.position""";

	/// An index that the sequencer has passed gets no position any more.
	private static final String PASSED_OVER = """
			select (select coalesce(max(p.position), 0) + 1 from log.positions p where p.event_index < e.event_index), e.name
			from log.events e where e.event_index <= (select low_water from log.sequencer)
			and not exists (select from log.positions p where p.event_index = e.event_index) order by e.event_index""";

	private StreamOrder() {
	}

	static void check(Connection connection, long head, Findings findings) throws SQLException {
		connection.setAutoCommit(false);
		try (PreparedStatement query = connection.prepareStatement(PLACES)) {
			query.setFetchSize(FETCH);
			query.setLong(1, head);
			try (ResultSet row = query.executeQuery()) {
				@Nullable String stream = null;
				long sequence = -1;
				long position = 0;
				while (row.next()) {
					boolean same = row.getString(1).equals(stream);
					long before = same ? sequence : -1;
					stream = row.getString(1);
					sequence = row.getLong(2);
					long at = row.getLong(3);
					if (sequence != before + 1) {
						findings.add(Finding.at(Fault.SEQUENCE_HOLE, at,
								"the stream goes on with " + sequence + " after " + (same ? before : "nothing")));
					}
					else if (same && at <= position) {
						findings.add(Finding.at(Fault.SWAPPED, at,
								"entry " + sequence + " of its stream stands before entry " + before));
					}
					position = at;
				}
			}
		}
		try (PreparedStatement query = connection.prepareStatement(PASSED_OVER); ResultSet row = query.executeQuery()) {
			while (row.next()) {
				findings.add(Finding.at(Fault.WITHOUT_POSITION, row.getLong(1),
						"an event " + row.getString(2) + " that belongs about here has no position"));
			}
		}
		connection.rollback();
	}

}
