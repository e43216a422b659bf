package org.gongkai.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import org.gongkai.log.proof.Checkpoint;
import org.gongkai.log.proof.MerkleTree;
import org.gongkai.log.proof.Note;
import org.gongkai.log.proof.ProofFile;
import org.gongkai.log.proof.VerifierKey;

/// Gives checkpoints and proofs out of the stored tree. Each proof reads a few hundred rows.
public final class LogProofs {

	private static final String CHECKPOINTS = """
			select c.size, c.note, c.key, c.signed_at, coalesce((select string_agg(w.line || e'\\n', '' order by w.witness)
			from log.cosignatures w where w.size = c.size), '') from log.checkpoints c""";

	private static final String EVENT = "select p.position, " + LeafRow.COLUMNS
			+ " from log.positions p join log.events e using (event_index)";

	private final DataSource read;

	/// @param read connections that may select from the log
	public LogProofs(DataSource read) {
		this.read = read;
	}

	/// A stored checkpoint.
	///
	/// @param note with the cosignatures that came in
	/// @param key the log's verifier key at that time, as the log tells it
	public record Signed(long size, Note note, String key, Instant signedAt) {

		/// What is signed.
		public Checkpoint checkpoint() {
			return Checkpoint.parse(this.note.text());
		}

	}

	/// The newest ones first.
	/// @param before only smaller ones
	public List<Signed> list(long before, int limit) {
		return checkpoints(CHECKPOINTS + " where c.size < ? order by c.size desc limit ?", before, limit);
	}

	/// The newest.
	public Optional<Signed> latest() {
		return list(Long.MAX_VALUE, 1).stream().findFirst();
	}

	/// The one of a size.
	public Optional<Signed> of(long size) {
		return checkpoints(CHECKPOINTS + " where c.size = ? limit ?", size, 1).stream().findFirst();
	}

	/// The smallest that holds a position; empty while none is signed.
	public Optional<Signed> holding(long position) {
		return checkpoints(CHECKPOINTS + " where c.size >= ? order by c.size limit ?", position, 1).stream()
			.findFirst();
	}

	/// Shows that a position is in the tree of a checkpoint.
	public List<byte[]> inclusion(long position, Signed in) {
		return with((connection) -> tree(connection, in).inclusion(position - 1, in.size()));
	}

	/// Shows that the tree of a checkpoint begins with that of another.
	/// @param first the smaller size
	public List<byte[]> consistency(long first, Signed second) {
		return with((connection) -> tree(connection, second).consistency(first, second.size()));
	}

	/// Everything about the event of a position for whoever verifies it elsewhere.
	public Optional<ProofFile> proof(long position, Signed in) {
		return with((connection) -> {
			try (PreparedStatement query = connection.prepareStatement(EVENT + " where p.position = ?")) {
				query.setLong(1, position);
				try (ResultSet row = query.executeQuery()) {
					return row.next() ? Optional.of(ProofFile.of(LeafRow.leaf(position, row, 1),
							tree(connection, in).inclusion(position - 1, in.size()), in.note(),
							VerifierKey.parse(in.key()))) : Optional.empty();
				}
			}
		});
	}

	/// The positions of a kind of event in a stream, in their order.
	public List<Long> positions(String stream, String event) {
		return with((connection) -> {
			try (PreparedStatement query = connection.prepareStatement("""
					select p.position from log.positions p join log.events e using (event_index)
					where e.stream_id = ? and e.name = ? order by p.position""")) {
				query.setString(1, stream);
				query.setString(2, event);
				List<Long> positions = new ArrayList<>();
				try (ResultSet row = query.executeQuery()) {
					while (row.next()) {
						positions.add(row.getLong(1));
					}
				}
				return positions;
			}
		});
	}

	private static MerkleTree tree(Connection connection, Signed in) {
		return new MerkleTree(in.checkpoint().hash().hasher(), new StoredTiles(connection));
	}

	private List<Signed> checkpoints(String sql, long size, int limit) {
		return with((connection) -> {
			try (PreparedStatement query = connection.prepareStatement(sql)) {
				query.setLong(1, size);
				query.setInt(2, limit);
				List<Signed> found = new ArrayList<>();
				try (ResultSet row = query.executeQuery()) {
					while (row.next()) {
						found.add(new Signed(row.getLong(1), Note.parse(row.getString(2) + row.getString(5)),
								row.getString(3), row.getObject(4, OffsetDateTime.class).toInstant()));
					}
				}
				return found;
			}
		});
	}

	private <T> T with(Question<T> question) {
		try (Connection connection = this.read.getConnection()) {
			return question.ask(connection);
		}
		catch (SQLException ex) {
			throw new IllegalStateException("the tree cannot be read: " + ex.getMessage(), ex);
		}
	}

	private interface Question<T> {

		T ask(Connection connection) throws SQLException;

	}

}
