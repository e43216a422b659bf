package org.gongkai.log.verify;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

import javax.sql.DataSource;

import org.gongkai.log.LeafRow;
import org.gongkai.log.proof.Hash;
import org.gongkai.log.proof.Leaf;
import org.gongkai.log.proof.Note;
import org.gongkai.log.received.SourceChain;
import org.jspecify.annotations.Nullable;

/// Recomputes what was received: of each source every position up to the last is there, and what is kept of it is what its
/// chain says. Signatures and trees are at the sources; the last hash of a chain can be noted elsewhere. Reads only, and
/// what is there at one moment.
public final class ReceivedVerification {

	private static final int FETCH = 1_000;

	private static final String RECORDS = "select r.source_position, r.leaf, r.position, r.chain, p.position is not null,"
			+ " e.event_id is not null, " + LeafRow.COLUMNS
			+ " from log.received r left join log.positions p using (position) left join log.events e using (event_index)"
			+ " where r.source = ? order by r.source_position";

	private static final int BEFORE_LEAF = 6;

	private static final String FROM_NOWHERE = """
			select p.position from log.positions p
			where not exists (select from log.received r where r.position = p.position) order by p.position""";

	private final DataSource read;

	private final Findings findings = new Findings();

	/// @param read connections that may select from the log
	/// @param elsewhere checkpoints that were kept outside of the database
	/// @throws CannotVerify if there are any: what was received has none
	public ReceivedVerification(DataSource read, List<Note> elsewhere) {
		if (!elsewhere.isEmpty()) {
			throw new CannotVerify("what was received has no checkpoints: they are with its sources");
		}
		this.read = read;
	}

	/// Whether the log was received from others.
	public static boolean concerns(DataSource read) {
		try (Connection connection = read.getConnection()) {
			return there(connection, "select to_regclass('log.sources') is not null")
					&& there(connection, "select exists (select from log.sources)");
		}
		catch (SQLException ex) {
			throw new CannotVerify("the log cannot be read: " + ex.getMessage(), ex);
		}
	}

	/// @throws CannotVerify if the log cannot be read
	public Verdict run() {
		try (Connection connection = this.read.getConnection()) {
			connection.setAutoCommit(false);
			int isolation = connection.getTransactionIsolation();
			connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
			try {
				return run(connection);
			}
			finally {
				connection.rollback();
				connection.setTransactionIsolation(isolation);
				connection.setAutoCommit(true);
			}
		}
		catch (SQLException ex) {
			throw new CannotVerify("the received log cannot be read: " + ex.getMessage(), ex);
		}
	}

	private Verdict run(Connection connection) throws SQLException {
		long head = 0;
		try (PreparedStatement query = connection
			.prepareStatement("select coalesce(max(position), 0) from log.positions");
				ResultSet row = query.executeQuery()) {
			row.next();
			head = row.getLong(1);
		}
		List<Verdict.Received> sources = sources(connection);
		for (Verdict.Received source : sources) {
			recompute(connection, source);
		}
		try (PreparedStatement query = connection.prepareStatement(FROM_NOWHERE);
				ResultSet row = query.executeQuery()) {
			while (row.next()) {
				this.findings.add(Finding.at(Fault.INSERTED, row.getLong(1), "this came from no source"));
			}
		}
		StreamOrder.check(connection, head, false, this.findings);
		return new Verdict(null, Hash.SHA_256.code(), head, 0, 0, this.findings.listed(), this.findings.more(),
				sources);
	}

	private static List<Verdict.Received> sources(Connection connection) throws SQLException {
		List<Verdict.Received> sources = new ArrayList<>();
		try (PreparedStatement query = connection
			.prepareStatement("select source, position, chain from log.sources order by source");
				ResultSet row = query.executeQuery()) {
			while (row.next()) {
				sources.add(new Verdict.Received(row.getString(1), row.getLong(2),
						HexFormat.of().formatHex(row.getBytes(3))));
			}
		}
		return sources;
	}

	private void recompute(Connection connection, Verdict.Received source) throws SQLException {
		long last = 0;
		long here = 0;
		byte[] chain = new byte[Hash.LENGTH];
		try (PreparedStatement query = connection.prepareStatement(RECORDS)) {
			query.setFetchSize(FETCH);
			query.setString(1, source.source());
			try (ResultSet row = query.executeQuery()) {
				while (row.next()) {
					long position = row.getLong(1);
					if (position != last + 1) {
						this.findings.add(Finding.at(Fault.DELETED, here + 1,
								source.source() + " goes on with position " + position + " after " + last));
					}
					else {
						compare(row, source.source(), here, chain);
					}
					here = Math.max(here, row.getLong(3));
					chain = row.getBytes(4);
					last = position;
				}
			}
		}
		if (last != source.position() || !HexFormat.of().formatHex(chain).equals(source.chain())) {
			this.findings.add(Finding.at(Fault.REWOUND, here + 1, source.source() + " was taken up to position "
					+ source.position() + ", and ends at " + last + " or with another hash"));
		}
	}

	private void compare(ResultSet row, String source, long before, byte[] chain) throws SQLException {
		long position = row.getLong(3);
		boolean kept = !row.wasNull();
		if (kept && !row.getBoolean(5)) {
			this.findings.add(Finding.at(Fault.POSITION_HOLE, position, "this position is missing"));
		}
		else if (kept && !row.getBoolean(6)) {
			this.findings.add(Finding.at(Fault.DELETED, position, "the event of this position is gone"));
		}
		else {
			@Nullable Leaf leaf = kept ? LeafRow.leaf(position, row, BEFORE_LEAF) : null;
			if (!Arrays.equals(SourceChain.next(chain, row.getLong(1), row.getBytes(2), leaf), row.getBytes(4))) {
				this.findings.add(Finding.at(Fault.CHANGED, kept ? position : before + 1,
						"not what was taken as position " + row.getLong(1) + " of " + source));
			}
		}
	}

	private static boolean there(Connection connection, String question) throws SQLException {
		try (PreparedStatement query = connection.prepareStatement(question); ResultSet row = query.executeQuery()) {
			row.next();
			return row.getBoolean(1);
		}
	}

}
