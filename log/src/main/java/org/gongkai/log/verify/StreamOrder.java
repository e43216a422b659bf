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
			and not exists (select from log.positions p where p.event_index = e.event_index)""";

	private static final String NOT_HELD = PASSED_OVER
			+ " and not exists (select from log.held h where h.event_index = e.event_index)";

	private static final String IN_ORDER = " order by e.event_index";

	/// Where an event would be that the sequencer did not take.
	private static final String HELD = """
			select (select coalesce(max(p.position), 0) + 1 from log.positions p where p.event_index < h.event_index), h.detail
			from log.held h where exists (select from log.events e where e.event_index = h.event_index)
			and not exists (select from log.positions p where p.event_index = h.event_index) order by h.event_index""";

	private StreamOrder() {
	}

	/// @param marks whether the log's tables are of a build that marks events
	static void check(Connection connection, long head, boolean marks, Findings findings) throws SQLException {
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
		try (PreparedStatement query = connection.prepareStatement((marks ? NOT_HELD : PASSED_OVER) + IN_ORDER);
				ResultSet row = query.executeQuery()) {
			while (row.next()) {
				findings.add(Finding.at(Fault.WITHOUT_POSITION, row.getLong(1),
						"an event " + row.getString(2) + " that belongs about here has no position"));
			}
		}
		if (marks) {
			held(connection, findings);
		}
		connection.rollback();
	}

	private static void held(Connection connection, Findings findings) throws SQLException {
		try (PreparedStatement query = connection.prepareStatement(HELD); ResultSet row = query.executeQuery()) {
			while (row.next()) {
				findings.add(Finding.at(Fault.NOT_MARKED, row.getLong(1), row.getString(2)));
			}
		}
	}

}
