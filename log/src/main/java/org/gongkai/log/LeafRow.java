package org.gongkai.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;

import org.gongkai.log.proof.Leaf;

/// Reads all that is stored of an event.
public final class LeafRow {

	/// The columns of `log.events` that a leaf is made of.
	public static final String COLUMNS = "stream_type, stream_id, sequence, event_id, name, revision, recorded_at, "
			+ "payload::text as payload, metadata::text as metadata";

	private LeafRow() {
	}

	/// @param before how many columns of the row come first
	public static Leaf leaf(long position, ResultSet row, int before) throws SQLException {
		return new Leaf(position, row.getString(before + 1), row.getString(before + 2), row.getLong(before + 3),
				row.getObject(before + 4, UUID.class), row.getString(before + 5), row.getString(before + 6),
				Leaf.micros(row.getObject(before + 7, OffsetDateTime.class).toInstant()), row.getString(before + 8),
				row.getString(before + 9));
	}

}
